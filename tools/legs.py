"""The legs of ``make test``: what each needs, which tests it runs and what it found."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tools.configuration import ROOT
from tools.services import Found, find_chromium, find_postgresql, find_redis, without_password

SERVICES = "PostgreSQL + Redis"
BROWSER = "browser"


@dataclass(frozen=True)
class Leg:
    """One run of pytest: on which servers, which tests."""

    name: str
    selection: str  # the -m expression
    marker: str = ""  # must match at least one test that passes
    workers: int = 2
    environment: dict[str, str] = field(default_factory=dict)
    reason: str = ""  # why it cannot run
    is_failure: bool = False  # and whether that is wrong
    measures: bool = False  # coverage; it nearly doubles the time, so each test is measured once


@dataclass(frozen=True)
class Outcome:
    """What became of one leg."""

    leg: Leg
    has_run: bool
    is_good: bool
    line: str


def plan(environ: Mapping[str, str]) -> list[Leg]:
    """The legs of ``make test``, with what was found on this machine (ADR 55)."""
    database, broker = find_postgresql(environ), find_redis(environ)
    servers = _servers(database, broker)
    legs = [
        Leg("SQLite", _on_sqlite(is_alone=not servers), measures=True),
        _services_leg(database, broker, servers),
        _browser_leg(find_chromium(environ), servers),
    ]
    if servers:
        every_page = "of_record and not soak"
        legs.insert(2, Leg("every page", every_page, environment=servers, measures=True))
    return legs


def plan_soak(environ: Mapping[str, str]) -> list[Leg]:
    """The long tests, on the servers when they are there; then each once on the other engine."""
    servers = _servers(find_postgresql(environ), find_redis(environ))
    legs = [Leg("soak", "soak", marker="soak", workers=0, environment=servers)]
    if servers:
        legs.append(Leg("demo city on PostgreSQL", "of_demo and not soak", environment=servers))
        legs.append(Leg("every page on SQLite", "of_record and not soak"))
    return legs


def _on_sqlite(*, is_alone: bool) -> str:
    """What walks through every page runs once, on the database of record when it is there."""
    return "not postgres and not browser and not soak" + ("" if is_alone else " and not of_record")


def run(leg: Leg, results: Path) -> Outcome:
    """Run one leg, or say why not."""
    if leg.reason:
        line = f"NOT RUN: {leg.reason}"
        return Outcome(leg, has_run=False, is_good=not leg.is_failure, line=line)
    report = results / f"{leg.marker or leg.name.lower()}.json"
    report.unlink(missing_ok=True)
    sys.stdout.write(f"\n=== {leg.name} ===\n")
    sys.stdout.flush()
    environment = {**_clean_environment(), **leg.environment, "LEG_REPORT": str(report)}
    command = [sys.executable, "-m", "pytest", "-p", "tools.leg_report", "-q", "-m", leg.selection]
    command += ["-n", str(leg.workers)]
    if leg.measures:
        environment["COVERAGE_FILE"] = str(results / f".coverage.{report.stem}")
        command += ["--cov", "--cov-report=", "--cov-fail-under=0"]
    else:
        command += ["--no-cov"]
    code = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
    return _judge(leg, code, report)


def _judge(leg: Leg, code: int, report: Path) -> Outcome:
    """The line of a leg that ran; green needs tests that passed, also of its own marker."""
    if not report.is_file():
        return Outcome(leg, True, False, f"FAILED: pytest stopped with code {code}")
    counts = json.loads(report.read_text(encoding="utf-8"))
    outcomes = counts["outcomes"]
    numbers = [f"{outcomes.get(name, 0)} {name}" for name in ("passed", "failed", "skipped")]
    reasons = [f"{number} × {reason}" for reason, number in counts["reasons"].items()]
    line = ", ".join(numbers) + (f" ({'; '.join(reasons)})" if reasons else "")
    if leg.marker and not counts["markers"].get(leg.marker):
        return Outcome(leg, True, False, f"FAILED: no test with marker {leg.marker} passed; {line}")
    is_good = code == 0 and outcomes.get("passed", 0) > 0
    return Outcome(leg, True, is_good, f"{'RAN' if is_good else 'FAILED'}: {line}")


def _servers(database: Found, broker: Found) -> dict[str, str]:
    """The variables that put the application on PostgreSQL and Redis; empty without them."""
    if not (database.address and broker.address):
        return {}
    return {
        "DATABASE_URL": _own_database(database.address),
        "REDIS_URL": broker.address,
        "CELERY_BROKER_URL": broker.address,
    }


def _services_leg(database: Found, broker: Found, servers: dict[str, str]) -> Leg:
    reasons = "; ".join(each.reason for each in (database, broker) if each.reason)
    return Leg(
        SERVICES,
        "not sqlite and not browser and not soak and not of_demo and not of_record",
        marker="postgres",
        environment=servers,
        reason=reasons,
        is_failure=database.is_failure or broker.is_failure,
    )


def _browser_leg(chromium: Found, servers: dict[str, str]) -> Leg:
    environment = {
        **servers,
        "CHROMIUM": chromium.address,
        "DJANGO_ALLOW_ASYNC_UNSAFE": "1",  # Playwright runs an event loop in the test's thread
        "CONN_MAX_AGE": "0",  # the live server's threads leave no connection behind
    }
    return Leg(
        BROWSER,
        "browser and not soak",
        marker="browser",
        environment=environment,
        reason=chromium.reason,
        is_failure=chromium.is_failure,
    )


def _own_database(address: str) -> str:
    """A name of this clone on a shared server, so that two clones can test at once."""
    base, _, name = address.rpartition("/")
    if name != "postgres":
        return address
    return f"{base}/wijkteams_{hashlib.sha256(str(ROOT).encode()).hexdigest()[:8]}"


def _clean_environment() -> dict[str, str]:
    """This process's variables without a choice of server; a leg makes that choice."""
    chosen = {"DATABASE_URL", "REDIS_URL", "CELERY_BROKER_URL", "CONN_MAX_AGE"}
    return {name: value for name, value in os.environ.items() if name not in chosen}


def describe(leg: Leg) -> str:
    """Where a leg runs, without passwords."""
    shown = [
        without_password(leg.environment[name])
        for name in ("DATABASE_URL", "REDIS_URL")
        if name in leg.environment
    ]
    return f"{leg.name}{' on ' + ' and '.join(shown) if shown else ''}"
