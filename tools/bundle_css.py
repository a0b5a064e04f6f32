"""Makes one style sheet of the NL Design System parts we use, its tokens and our own files.

Plain Python, so that a build needs Node only to fetch the packages. The theme defines some
2.800 variables; only those that the chosen parts can reach are kept.
"""

import json
import re
import sys
from pathlib import Path

THEME = "@nl-design-system-unstable/voorbeeld-design-tokens"
FIRST = ("tokens", "theme", "layout", "forms", "components", "tables")
LAST = ("print",)
TARGET = Path("static/dist/wijkteams.css")

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
DECLARATION = re.compile(r"(--[\w-]+)\s*:\s*([^;]+);")
VARIABLE = re.compile(r"--[\w-]+")
LINE_BREAK = re.compile(r"\s*\n\s*")


def bundle(root: Path) -> Path:
    """Write the style sheet of the site and return its path.

    Raises FileNotFoundError when ``npm ci`` has not filled ``node_modules`` yet.
    """
    packages = json.loads((root / "package.json").read_text(encoding="utf-8"))["dependencies"]
    modules = root / "node_modules"
    parts = [_read(modules / name / "dist/index.css") for name in packages if name != THEME]
    own = [_read(root / "static/css" / f"{name}.css") for name in own_files(root)]
    theme = _read(modules / THEME / "dist/theme.css")
    rules = "\n".join([*parts, *own])
    target = root / TARGET
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(_shrink(f"{_reachable(theme, rules)}\n{rules}"), encoding="utf-8")
    return target


def own_files(root: Path) -> list[str]:
    """The names of our own files in order: the frame, then the rooms by name, then paper."""
    names = {path.stem for path in (root / "static/css").glob("*.css")}
    return [*FIRST, *sorted(names - {*FIRST, *LAST}), *LAST]


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _reachable(theme: str, rules: str) -> str:
    """Return the theme's variables that ``rules`` use, directly or through one another."""
    values = dict(DECLARATION.findall(COMMENT.sub("", theme)))
    waiting = set(VARIABLE.findall(rules))
    kept: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in kept or name not in values:
            continue
        kept.add(name)
        waiting.update(VARIABLE.findall(values[name]))
    body = "".join(f"{name}:{value};" for name, value in values.items() if name in kept)
    return f":root{{{body}}}"


def _shrink(css: str) -> str:
    """Drop comments and line breaks, which a browser does not need; keep each licence once."""
    licences = dict.fromkeys(text for text in COMMENT.findall(css) if "@license" in text)
    bare = LINE_BREAK.sub(" ", COMMENT.sub("", css))
    return "\n".join([*licences, bare.strip(), ""])


if __name__ == "__main__":
    made = bundle(Path(__file__).resolve().parent.parent)
    sys.stdout.write(f"{made}: {made.stat().st_size} bytes\n")
