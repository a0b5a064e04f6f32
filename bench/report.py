"""The table on the screen and ``bench/RESULTS.md``: figures with their date and machine."""

import os
import platform
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from bench.figures import Spread, Verdict

RESULTS = Path(__file__).with_name("RESULTS.md")
PACKAGES = ("Django", "psycopg2-binary", "gunicorn")
GIB = 1024**3

Times = Mapping[str, Mapping[str, Spread]]


@dataclass(frozen=True)
class Outcome:
    """One run of the bench."""

    times: Times
    queries: Mapping[str, int]
    verdicts: Sequence[Verdict]
    how: str
    server: str
    at: datetime


def as_text(outcome: Outcome) -> str:
    """Times, then bars, as Markdown tables that also read well on a screen."""
    lines = ["| Pagina | Stad | p50 (ms) | p95 (ms) | p95 heel | Metingen | Vragen |"]
    lines.append("|---|---|---:|---:|---:|---:|---:|")
    for size, pages in outcome.times.items():
        for page, one in pages.items():
            asked = outcome.queries.get(page, "")
            lines.append(
                f"| {page} | {size} | {one.p50:.1f} | {one.p95:.1f} | {one.p95_whole:.1f} "
                f"| {one.count} | {asked} |"
            )
    lines += ["", "| Norm (p95) | Gemeten | Mag | |", "|---|---:|---:|---|"]
    for verdict in outcome.verdicts:
        word = "OK" if verdict.holds else "NIET GEHAALD"
        lines.append(f"| {verdict.what} | {verdict.value:.2f} | {verdict.bar:g} | {word} |")
    return "\n".join(lines)


def write_results(outcome: Outcome) -> None:
    """Replace the file with this run."""
    text = f"""# Figures

Made by `make bench`; design 11 explains the floors and the bars. Quote ratios, not times: the
machine does other things as well.

* When: {outcome.at:%Y-%m-%d %H:%M} UTC, version {commit()}
* Machine: {machine()}
* Software: {software()}, PostgreSQL {outcome.server}
* How: {outcome.how}

F0 is a bare page behind session and authentication middleware, with one query of its own; F1 a
bare table of 50 rows from one query. "groei" is p95 in the large city over p95 in the small one,
"vragen" the queries of one page, those of session, account and audit trail included. p95 is the
median of the p95 of ten parts of the run, so that a burst of other work spoils one part only;
"p95 heel" is that of the run in one piece.

{as_text(outcome)}
"""
    RESULTS.write_text(text, encoding="utf-8")


def machine() -> str:
    """Processor, cores and memory."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / GIB
    return (
        f"{_processor()}, {os.cpu_count()} cores, {memory:.0f} GiB, load {os.getloadavg()[0]:.1f}"
    )


def software() -> str:
    """What the figures were measured with."""
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return f"Python {platform.python_version()}, {packages}"


def commit() -> str:
    """The commit that was measured, marked when files differ from it."""
    command = ["git", "describe", "--always", "--dirty"]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    return found.stdout.strip() or "unknown"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.machine()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()
