"""``make test`` says what really ran, and never OK for what did not."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools.conftest import ROOT
from tools import legs, once, services
from tools.legs import Leg, Outcome
from tools.test_legs import conclude

NOBODY = "127.0.0.1:1"


def outcome(name, *, has_run=True, is_good=True):
    return Outcome(Leg(name, ""), has_run=has_run, is_good=is_good, line="")


def last_line(capsys):
    return capsys.readouterr().out.strip().splitlines()[-1]


ALL = [outcome("SQLite"), outcome(legs.SERVICES), outcome(legs.BROWSER)]
NO_SERVICES = [outcome("SQLite"), outcome(legs.SERVICES, has_run=False), outcome(legs.BROWSER)]
GOOD = {"lines": 99.0, "branches": 96.0}


def test_plain_ok_only_when_every_leg_ran(capsys):
    assert conclude(ALL, GOOD, {}) == 0
    assert last_line(capsys) == "OK"


def test_ok_names_the_leg_that_did_not_run(capsys):
    assert conclude(NO_SERVICES, GOOD, {}) == 0
    assert last_line(capsys) == "OK WITHOUT PostgreSQL + Redis"


def test_a_required_leg_that_did_not_run_is_code_three(capsys):
    assert conclude(NO_SERVICES, GOOD, {"REQUIRE_SERVICES": "1"}) == 3
    assert last_line(capsys) == "FAILED: PostgreSQL + Redis required and not run"


def test_a_requirement_of_another_leg_changes_nothing(capsys):
    assert conclude(NO_SERVICES, GOOD, {"REQUIRE_BROWSER": "1"}) == 0


def test_a_failed_leg_is_code_one_also_when_another_is_missing(capsys):
    outcomes = [outcome("SQLite", is_good=False), *NO_SERVICES[1:]]

    assert conclude(outcomes, GOOD, {"REQUIRE_SERVICES": "1"}) == 1
    assert last_line(capsys) == "FAILED: SQLite"


@pytest.mark.parametrize(
    "covered", [{"lines": 94.9, "branches": 99}, {"lines": 99, "branches": 94}]
)
def test_too_little_coverage_of_all_legs_fails(capsys, covered):
    assert conclude(ALL, covered, {}) == 1
    assert last_line(capsys) == "FAILED: coverage"


def test_coverage_of_some_legs_is_shown_and_not_judged(capsys):
    assert conclude(NO_SERVICES, {"lines": 50.0, "branches": 50.0}, {}) == 0


def test_an_explicit_address_that_does_not_answer_is_a_failure():
    environ = {
        "DATABASE_URL": f"postgres://u:secret@{NOBODY}/x",
        "REDIS_URL": f"redis://{NOBODY}/0",
    }

    database, broker = services.find_postgresql(environ), services.find_redis(environ)

    assert (database.is_failure, broker.is_failure) == (True, True)
    assert (
        database.reason == f"PostgreSQL at postgres://{NOBODY}/x does not answer (OperationalError)"
    )
    leg = legs.plan(environ)[1]
    result = legs.run(leg, Path())
    assert (result.has_run, result.is_good) == (False, False)


def test_a_server_that_nobody_named_and_is_not_there_is_only_a_reason(monkeypatch):
    monkeypatch.setattr(services, "LOCAL_REDIS", f"redis://{NOBODY}/0")

    found = services.find_redis({})

    assert (found.address, found.is_failure) == ("", False)
    assert "does not answer" in found.reason


def test_a_tcp_server_that_is_no_redis_does_not_count(tmp_path):
    code = "import socket; s = socket.create_server(('127.0.0.1', 0)); "
    code += "print(s.getsockname()[1], flush=True); c = s.accept()[0]; c.recv(99); c.send(b'HTTP')"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as fake:
        port = fake.stdout.readline().strip()

        assert services.find_redis({"REDIS_URL": f"redis://127.0.0.1:{port}/0"}).is_failure


def test_a_named_browser_that_does_not_start_is_a_failure():
    found = services.find_chromium({"CHROMIUM": "no-such-browser"})

    assert (found.address, found.is_failure) == ("", True)


def test_a_leg_does_not_inherit_a_choice_of_server(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://elsewhere/x")

    assert "DATABASE_URL" not in legs._clean_environment()


def test_two_clones_on_one_server_use_two_databases():
    own = legs._own_database("postgres://postgres@127.0.0.1:5432/postgres")

    assert own.startswith("postgres://postgres@127.0.0.1:5432/wijkteams_")
    assert legs._own_database("postgres://u@h/chosen") == "postgres://u@h/chosen"


TESTS = """
import pytest

def test_passes(): pass

@pytest.mark.postgres
def test_of_postgres(): {body}

@pytest.mark.skip(reason="because of rain")
def test_skips(): pass
"""


def tally(tmp_path, body, *arguments):
    """Run the plugin over three tests, as a leg does, and return what it wrote."""
    (tmp_path / "test_sample.py").write_text(TESTS.format(body=body))
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = postgres: x\n")
    report = tmp_path / "report.json"
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tools.leg_report"]
    command += ["-p", "no:django", "-p", "no:cacheprovider", str(tmp_path), *arguments]
    environment = {**os.environ, "LEG_REPORT": str(report), "PYTHONPATH": str(ROOT)}
    environment.pop("PYTEST_XDIST_WORKER", None)
    answer = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    return answer.returncode, report, json.loads(report.read_text())


@pytest.mark.parametrize("workers", ["0", "2"])
def test_a_leg_counts_what_passed_and_why_something_was_skipped(tmp_path, workers):
    code, report, counts = tally(tmp_path, "pass", "-n", workers)

    assert counts["outcomes"] == {"passed": 2, "skipped": 1}
    assert counts["reasons"] == {"because of rain": 1}
    judged = legs._judge(Leg("x", "", marker="postgres"), code, report)
    assert judged.line == "RAN: 2 passed, 0 failed, 1 skipped (1 × because of rain)"
    assert judged.is_good


def test_a_leg_whose_marker_passed_no_test_fails(tmp_path):
    code, report, _ = tally(tmp_path, "pass", "-m", "not postgres")

    judged = legs._judge(Leg("x", "", marker="postgres"), code, report)

    assert not judged.is_good
    assert judged.line.startswith("FAILED: no test with marker postgres passed")


def test_a_leg_with_a_failing_test_fails(tmp_path):
    code, report, counts = tally(tmp_path, "assert False")

    assert counts["outcomes"]["failed"] == 1
    assert not legs._judge(Leg("x", ""), code, report).is_good


@pytest.mark.parametrize(
    ("found", "is_alone"),
    [(services.Found("redis://here"), False), (services.Found("", "away"), True)],
)
def test_each_test_runs_and_one_leg_measures(monkeypatch, found, is_alone):
    there = services.Found("postgres://postgres@here/postgres")
    monkeypatch.setattr(legs, "find_postgresql", lambda environ: there)
    monkeypatch.setattr(legs, "find_redis", lambda environ: found)

    planned = legs.plan({})

    measured = [leg.name for leg in planned if leg.measures]
    assert measured == ["SQLite"] if is_alone else ["SQLite", "every page"]
    assert ("of_record" not in planned[0].selection) == is_alone
    assert "of_demo" not in planned[0].selection
    assert len(planned) == (3 if is_alone else 4)
    assert len(legs.plan_soak({})) == (1 if is_alone else 3)


def test_what_runs_once_is_there():
    """A file that was renamed would run twice without anybody noticing."""
    for place in (*once.OF_RECORD, *once.OF_DEMO):
        assert [*(ROOT / "tests").glob(f"{place}*")], place
