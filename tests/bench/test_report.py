"""The table of the bench says in words which bar was met."""

from datetime import UTC, datetime

from bench import report
from bench.figures import Spread, Verdict
from bench.report import Outcome, as_text, write_results

OUTCOME = Outcome(
    times={"miljoen": {"worklist": Spread(20.04, 31.0, 400, 44.0), "F1": Spread(10.0, 12.0, 400)}},
    queries={"worklist": 9},
    verdicts=[Verdict("worklist / F1, miljoen", 2.58, 2.0), Verdict("worklist, vragen", 9, 12)],
    how="met de hand",
    server="15.8",
    at=datetime(2026, 11, 23, 6, 0, tzinfo=UTC),
)


def test_the_table_shows_times_queries_and_words():
    lines = as_text(OUTCOME).splitlines()

    assert "| worklist | miljoen | 20.0 | 31.0 | 44.0 | 400 | 9 |" in lines
    assert "| worklist / F1, miljoen | 2.58 | 2 | NIET GEHAALD |" in lines
    assert "| worklist, vragen | 9.00 | 12 | OK |" in lines


def test_the_file_has_the_date_and_the_machine(tmp_path, monkeypatch):
    monkeypatch.setattr(report, "RESULTS", tmp_path / "RESULTS.md")

    write_results(OUTCOME)

    text = (tmp_path / "RESULTS.md").read_text(encoding="utf-8")
    assert "2026-11-23 06:00 UTC" in text
    assert "cores" in text
    assert "PostgreSQL 15.8" in text
