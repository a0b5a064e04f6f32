"""The worker: check, read in, start again, and throw away; nothing half done."""

import os
from datetime import timedelta

import pytest
from django.utils import timezone

from audit.models import AuditEvent
from cases.brp import worker
from cases.brp.progress import Progress, only_worker, standing_of
from cases.brp.services import working
from cases.brp.worker import work_on_extracts
from cases.models import BrpFault, BrpUpload, Resident
from clusters.models import Membership
from common.errors import RuleViolation
from tests.cases.brp.extracts import anja, bsn_of, extract
from tests.factories.brp import checked_upload, upload_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("upload_dir")]
BODY = extract(anja(), anja(bsn="123456789"), anja(bsn=bsn_of(1)))


def work():
    return work_on_extracts(at=timezone.now())


def codes():
    rows = AuditEvent.objects.filter(object_type="cases.brpupload").order_by("pk")
    return list(rows.values_list("code", "actor_login", "role"))


@pytest.fixture
def mine(cast):
    return upload_of(cast.city_hall_team, BODY)


def importing(cast, body=BODY, **own):
    upload = checked_upload(cast.city_hall_team, body, state="importing", **own)
    return upload


def test_a_check_keeps_a_report_and_changes_no_resident(mine):
    assert work() == 1

    mine.refresh_from_db()
    assert (mine.state, mine.lines, mine.faulty, mine.attempts) == ("checked", 3, 1, 0)
    assert list(mine.faults.values_list("line", "column")) == [(3, "bsn")]
    assert not Resident.objects.exists()
    assert codes() == [("extract.checked", "", "")]
    assert work() == 0


def test_a_file_that_cannot_be_read_fails_and_is_thrown_away(
    cast, upload_dir, django_capture_on_commit_callbacks
):
    bad = upload_of(cast.city_hall_team, BODY + "1;ö\n".encode("cp1252"))
    with django_capture_on_commit_callbacks(execute=True):
        work()

    bad.refresh_from_db()
    assert (bad.state, bad.wrapped_key) == ("failed", None)
    assert "geen UTF-8" in bad.refusal
    assert {path.name for path in upload_dir.iterdir()} == {"lock"}


def test_an_import_and_its_end_are_one_act_of_who_started_it(
    cast, upload_dir, django_capture_on_commit_callbacks
):
    upload = importing(cast)
    with django_capture_on_commit_callbacks(execute=True):
        work()

    upload.refresh_from_db()
    assert (upload.state, upload.right) == ("done", 2)
    assert Resident.objects.count() == 2
    assert codes() == [("extract.finished", "city_hall_team", "city_hall_team")]
    made = AuditEvent.objects.filter(code="resident.created")
    assert set(made.values_list("actor_login", flat=True)) == {"city_hall_team"}
    assert {path.name for path in upload_dir.iterdir()} == {"lock"}


def test_the_same_file_again_gives_the_same_end(cast):
    seen = []
    for _ in range(2):
        importing(cast)
        work()
        seen.append(
            [
                BrpUpload.objects.values_list("state", "lines", "faulty")[0],
                list(Resident.objects.order_by("pk").values()),
            ]
        )

    assert seen[0] == seen[1]


def test_a_failure_halfway_leaves_nothing_and_says_no_word_of_it(cast, monkeypatch, caplog):
    upload = importing(cast)
    body = working.register_extract

    def break_at_the_end(**kept):
        body(**kept)
        raise ValueError("999990019 Kerkpad")

    monkeypatch.setattr(working, "register_extract", break_at_the_end)
    for _ in range(working.MOST_ATTEMPTS):
        assert work() == 1
        upload.refresh_from_db()
        assert upload.state == "importing"
        assert not Resident.objects.exists()
        assert standing_of(upload, timezone.now()).percent == 0
    work()

    upload.refresh_from_db()
    assert (upload.state, upload.refusal) == ("failed", working.NO_LUCK)
    assert f"BRP-uittreksel {upload.pk}: ValueError" in caplog.text
    assert "999990019" not in caplog.text
    assert not Resident.objects.exists()


