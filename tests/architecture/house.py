"""What the tests of the house look at: apps, rooms, files and functions, found on disk."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
APPS = ("wijkteams", "dashboards", "budgets", "cases", "clusters", "audit", "common")
APPS_WITH_ROOMS = ("dashboards", "budgets", "cases", "clusters")
NOT_A_ROOM = {"migrations", "management", "templatetags", "reference", "demo", "__pycache__"}
NOT_A_ROOM |= {"models", "services", "views", "forms", "tasks", "static"}  # split furniture

Function = ast.FunctionDef | ast.AsyncFunctionDef


def python_files(*tops: str) -> list[Path]:
    """Every Python file below the named folders, without migrations."""
    return sorted(
        path
        for top in tops
        for path in (ROOT / top).rglob("*.py")
        if "migrations" not in path.parts
    )


def rooms() -> list[Path]:
    """Every room of every app that has rooms."""
    return sorted(
        path.parent
        for app in APPS_WITH_ROOMS
        for path in (ROOT / app).glob("*/__init__.py")
        if path.parent.name not in NOT_A_ROOM
    )


def parts(folder: Path, kind: str) -> list[Path]:
    """The files of one piece of furniture: ``kind.py``, or the package it was split into."""
    single = folder / f"{kind}.py"
    return [single] if single.exists() else sorted((folder / kind).glob("*.py"))


def functions(path: Path) -> list[Function]:
    """The functions that stand at the top of a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in tree.body if isinstance(node, Function)]


def all_functions(path: Path) -> Iterator[Function]:
    """Every function and method of a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def length(function: Function) -> int:
    """Lines from ``def`` to the end, without the docstring."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function) is not None:
        lines -= (first.end_lineno or first.lineno) - first.lineno + 1
    return lines


def short(path: Path) -> str:
    """A path as it is said in a failing test."""
    return str(path.relative_to(ROOT))
