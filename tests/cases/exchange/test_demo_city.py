"""The demo city out, wiped and in again: requests in every state, made by the services."""

import io
from functools import partial

import jsonschema
import pytest
import time_machine
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.demo.seeding import create_demo_city
from cases.exchange.lines import read_lines
from cases.exchange.services import importing, register_import
from cases.models import CallbackReminder, CallbackRequest
from tests.cases.demo.conftest import NOW
from tests.cases.exchange.conftest import exported, objects, rows, wipe
from tests.cases.exchange.schema import LINE

BELLS = ("callback__submission_key", "kind", "term_round", "due_at")


@pytest.fixture
def city(db):
    """A small demo city on a Monday afternoon."""
    with time_machine.travel(NOW, tick=False):
        cache.clear()
        call_command("load_reference_data", verbosity=0, stdout=io.StringIO())
        create_demo_city(seed=7, now=NOW, residents=150, callbacks=150)
        yield


def bells():
    """What still has to ring."""
    return sorted(CallbackReminder.objects.filter(state="pending").values_list(*BELLS))


def test_the_demo_city_validates_and_comes_back(city, tmp_path):
    first, before, ringing = exported(), rows(), bells()
    validator = jsonschema.Draft202012Validator(LINE)
    wrong = [error.message for line in objects(first) for error in validator.iter_errors(line)]
    assert wrong == []
    assert {row.state for row in CallbackRequest.objects.all()} >= {"waiting", "closed"}
    wipe()
    (tmp_path / "in.jsonl").write_bytes(first)
    read = partial(read_lines, tmp_path / "in.jsonl")

    count = register_import(lines=read, by=None, at=NOW)

    assert count.fresh == len(objects(first)) >= 150
    assert rows() == before
    assert exported() == first
    assert set(ringing) <= set(bells())


def test_an_import_costs_the_same_for_every_batch(city, tmp_path, monkeypatch):
    """One batch of eight lines or one of twenty: as many queries.

    SQLite takes at most 999 values in a statement, so larger ones are split there.
    """
    file = exported().splitlines(keepends=True)
    spent = {}
    for size in (8, 20):
        monkeypatch.setattr(importing, "BATCH", size)
        wipe()
        (tmp_path / "in.jsonl").write_bytes(b"".join(file[:size]))
        read = partial(read_lines, tmp_path / "in.jsonl")
        with CaptureQueriesContext(connection) as queries:
            register_import(lines=read, by=None, at=NOW)
        spent[size] = len(queries)

    assert spent[8] == spent[20] <= 40
