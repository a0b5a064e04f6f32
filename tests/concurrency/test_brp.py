"""Two clicks, two workers and a killed worker on one extract (UT-1, UT-7)."""

import os
import secrets
import signal
import subprocess
import sys
import time
import uuid
from datetime import timedelta
from functools import partial

import pytest
from django.utils import timezone

from audit.models import AuditEvent
from cases.brp import worker
from cases.brp.progress import only_worker, standing_of
from cases.brp.services import (
    cancel_extract,
    register_upload,
    start_import,
)
from cases.brp.uploading import ClosedUpload
from cases.models import BrpUpload, Resident
from clusters.models import User
from tests.cases.brp.conftest import upload_dir
from tests.cases.brp.extracts import anja, bsn_of, crowd, extract
from tests.concurrency.conftest import done, refused, together
from tests.concurrency.worker_processes import ROOT, _address_of_test_database
from tests.factories.brp import checked_upload, upload_of

__all__ = ["upload_dir"]
pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("upload_dir")]
ROUNDS, PATIENCE = range(5), 120
BODY = extract(anja(), anja(bsn=bsn_of(1)))
WORK = """
import django; django.setup()
from django.utils import timezone
from cases.brp.worker import work_on_extracts
work_on_extracts(at=timezone.now())
"""


def me(cast):
    return User.objects.get(pk=cast.city_hall_team.pk)


def work():
    return worker.work_on_extracts(at=timezone.now())


def test_two_clicks_on_upload_make_one_upload(cast, upload_dir):
    for _ in ROUNDS:
        key, parts = uuid.uuid4(), []
        for _click in range(2):
            made = upload_of(cast.city_hall_team, BODY)
            part = ClosedUpload(made.token, made.wrapped_key, name="a", size=made.size)
            BrpUpload.objects.filter(pk=made.pk).delete()
            parts.append(part)

        results = together(
            *(
                partial(register_upload, submission_key=key, extract=part, by=me(cast))
                for part in parts
            )
        )
        for part in parts:
            part.close()

        assert len({upload.pk for upload in done(results)}) == 1
        assert len(done(results)) == 2
        assert [path.stem for path in upload_dir.glob("*.closed")] == [str(results[0].token)]
        BrpUpload.objects.all().delete()
        (upload_dir / f"{results[0].token}.closed").unlink()


def test_two_clicks_on_start_are_one_start(cast):
    for _ in ROUNDS:
        upload = checked_upload(cast.city_hall_team, BODY, lines=2, faulty=0)
        start = partial(start_import, upload_id=upload.pk, version=1, skip_faulty=False)

        results = together(*(partial(start, by=me(cast)) for _ in range(2)))

        assert {each.state for each in done(results)} == {"importing"}
        assert set(refused(results)) <= {
            "Dit bestand wordt op dit moment ingelezen. Wacht tot het klaar is."
        }
        lines = AuditEvent.objects.filter(code="extract.started", object_id=str(upload.pk))
        assert lines.count() == 1


def test_two_workers_read_an_extract_in_once(cast):
    for _ in ROUNDS:
        upload = checked_upload(cast.city_hall_team, BODY, lines=2, state="importing", faulty=0)
        upload.faults.all().delete()

        together(work, work)

        upload.refresh_from_db()
        assert (upload.state, upload.attempts) == ("done", 1)
        lines = AuditEvent.objects.filter(code="extract.finished", object_id=str(upload.pk))
        assert lines.count() == 1
    assert Resident.objects.count() == 2


def test_without_the_lock_on_disk_the_row_still_stops_the_second(cast):
    """A worker on another machine may have another disk: the row is held to the very end."""
    for _ in ROUNDS:
        upload = checked_upload(cast.city_hall_team, BODY, lines=2, state="importing", faulty=0)
        together(*(partial(worker.work_on, upload.pk) for _ in range(2)))

        upload.refresh_from_db()
        assert upload.state == "done"
        lines = AuditEvent.objects.filter(code="extract.finished", object_id=str(upload.pk))
        assert lines.count() == 1


def start_process(upload_dir):
    keys = {name: secrets.token_urlsafe(48) for name in ("SECRET_KEY", "AUDIT_KEY", "INDEX_KEY")}
    return subprocess.Popen(
        [sys.executable, "-c", WORK],
        cwd=ROOT,
        env={
            **os.environ,
            **keys,
            "DATA_KEY": os.environ["DATA_KEY"],
            "DATABASE_URL": _address_of_test_database(),
            "UPLOAD_DIR": str(upload_dir),
        },
        start_new_session=True,
    )


def test_a_killed_worker_leaves_nothing_half_done_and_the_next_one_finishes(cast, upload_dir):
    body = b"".join(crowd(8_000))
    upload = checked_upload(cast.city_hall_team, body, lines=8_000, state="importing", faulty=0)
    upload.faults.all().delete()
    process = start_process(upload_dir)
    deadline = time.monotonic() + PATIENCE
    while standing_of(upload, timezone.now()).percent < 25:
        assert time.monotonic() < deadline
        assert process.poll() is None
        time.sleep(0.05)
    with only_worker() as is_mine:
        assert not is_mine
    assert refused(together(partial(cancel_extract, upload_id=upload.pk, by=me(cast)))) == [
        "Dit bestand wordt op dit moment ingelezen. Wacht tot het klaar is."
    ]
    process.send_signal(signal.SIGKILL)
    process.wait(PATIENCE)

    upload.refresh_from_db()
    assert (upload.state, upload.attempts) == ("importing", 1)
    assert not Resident.objects.exists()
    assert standing_of(upload, timezone.now() + timedelta(seconds=61)).is_stuck

    assert work() == 1

    upload.refresh_from_db()
    assert (upload.state, upload.attempts) == ("done", 2)
    assert Resident.objects.count() == 8_000
    assert [path.name for path in upload_dir.iterdir()] == ["lock"]
