"""The house rules about files, names, sizes and imports. They examine whatever exists."""

import ast
import configparser
import re
import subprocess
import sys
from pathlib import Path

import pytest

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

FURNITURE = {"__init__", "lifecycle", "models", "services", "messages", "tasks", "forms", "views"}
FURNITURE |= {"urls", "admin", "context", "middleware", "permissions"}
FURNITURE |= {"papers"}  # what stands on the letters and reports of the room (cases/makers.py)
EXTRA = {
    "cases/callbacks": {"routing"},  # caller to team to people; only reads, used by three acts
    "cases/residents": {
        "recognition",  # whether two callers are one person; only compares (H6)
        "names",  # how the BRP writes a name and greets somebody; pure functions
        "searching",  # finds a card one may open; only reads (H6)
        "throttle",  # how often one searches, counted in the trail (T1)
        "sounds",  # how a name sounds; pure functions
        "asking",  # whether somebody is known already, asked by two forms before they save
        "twins",  # who may be the same person, among whom one may open; only reads
        "signing",  # who signs for whom; pure functions (IK-8)
        "relations",  # what hangs on a resident and what a merge does with it; only reads
        "moving",  # the hands of merging and undoing, inside their transaction
        "comparing",  # two cards field by field; pure functions
        "consenting",  # who gives a consent; pure functions (TS-2)
        "birthdays",  # a date of birth of which a part can be unknown; pure functions
    },
    "cases/brp": {
        "lines",  # a file as lines, with its own limits
        "columns",  # a line as a person or its faults; pure functions
        "checking",  # a whole file before anything is written; only reads
        "uploading",  # what an extract is as an upload (UT-6)
        "progress",  # how far the worker is, and who the only worker is (UT-7)
        "worker",  # a loop over transactions, so not itself a service (design 6)
        "merging",  # what a resident becomes by a line; only compares
    },
    "cases/knowledge": {
        "searching",  # finds articles by words; used by the kennisbank and by the call (TEL-9)
        "news",  # the messages of today; read by the first page and by the call
        "figures",  # counts for one page; only reads
    },
    "cases/papers": {
        "pdf",  # a page as tagged PDF, or None where the libraries are missing
        "making",  # orders, documents and who makes which kind
        "bell",  # rings the worker; from the act and at the end of a long round
        "worker",  # a loop over transactions, so not itself a service (design 6)
    },
    "cases/community": {"searching"},  # finds offers by words; only reads (SK-7)
    "cases/helpdesk": {"duty"},  # who is vraagbaak now; read by the call and by the figures (TEL-6)
    "cases/intakes": {
        "support_letter",  # the words of a request to the OCO; pure
        "terms",  # every date that follows from a melding; only computes (WMO 2.3.2)
        "letter",  # the words of the confirmation, as data that can be frozen; only reads
        "deciding",  # which rule wins, for advice and for trial; only computes (TRI-1)
        "figures",  # counts of advice and deviations; only reads
    },
    "cases/mandates": {"deciding"},  # who may decide, and what is lacking; only reads (MD-1)
    "cases/contacts": {
        "selections",  # the words and conditions of lists and figures; only Q objects (TEL-7)
        "calls",  # the running calls of an employee; read by the first page and by the call
        "throttle",  # how many callers one looks up, counted in the trail (T5)
    },
    "cases/agenda": {
        "sources",  # which questions, articles and requests are points; only reads (TEL-8)
        "points",  # the page of the agenda in four queries; only reads
        "lines",  # one point in words, as far as one may know it; only reads
    },
    "cases/exchange": {
        "standard",  # fields, lengths and choices of the API Klantinteracties, as data
        "metadata",  # what the standard has no field for, there and back
        "lines",  # a file as lines, with its own limits
        "checking",  # whether an object has the form of the standard
        "outgoing",  # rows as objects; only reads
        "incoming",  # objects as rows, or every fault by line; only reads
    },
    "cases/talks": {
        "drawing",  # a signature as lines of points; pure functions
        "drafting",  # the report out of what was said; only composes (WMO 2.3.2)
        "lights",  # what must still be done with a talk, in a word and a colour
        "comparing",  # the ZRM of several talks side by side; pure functions
    },
    "cases/decisions": {
        "terms",  # every day that follows from an aanvraag or a decision; only computes
        "tracing",  # an aanvraag under a lock, and the line an act leaves in the dossier
        "checking",  # what a draft lacks and which mandate covers it; only reads
        "letter",  # the words of the letter, as data that can be frozen; only reads
        "lights",  # how an aanvraag stands against its term; pure functions
        "exporting",  # provisions as lines for the backoffice; only reads
        "status",  # what a caller may hear, in five phrases; only reads (STA-1)
        "unfinished",  # what keeps a dossier open; only reads (DS-6)
    },
    "cases/dossiers": {
        "tracing",  # the line every act leaves, inside its transaction
        "unfinished",  # what keeps a dossier open; only reads (DS-6)
        "parting",  # what rooms above do with the work of who leaves, inside that act (TK-5)
    },
    "cases/todos": {
        "lights",  # how a task stands against its day, in a word and a colour
        "unfinished",  # open tasks keep a dossier open; only reads (TK-7)
        "inheriting",  # the hands of somebody's leaving, inside that act (TK-5)
    },
    "cases/documents": {
        "naming",  # the name of a file without what misleads; pure functions
        "checking",  # what a file is by what is in it; only reads (DC-2)
        "packages",  # whether a zip is a text without danger; only reads (DC-3)
        "pictures",  # a photo without where it was made; pure functions (DC-8)
        "storing",  # where the bytes are, closed; the only one that writes there (DC-4)
        "uploading",  # what a document is as an upload
        "scanning",  # the seam for a virus scanner, and clamd (DC-7)
        "worker",  # loops over transactions, so not itself a service (design 6)
    },
    "cases/plans": {
        "editions",  # the plan inside an act: one edition further, one planned evaluation
        "fitting",  # days, and who gives which sort of help; only compares (PL-6, PL-8)
        "due",  # which evaluations are work, and how they stand; only reads
        "comparing",  # scores before and after; only compares (PL-5)
        "plainly",  # the plan as the resident reads it; only composes (PL-13)
        "unfinished",  # what of a plan keeps its dossier open; only reads (PL-12)
    },
    "cases/matching": {
        "coordinators",  # who looks for volunteers today; only reads (ORG-4)
        "locking",  # the dossier and then the request, in one order, inside a transaction
        "lights",  # a request against its term, in a word and a colour
        "unfinished",  # what keeps a dossier open; only reads (MV-9)
        "listening",  # hears the acts of the rooms below; calls a service (DS-11)
        "earlier",  # what happened before the opening; only reads (DS-11)
        "choosing",  # which lines somebody asked for; only reads (DS-13)
        "searching",  # words in the lines of one dossier; only reads (DS-14)
        "leaving",  # who left a team and still directs; only reads (DS-18)
    },
    "clusters/organisation": {"routing"},  # address to team: only reads, used by two rooms (CLU-8)
    "clusters/login": {
        "sessions",  # what a session of the browser holds; the one place that signs in
        "expired",  # a form that came too late comes back; used by middleware and view (S31)
        "throttle",  # guessing seen from a distance, in the tables of axes (S18)
        "invitations",  # makes and reads the link of an invitation (security 5)
        "enrolment",  # the QR code of a new app
        "demo",  # demo persons and the clean database; also used by seed_demo (design 10)
        "checks",  # Django's start-up checks of the keys (security 5)
    },
    "clusters/notices": {
        "mail_round",  # a loop over transactions, so not itself a service (design 6)
    },
    "clusters/operations": {
        "health",  # asks database, worker and broker; no table, no act
        "heartbeat",  # listens to Celery, for the tasks of every app
    },
}
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "misc", "tools", "common", "base"}
SHARED_LOCKS = ["lock_file"]  # lets several services of a room lock the same thing in one way
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
