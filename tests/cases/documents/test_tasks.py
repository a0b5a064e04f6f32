"""The worker: scans what waits, survives a silent scanner, sweeps up and misses (DC-7, DC-10)."""

import inspect
import os
import time
import uuid
from datetime import timedelta

import pytest

from cases.documents.models import Document
from cases.documents.storing import place_of
from cases.documents.tasks import scan_documents, tidy_documents
from cases.documents.worker import complaint, scan_waiting, tidy
from tests.cases.documents.clamd import SIGN, fake_clamd
from tests.cases.documents.conftest import on_disk
from tests.factories.cases import MONDAY
from tests.factories.documents import PDF, DocumentFactory

OLD = 2 * 24 * 3600


def age(path):
    then = time.time() - OLD
    os.utime(path, (then, then))


def test_what_waits_is_scanned_once(file, clamd, django_capture_on_commit_callbacks):
    clean = DocumentFactory(file=file, waiting=True)
    before = DocumentFactory(file=file)  # from before there was a scanner
    sick = DocumentFactory(file=file, waiting=True, body=PDF + SIGN)
    with django_capture_on_commit_callbacks(execute=True):
        assert [scan_documents(), scan_documents()] == [3, 0]

    states = dict(Document.objects.values_list("pk", "scan"))
    assert states == {clean.pk: "clean", before.pk: "clean", sick.pk: "infected"}
    assert place_of(clean.token).exists()
    assert not place_of(sick.token).exists()
    assert PDF in clamd.streams  # opened, not as it is on disk


def test_without_a_scanner_nothing_is_done(document):
    assert scan_documents() == 0


def test_a_silent_scanner_leaves_it_waiting_and_the_next_round_finds_it(file, settings):
    for _ in range(5):
        DocumentFactory(file=file, waiting=True)
    with fake_clamd(settings, b"ERROR\0") as server:
        assert scan_waiting(at=MONDAY) == 0
        assert len(server.streams) == 3  # and then it stops asking
    assert set(Document.objects.values_list("scan", flat=True)) == {"waiting"}
    with fake_clamd(settings):
        assert scan_waiting(at=MONDAY) == 5


def test_one_that_cannot_be_opened_does_not_hold_up_the_others(file, clamd, caplog):
    lost = DocumentFactory(file=file, waiting=True)
    place_of(lost.token).unlink()
    fine = DocumentFactory(file=file, waiting=True)
    assert scan_waiting(at=MONDAY) == 1
    fine.refresh_from_db()
    assert fine.scan == "clean"
    assert "FileNotFoundError" in caplog.text


def test_a_file_without_a_row_goes_after_a_day(document, folder):
    orphan = DocumentFactory(file=document.file)
    fresh = DocumentFactory(file=document.file)
    Document.objects.filter(pk__in=[orphan.pk, fresh.pk]).delete()
    half = place_of(uuid.uuid4()).with_suffix(".part")
    half.parent.mkdir(exist_ok=True)
    half.write_bytes(b"x")
    foreign = folder / "aa" / "leesmij.txt"
    foreign.parent.mkdir(exist_ok=True)
    foreign.write_bytes(b"x")
    for path in (place_of(orphan.token), place_of(document.token), half, foreign):
        age(path)

    assert [tidy_documents(), tidy_documents()] == [2, 0]
    left = {place_of(document.token), place_of(fresh.token), foreign}
    assert set(on_disk(folder)) == left


def test_a_row_without_a_file_is_said_and_forgotten_when_it_is_back(document):
    path = place_of(document.token)
    body = path.read_bytes()
    assert complaint() == "ok"
    path.unlink()
    assert [tidy(at=MONDAY), tidy(at=MONDAY)] == [1, 0]
    document.refresh_from_db()
    assert document.missing_since == MONDAY
    assert complaint() == "bestand ontbreekt bij 1 document"
    path.write_bytes(body)
    tidy(at=MONDAY)
    assert complaint() == "ok"


def test_a_scanner_that_falls_behind_is_said(file):
    DocumentFactory(file=file, waiting=True, added_at=MONDAY - timedelta(hours=1))
    assert complaint() == "virusscan loopt achter: 1 wachten"


def test_the_page_of_the_worker_shows_it(document, cast, as_user):
    place_of(document.token).unlink()
    tidy(at=MONDAY)
    page = as_user(cast.application_manager).get("/werker/").content.decode()
    assert "bestand ontbreekt bij 1 document" in page


@pytest.mark.parametrize("task", [scan_documents, tidy_documents])
def test_the_message_says_nothing(task):
    assert not inspect.signature(task.run).parameters
