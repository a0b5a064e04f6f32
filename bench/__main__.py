"""``make bench``: the speed of the main pages on a generated city, against the two floors.

Two cities, ten thousand and one million callbacks, each with a web server of its own that serves
the application and the floors. Pages, floors and cities take turns, so that whatever else the
machine does hits all of them. Exit code 1 when a bar is not met.

``BENCH_LARGE=50000`` makes and visits a smaller second city; ``BENCH_PAGES="home status"`` measures
only those pages. Only the whole of it is written to RESULTS.md. The others are ``BENCH_ROUNDS``,
``BENCH_CONNECTIONS`` and ``BENCH_REBUILD=1``.
"""

import json
import os
import subprocess
import sys
import time
from datetime import UTC, datetime
from typing import Any

import psycopg2

from bench.cities import ensure_city, manage
from bench.environment import LARGE, MILLION, ROOT, SMALL, City, environment, server_url
from bench.figures import Spread, spread, verdicts
from bench.load import visitor_of
from bench.report import Outcome, as_text, write_results
from bench.servers import THREADS, WORKERS, count_queries, serving
from tools.trouble import Trouble, run_main

CITIES = (SMALL, LARGE)
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "200"))
PAGES = frozenset(os.environ.get("BENCH_PAGES", "").split())
IS_WHOLE = not PAGES and LARGE.callbacks == MILLION
CONNECTIONS = int(os.environ.get("BENCH_CONNECTIONS", "2"))
WARM_UP = 15
ORDER = (
    "F0",
    "worklist",
    "F1",
    "detail",
    "F0",
    "call",
    "status",
    "F1",
    "contacts",
    "search",
    "resident",
    "F0",
    "search-name",
    "search-address",
    "search-bsn",
    "F1",
    "notifications",
    "notification",
    "F0",
    "cards",
    "report",
    "F1",
    "files",
    "files-team",
    "F0",
    "file",
    "file-lines",
    "file-lines-last",
    "F1",
    "file-search",
    "offers",
    "offers-search",
    "F0",
    "home",
    "plan",
    "F1",
    "tasks",
    "documents",
    "matches",
    "F0",
    "applications",
    "applications-hall",
    "F1",
    "applications-sent",
    "application",
    "F0",
    "objections",
    "objection",
    "ledger",
    "ledger-entries",
    "F1",
    "ledger-ageing",
    "F0",
    "ledger-statement",
    "F1",
    "dashboard",
    "desk-dashboard",
    "F0",
    "desk-charts",
    "sst-dashboard",
    "sst-charts",
    "dashboard-streams",
    "dashboard-leads",
    "dashboard-triages",
    "dashboard-shares",
    "F1",
    "flow-list",
)
HOW = (
    f"gunicorn gthread {WORKERS} × {THREADS} per city, {CONNECTIONS} visitors, "
    f"{ROUNDS} rounds in which pages, floors and cities take turns; DEBUG off, cached templates, "
    "whole middleware, audit line written"
)

Targets = dict[str, dict[str, dict[str, Any]]]


def main() -> int:
    """Prepare, measure, print and keep; 0 when every bar is met."""
    for city in CITIES:
        ensure_city(city)
    manage(SMALL, "collectstatic", "--no-input", "--verbosity", "0")
    targets = {city.name: _asked(_targets(city)) for city in CITIES}
    with serving(CITIES) as ports:
        queries = _queries(targets, ports)
        times = _measure(targets, ports)
    found = verdicts(times, queries, SMALL.name, LARGE.name, PAGES or None)
    outcome = Outcome(
        times, queries, found, HOW, _server_version(), datetime.fromtimestamp(time.time(), UTC)
    )
    if IS_WHOLE:
        write_results(outcome)
    print(as_text(outcome))
    failed = [verdict for verdict in found if not verdict.holds]
    print(f"\n{len(found) - len(failed)} van {len(found)} normen gehaald.")
    return 1 if failed else 0


def _targets(city: City) -> dict[str, dict[str, Any]]:
    """Signed-in visitors of this city and the pages they ask."""
    command = [sys.executable, "-m", "bench.visitors"]
    answer = subprocess.run(
        command, cwd=ROOT, env=environment(city), capture_output=True, text=True, check=False
    )
    if answer.returncode:
        raise Trouble(f"Inloggen in de stad {city.name} lukte niet: {answer.stderr[-400:]}")
    found: dict[str, dict[str, Any]] = json.loads(answer.stdout)
    return found


def _asked(targets: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Those that are measured: everything, or the pages that were named and the floors."""
    wanted = PAGES | {"F0", "F1"} if PAGES else set(targets)
    return {page: target for page, target in targets.items() if page in wanted}


def _queries(targets: Targets, ports: dict[str, int]) -> dict[str, int]:
    """Queries per page: the most of both cities and all its addresses."""
    return {
        page: max(
            count_queries(ports[name], path, visitor_of(targets[name][page], turn))
            for name in targets
            for turn, path in enumerate(targets[name][page]["paths"])
        )
        for page in targets[SMALL.name]
    }


def _measure(targets: Targets, ports: dict[str, int]) -> dict[str, dict[str, Spread]]:
    """Let the load generator visit everything in turns; times per city and page."""
    plan = {
        "rounds": ROUNDS,
        "warm_up": WARM_UP,
        "connections": CONNECTIONS,
        "targets": [
            {"key": f"{name}:{page}", "port": ports[name], **targets[name][page]}
            for page in ORDER
            for name in targets
            if page in targets[name]
        ],
    }
    print(f"Meten: {ROUNDS} rondes met {CONNECTIONS} verbindingen.", flush=True)
    command = [sys.executable, "-m", "bench.load"]
    answer = subprocess.run(
        command, cwd=ROOT, input=json.dumps(plan), capture_output=True, text=True, check=False
    )
    if answer.returncode:
        raise Trouble(f"Het meten brak af: {answer.stderr[-400:]}")
    times: dict[str, dict[str, Spread]] = {name: {} for name in targets}
    for key, values in json.loads(answer.stdout).items():
        name, _, page = key.partition(":")
        times[name][page] = spread(values)
    return times


def _server_version() -> str:
    connection = psycopg2.connect(server_url())
    try:
        return f"{connection.server_version // 10_000}.{connection.server_version % 10_000}"
    finally:
        connection.close()


if __name__ == "__main__":
    sys.exit(run_main(main))
