"""Writes docs/lifecycles.md from the lifecycle tables in the code, or checks that it is current.

``python -m tools.lifecycles`` writes the page; with ``--check`` it only compares.
"""

import importlib
import sys

import django

from common.lifecycle import Lifecycle
from tools import test_env
from tools.configuration import ROOT
from tools.trouble import Trouble, run_main

PAGE = ROOT / "docs" / "lifecycles.md"
HEAD = """# Lifecycles

Made from the tables in the code by `make handbook`; do not edit. A step is named after the act,
and the service of that name is the only one that takes it.
"""


def page() -> str:
    """The whole page: per room the graph and the table of steps."""
    parts = [HEAD]
    for path in sorted(ROOT.glob("*/*/lifecycle.py")):
        room = ".".join(path.relative_to(ROOT).parts[:2])
        module = importlib.import_module(f"{room}.lifecycle")
        tables = [each for each in vars(module).values() if isinstance(each, Lifecycle)]
        parts += [_section(room, table) for table in tables]
    return "\n".join(parts)


def _section(room: str, table: Lifecycle) -> str:
    lines = [f"## {room}", "", "```mermaid", table.as_mermaid(), "```", ""]
    lines += ["| State | On screen |", "|---|---|"]
    lines += [f"| `{state.value}` | {state.label} |" for state in table.states]
    lines += ["", "| Step | From | To | Why |", "|---|---|---|---|"]
    for step in table.steps.values():
        sources = ", ".join(f"`{value}`" for value in table.states.values if value in step.sources)
        lines.append(f"| `{step.name}` | {sources} | `{step.target}` | {step.why} |")
    return "\n".join([*lines, ""])


def main() -> int:
    """The command line."""
    django.setup()
    wanted = page()
    if sys.argv[1:] == ["--check"]:
        if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != wanted:
            raise Trouble("docs/lifecycles.md differs from the code: run `make handbook`.")
        return 0
    PAGE.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    test_env.apply()
    sys.exit(run_main(main))
