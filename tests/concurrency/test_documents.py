"""Two uploads at once, and a worker that is killed halfway through a scan (DC-7, DC-9)."""

import os
import secrets
import signal
import subprocess
import sys
import time
import uuid
from functools import partial

import pytest
from django.utils import timezone

from cases.documents import services
from cases.documents.models import Document
from cases.documents.worker import scan_waiting
from clusters.models import User
from tests.cases.documents.clamd import FakeClamd, fake_clamd
from tests.cases.documents.conftest import folder, on_disk
from tests.concurrency.conftest import done, together
from tests.concurrency.worker_processes import ROOT, _address_of_test_database
from tests.factories.documents import DocumentFactory, upload
from tests.factories.dossiers import FileFactory

__all__ = ["folder"]
pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("monday")]
ROUNDS, PATIENCE = range(5), 60
SCAN = """
import django; django.setup()
from django.utils import timezone
from cases.documents.worker import scan_waiting
scan_waiting(at=timezone.now())
"""


def adding(file, cast, key):
    told = {"kind": "letter", "words": "", "dated_on": None, "document": upload()}
    by = User.objects.get(pk=cast.handler.pk)
    return partial(services.add_document, submission_key=key, file_id=file.pk, by=by, **told)


def test_the_same_upload_twice_at_once_is_one(cast, noord, folder):
    for number in ROUNDS:
        file, key = FileFactory(team=noord, director=cast.handler), uuid.uuid4()
        results = together(*(adding(file, cast, key) for _ in range(2)))

        assert len(done(results)) == 2
        assert file.documents.count() == 1
        assert len(on_disk(folder)) == number + 1


def test_two_uploads_at_once_are_two(cast, noord, folder):
    file = FileFactory(team=noord, director=cast.handler)
    results = together(*(adding(file, cast, uuid.uuid4()) for _ in range(2)))
    assert len(done(results)) == file.documents.count() == len(on_disk(folder)) == 2


def test_two_workers_at_once_give_one_verdict(cast, noord, settings):
    file = FileFactory(team=noord, director=cast.handler)
    for _ in range(3):
        DocumentFactory(file=file, waiting=True)
    with fake_clamd(settings):
        results = together(*(partial(scan_waiting, at=timezone.now()) for _ in range(2)))
    assert sum(done(results)) == 3
    assert set(Document.objects.values_list("scan", flat=True)) == {"clean"}


def start_process(settings, scanner):
    keys = {name: secrets.token_urlsafe(48) for name in ("SECRET_KEY", "AUDIT_KEY", "INDEX_KEY")}
    return subprocess.Popen(
        [sys.executable, "-c", SCAN],
        cwd=ROOT,
        env={
            **os.environ,
            **keys,
            "DATA_KEY": os.environ["DATA_KEY"],
            "DATABASE_URL": _address_of_test_database(),
            "DOCUMENT_DIR": str(settings.DOCUMENT_DIR),
            "DOCUMENT_SCANNER": "cases.documents.scanning.clamd",
            "CLAMD_ADDRESS": scanner.address,
        },
        start_new_session=True,
    )


def test_a_worker_killed_halfway_leaves_it_waiting_and_the_next_one_scans_it(cast, noord, settings):
    document = DocumentFactory(file=FileFactory(team=noord, director=cast.handler), waiting=True)
    hanging = FakeClamd(reply=None)
    process = start_process(settings, hanging)
    try:
        assert hanging.asked.wait(PATIENCE), "the worker never asked"
        time.sleep(0.1)
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        hanging.close()

    document.refresh_from_db()
    assert (document.scan, document.can_be_opened) == ("waiting", False)
    with fake_clamd(settings):
        assert scan_waiting(at=timezone.now()) == 1
    document.refresh_from_db()
    assert document.scan == "clean"
