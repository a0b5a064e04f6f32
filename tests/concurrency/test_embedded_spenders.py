"""The same on the embedded database: SQLite in a file, with one writer at a time (M8)."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.concurrency import embedded_spenders

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 300


@pytest.mark.soak
def test_three_hundred_rounds_on_the_embedded_database(tmp_path, report):
    arguments = [embedded_spenders.__name__, str(tmp_path / "spenders.sqlite3"), str(ROUNDS)]
    done = subprocess.run(
        [sys.executable, "-m", *arguments], cwd=ROOT, check=True, capture_output=True, text=True
    )
    found = json.loads(done.stdout)
    report(f"SQLite: 50 spenders, {ROUNDS} rounds: {found}")
    assert (found["wrong"], found["faults"]) == (0, [])
    assert found["naive"] > 0
