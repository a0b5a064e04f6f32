"""The house rules about files, names, sizes and imports. They examine whatever exists."""

import ast
import configparser
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.furniture import EXTRA, FURNITURE
from tests.architecture.house import (
    APPS,
    ROOT,
    all_functions,
    functions,
    length,
    parts,
    python_files,
    rooms,
    short,
)

FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "misc", "tools", "common", "base"}
SHARED_LOCKS = ["lock_file", "lock_application", "lock_running", "lock_draft", "lock_sent"]
SHARED_LOCKS += ["lock_handover", "lock_code", "lock_request", "lock_live", "lock_line"]
"""They let several services of a room lock the same thing in one way."""
MIRRORED = ("lifecycle", "models", "services", "tasks", "views", "forms")
LONGEST_FILE, LONGEST_FUNCTION, LONGEST_VIEW = 300, 30, 15
OWN_CODE = (*APPS, "tools", "bench")


def test_imports_only_look_down():
    command = [Path(sys.executable).parent / "lint-imports", "--no-cache"]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert answer.returncode == 0, answer.stdout


@pytest.mark.parametrize("room", rooms(), ids=short)
def test_a_room_holds_only_furniture(room):
    found = {path.stem for path in room.glob("*.py")}
    found |= {path.parent.name for path in room.glob("*/__init__.py")}

    assert found - FURNITURE - EXTRA.get(short(room), set()) == set()


@pytest.mark.parametrize("room", rooms(), ids=short)
def test_a_room_says_in_its_docstring_what_it_is(room):
    tree = ast.parse((room / "__init__.py").read_text(encoding="utf-8"))

    assert ast.get_docstring(tree)
    assert len(tree.body) == 1, "__init__ of a room holds a docstring and no code"


def test_the_contracts_name_every_room():
    contracts = configparser.ConfigParser()
    contracts.read(ROOT / ".importlinter")
    named = contracts["importlinter:contract:furniture"]["containers"].split()

    assert sorted(named) == sorted(short(room).replace("/", ".") for room in rooms())
    for room in rooms():
        layers = contracts[f"importlinter:contract:rooms-of-{room.parent.name}"]["layers"]
        assert f"({room.name})" in layers.split()


def test_no_module_has_a_name_that_says_nothing():
    files = [path for path in python_files(*OWN_CODE, "tests") if path.stem in FORBIDDEN_NAMES]

    assert [short(path) for path in files] == []


def test_no_file_is_too_long():
    sizes = {
        short(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in python_files(*OWN_CODE, "tests")
    }

    assert {name: size for name, size in sizes.items() if size > LONGEST_FILE} == {}


def test_no_function_is_too_long():
    long = {
        f"{short(path)}:{function.name}": length(function)
        for path in python_files(*OWN_CODE)
        for function in all_functions(path)
        if length(function) > LONGEST_FUNCTION
    }

    assert long == {}


def _view_files():
    folders = [*rooms(), *(ROOT / app for app in APPS)]
    return [path for folder in folders for path in parts(folder, "views")]


def test_no_view_is_too_long():
    long = {
        f"{short(path)}:{function.name}": length(function)
        for path in _view_files()
        for function in functions(path)
        if length(function) > LONGEST_VIEW
    }

    assert long == {}


def test_views_tasks_and_forms_do_not_write():
    """Only a service writes: sentence 2 of the house."""
    writes = ("save", "delete", "create", "bulk_create", "bulk_update", "get_or_create")
    doors = [
        path
        for folder in [*rooms(), *(ROOT / app for app in APPS)]
        for kind in ("views", "tasks", "forms")
        for path in parts(folder, kind)
    ]
    found = [
        f"{short(path)}:{node.lineno} {ast.unparse(node.func)}"
        for path in doors
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in writes
    ]

    assert found == []


def _public_services():
    """Every public function of the services of every room, with its neighbours in the file."""
    for room in rooms():
        for path in parts(room, "services"):
            found = functions(path)
            for function in found:
                if not function.name.startswith("_"):
                    name = f"{short(path)}:{function.name}"
                    yield pytest.param(function, found, id=name)


SERVICES = list(_public_services())


@pytest.mark.parametrize(("service", "_neighbours"), SERVICES)
def test_a_service_is_one_transaction_with_named_arguments(service, _neighbours):
    decorators = [ast.unparse(decorator) for decorator in service.decorator_list]

    assert decorators[:1] == ["transaction.atomic"]
    assert not service.args.args, "keyword-only arguments"
    assert [each.arg for each in service.args.kwonlyargs if each.annotation is None] == []


@pytest.mark.parametrize(("service", "_neighbours"), SERVICES)
def test_a_service_says_its_rules_and_effects(service, _neighbours):
    docstring = ast.get_docstring(service) or ""

    assert "Rules: " in docstring
    assert "Effects: " in docstring


@pytest.mark.parametrize(("service", "neighbours"), SERVICES)
def test_a_service_locks_what_it_changes(service, neighbours):
    """It locks itself, or through a private function of its file, or it makes something new."""
    text = ast.unparse(service)
    locking = [each.name for each in neighbours if "select_for_update" in ast.unparse(each)]
    locking += SHARED_LOCKS
    locks = "select_for_update" in text or any(f"{name}(" in text for name in locking)

    assert locks or service.name.startswith(("create_", "register_"))


@pytest.mark.parametrize("folder", rooms(), ids=short)
@pytest.mark.parametrize("kind", MIRRORED)
def test_every_file_of_a_room_has_its_tests(folder, kind):
    if not parts(folder, kind):
        return
    tests = ROOT / "tests" / folder.relative_to(ROOT)
    found = [*tests.glob(f"test_{kind}.py"), *tests.glob(f"test_{kind}_*.py")]

    assert found, f"tests/{short(folder)}/test_{kind}.py is missing"


def test_no_template_writes_a_key_with_a_thousand_separator():
    """USE_THOUSAND_SEPARATOR makes row 1083 "1.083", which no form accepts."""
    bare = re.compile(r"\{\{ ?[\w.]+\.(pk|id|version) ?\}\}")
    named = ("templates/nlds/", "templates/django/", "templates/base.html")  # no rows
    templates = [
        path
        for path in sorted((ROOT / "templates").rglob("*.html"))
        if not short(path).startswith(named)
    ]

    assert [short(path) for path in templates if bare.search(path.read_text("utf-8"))] == []
