"""A pytest plugin that counts for ``make test`` what ran, what was skipped and why.

Loaded with ``-p tools.leg_report``; writes JSON to the file named in LEG_REPORT.
"""

import json
import os
from collections import Counter
from pathlib import Path

import pytest


class Tally:
    """The outcome of one leg, collected in the process that hears every report."""

    def __init__(self) -> None:
        self.outcomes: Counter[str] = Counter()
        self.reasons: Counter[str] = Counter()
        self.markers: Counter[str] = Counter()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.skipped:
            self.outcomes["skipped"] += 1
            self.reasons[_reason(report)] += 1
        elif report.failed:
            self.outcomes["failed"] += 1
        elif report.when == "call":
            self.outcomes["passed"] += 1
            self.markers.update(
                name for name in ("postgres", "browser", "soak") if name in report.keywords
            )

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.outcomes["failed"] += 1

    def pytest_sessionfinish(self) -> None:
        counts = {"outcomes": self.outcomes, "reasons": self.reasons, "markers": self.markers}
        Path(os.environ["LEG_REPORT"]).write_text(json.dumps(counts), encoding="utf-8")


def pytest_configure(config: pytest.Config) -> None:
    """Count in the main process only; the workers of xdist send their reports there."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Tally(), "leg-tally")


def _reason(report: pytest.TestReport) -> str:
    if isinstance(report.longrepr, tuple):
        return str(report.longrepr[2]).removeprefix("Skipped: ")
    return getattr(report, "wasxfail", "") or "no reason given"
