from datetime import UTC, datetime

from django.core import mail

from clusters.models import OutboxMail
from clusters.notices.mail_round import run_mail_round
from tests.factories.clusters import UserFactory
from tests.factories.notices import NoticeFactory, OutboxMailFactory

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def test_a_round_announces_and_sends_one_mail_per_person(db):
    person = UserFactory()
    NoticeFactory.create_batch(3, person=person)
    NoticeFactory()

    assert run_mail_round(at=AT) == 2
    assert run_mail_round(at=AT) == 0
    assert len(mail.outbox) == 2


def test_a_round_with_a_mail_server_that_is_down_loses_nothing(db, settings):
    settings.EMAIL_BACKEND = "tests.clusters.notices.test_services.OutOfOrder"
    OutboxMailFactory.create_batch(3, created_at=AT)

    assert run_mail_round(at=AT) == 0
    assert OutboxMail.objects.filter(sent_at=None, tries=1).count() == 3