def test_a_bsn_of_somebody_else_meanwhile_is_tried_again_and_never_told(cast, monkeypatch):
    upload = importing(cast)
    monkeypatch.setattr(working, "register_extract", _taken)
    for _ in range(working.MOST_ATTEMPTS + 1):
        work()

    upload.refresh_from_db()
    assert (upload.state, upload.refusal) == ("failed", working.NO_LUCK)


def _taken(**kept):
    raise RuleViolation("Hetzelfde BSN is vastgelegd.")


def test_who_lost_the_role_reads_nothing_in(cast):
    upload = importing(cast)
    Membership.objects.filter(user=cast.city_hall_team).delete()
    work()

    upload.refresh_from_db()
    assert (upload.state, upload.refusal) == ("failed", worker.NO_RIGHT)
    assert not Resident.objects.exists()


def test_a_file_that_was_changed_on_disk_does_not_open(cast, upload_dir):
    upload = importing(cast)
    path = next(upload_dir.glob("*.closed"))
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    for _ in range(working.MOST_ATTEMPTS + 1):
        work()

    upload.refresh_from_db()
    assert upload.state == "failed"
    assert not Resident.objects.exists()


def test_a_second_worker_does_nothing_and_two_uploads_wait_in_turn(cast, mine):
    second = upload_of(cast.city_hall_team, BODY)
    with only_worker() as is_mine:
        assert is_mine
        assert work() == 0
    assert work() == 2
    second.refresh_from_db()
    assert second.state == "checked"


def test_what_was_stopped_during_the_check_stays_stopped(mine, monkeypatch):
    check = worker.check_file

    def stop_meanwhile(*args, **kept):
        BrpUpload.objects.filter(pk=mine.pk).update(
            state="cancelled", ended_at=timezone.now(), wrapped_key=None
        )
        return check(*args, **kept)

    monkeypatch.setattr(worker, "check_file", stop_meanwhile)
    work()

    mine.refresh_from_db()
    assert mine.state == "cancelled"
    assert not BrpFault.objects.exists()


def test_nothing_stays_over_a_day_and_no_report_over_a_month(
    cast, upload_dir, django_capture_on_commit_callbacks
):
    now = timezone.now()
    old = checked_upload(cast.city_hall_team, BODY, uploaded_at=now - timedelta(days=1))
    young = checked_upload(cast.city_hall_team, BODY, uploaded_at=now - timedelta(hours=23))
    for days in (29, 31):
        ended = checked_upload(cast.city_hall_team, BODY, state="done")
        BrpUpload.objects.filter(pk=ended.pk).update(ended_at=now - timedelta(days=days))
    with django_capture_on_commit_callbacks(execute=True):
        work()

    old.refresh_from_db()
    young.refresh_from_db()
    assert (old.state, old.wrapped_key, young.state) == ("cancelled", None, "checked")
    assert [path.stem for path in upload_dir.glob("*.closed")] == [str(young.token)]
    assert BrpFault.objects.count() == 3
    assert codes() == [("extract.expired", "", "")]


def test_what_a_killed_request_left_behind_goes_after_an_hour(cast, upload_dir, mine):
    for name, age in (("old.closed", 4000), ("new.closed", 10), ("other.txt", 4000)):
        path = upload_dir / name
        path.write_bytes(b"x")
        moment = timezone.now().timestamp() - age
        os.utime(path, (moment, moment))
    work()

    assert {path.name for path in upload_dir.iterdir()} == {
        "lock",
        "new.closed",
        "other.txt",
        f"{mine.token}.closed",
    }


def test_the_heartbeat_says_how_far_it_is_and_when_it_stopped(mine):
    now = timezone.now()
    assert standing_of(mine, now).is_running is False
    Progress(mine).tell(mine.size // 2)

    standing = standing_of(mine, now)
    assert (standing.percent, standing.is_running, standing.is_stuck) == (49, True, False) or (
        standing.percent == 50
    )
    assert standing_of(mine, now + timedelta(seconds=59)).is_running
    assert standing_of(mine, now + timedelta(seconds=70)).is_stuck
