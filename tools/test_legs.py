"""``make test``: the legs one after the other, and at the end what really ran.

REQUIRE_SERVICES=1 and REQUIRE_BROWSER=1 make a leg that could not run exit code 3.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from tools.configuration import ROOT, make_data_dir, read_configuration
from tools.frontend import ensure_frontend
from tools.legs import BROWSER, SERVICES, Leg, Outcome, describe, plan, plan_soak, run
from tools.trouble import Trouble, run_main

LOWEST_COVERAGE = 95.0
REQUIRED_BY = {SERVICES: "REQUIRE_SERVICES", BROWSER: "REQUIRE_BROWSER"}


def main() -> int:
    """Run the legs; 0 all that ran is good, 1 something failed, 3 a required leg did not run."""
    here = read_configuration(ROOT, os.environ)
    make_data_dir(here.data_dir)
    os.environ["TMPDIR"] = here.environment["TMPDIR"]
    results = here.data_dir / "legs"
    results.mkdir(exist_ok=True)
    for old in results.glob(".coverage*"):
        old.unlink()
    if sys.argv[1:] == ["soak"]:
        return conclude([run(leg, results) for leg in plan_soak(os.environ)], None, os.environ)
    legs = _with_frontend(plan(os.environ), here.log("frontend"))
    outcomes = [run(leg, results) for leg in legs]
    return conclude(outcomes, coverage(results), os.environ)


def conclude(
    outcomes: Sequence[Outcome], covered: Mapping[str, float] | None, environ: Mapping[str, str]
) -> int:
    """Print the summary; the last line is a plain OK only when every leg ran."""
    print("\n=== What ran ===")
    for outcome in outcomes:
        print(f"{describe(outcome.leg)}: {outcome.line}")
    missing = [outcome.leg.name for outcome in outcomes if not outcome.has_run]
    failed = [outcome.leg.name for outcome in outcomes if not outcome.is_good]
    if covered is not None:
        shown = ", ".join(f"{name} {value:.1f} %" for name, value in covered.items())
        print(f"Coverage: {shown} (at least {LOWEST_COVERAGE:.0f} % each when all legs run)")
        if not missing and min(covered.values()) < LOWEST_COVERAGE:
            failed.append("coverage")
    required = [name for name in missing if environ.get(REQUIRED_BY.get(name, ""), "") == "1"]
    if failed:
        print(f"FAILED: {', '.join(failed)}")
        return 1
    if required:
        print(f"FAILED: {', '.join(required)} required and not run")
        return 3
    print(f"OK WITHOUT {', '.join(missing)}" if missing else "OK")
    return 0


def coverage(results: Path) -> dict[str, float]:
    """Lines and branches of the legs that measured, with the list of what it did not reach."""
    environment = {**os.environ, "COVERAGE_FILE": str(results / ".coverage")}
    report = results / "coverage.json"
    report.unlink(missing_ok=True)
    base = [sys.executable, "-m", "coverage"]
    for arguments in (
        ["combine", "--keep", "--quiet", str(results)],
        ["json", "--quiet", "--fail-under=0", "-o", str(report)],
        ["report", "--fail-under=0"],
    ):
        subprocess.run([*base, *arguments], cwd=ROOT, env=environment, check=False)
    if not report.is_file():
        return {"lines": 0.0, "branches": 0.0}
    totals = json.loads(report.read_text(encoding="utf-8"))["totals"]
    return {
        "lines": _share(totals["covered_lines"], totals["num_statements"]),
        "branches": _share(totals["covered_branches"], totals["num_branches"]),
    }


def _share(part: int, whole: int) -> float:
    return 100.0 * part / whole if whole else 100.0


def _with_frontend(legs: list[Leg], log: Path) -> list[Leg]:
    """Build the front end; when that is impossible, the browser leg says so."""
    try:
        ensure_frontend(ROOT, log=log, environment={"TMPDIR": os.environ["TMPDIR"]})
    except Trouble as trouble:
        return [
            replace(leg, reason=leg.reason or str(trouble)) if leg.name == BROWSER else leg
            for leg in legs
        ]
    return legs


if __name__ == "__main__":
    sys.exit(run_main(main))
