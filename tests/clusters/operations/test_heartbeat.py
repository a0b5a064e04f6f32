import pytest
from celery.signals import task_success
from django.conf import settings

from clusters.models import SweepRun
from clusters.notices.tasks import send_notice_mail
from clusters.operations.heartbeat import periodic_tasks
from tests.factories.notices import NoticeFactory


def test_a_periodic_task_that_ran_leaves_a_heartbeat(db):
    NoticeFactory()

    send_notice_mail.apply()

    run = SweepRun.objects.get()
    assert (run.task, run.handled) == ("clusters.notices.tasks.send_notice_mail", 1)


def test_a_periodic_task_that_failed_leaves_none(db, monkeypatch):
    monkeypatch.setattr("clusters.notices.mail_round.queue_notice_mail", None)

    send_notice_mail.apply()

    assert not SweepRun.objects.exists()


@pytest.mark.parametrize(("result", "handled"), [(3, 3), (0, 0), (-1, 0), (None, 0), ("x", 0)])
def test_what_a_task_returns_is_what_it_handled(db, result, handled):
    task_success.send(sender=send_notice_mail, result=result)

    assert SweepRun.objects.get().handled == handled


def test_another_task_leaves_no_heartbeat(db):
    task_success.send(sender=None, result=1)

    assert not SweepRun.objects.exists()


def test_periodic_tasks_are_those_of_beat():
    assert len(periodic_tasks()) == len(settings.CELERY_BEAT_SCHEDULE)
