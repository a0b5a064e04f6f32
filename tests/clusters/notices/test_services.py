import threading
from datetime import UTC, datetime, timedelta
from smtplib import SMTPException

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connections, transaction

from clusters.models import Notice, OutboxMail
from clusters.notices.services import (
    mark_all_read,
    mark_read,
    notify,
    queue_notice_mail,
    retire_notice,
    send_next_mail,
)
from tests.factories.clusters import UserFactory
from tests.factories.notices import NoticeFactory, OutboxMailFactory

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
OUT_OF_ORDER = "tests.clusters.notices.test_services.OutOfOrder"
REFUSING_ONE = "tests.clusters.notices.test_services.RefusingOne"


class OutOfOrder(EmailBackend):
    """A mail server that does not answer."""

    def send_messages(self, messages):
        raise SMTPException("421 try again later")


class RefusingOne(EmailBackend):
    """A mail server that trips over one address, in a way nobody thought of."""

    def send_messages(self, messages):
        if any("kwaad" in message.to[0] for message in messages):
            raise UnicodeError("strange address")
        return super().send_messages(messages)


def tell(people, *, key="callback:1:due", at=AT, **changed):
    facts = {
        "person_ids": [person.pk for person in people],
        "text": "Een terugbelverzoek moet vandaag.",
        "url_name": "notice-list",
        "object_id": None,
        "dedup_key": key,
        "at": at,
    }
    return notify(**{**facts, **changed})


class Killed(BaseException):
    """The worker is gone, before it could commit."""


def die_after(act):
    with transaction.atomic():
        act()
        raise Killed


def in_threads(number, act):
    start, answers = threading.Barrier(number), []

    def run():
        start.wait()
        try:
            answers.append(act())
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run) for _ in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def test_notify_tells_everybody_once(db):
    people = UserFactory.create_batch(3)

    assert tell(people) == 3
    assert tell(people) == 0
    assert tell([*people, UserFactory()], at=AT + timedelta(minutes=1)) == 1
    assert Notice.objects.count() == 4


def test_notify_with_another_key_tells_again(db):
    person = UserFactory()

    assert (tell([person]), tell([person], key="callback:1:late")) == (1, 1)


def test_notify_counts_a_person_named_twice_once(db):
    person = UserFactory()

    assert tell([person, person]) == 1


def test_notify_of_nobody_does_nothing(db):
    assert tell([]) == 0


def test_notify_cuts_a_text_that_is_too_long(db):
    tell([UserFactory()], text="a" * 500)

    assert len(Notice.objects.get().text) == 240


@pytest.mark.django_db(transaction=True)
def test_notify_leaves_nothing_when_the_act_fails():
    person = UserFactory()

    with pytest.raises(Killed):
        die_after(lambda: tell([person]))

    assert not Notice.objects.exists()


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_notify_in_two_workers_tells_once():
    people = UserFactory.create_batch(20)

    for round_ in range(10):
        moments = iter((AT, AT + timedelta(seconds=1)))
        counted = in_threads(
            2,
            lambda: tell(people, key=f"key:{round_}", at=next(moments)),  # noqa: B023
        )
        assert sum(counted) == 20

    assert Notice.objects.count() == 200


def test_queue_notice_mail_makes_one_mail_per_person(db):
    kim, robin = UserFactory.create_batch(2)
    NoticeFactory.create_batch(3, person=kim)
    NoticeFactory(person=robin)

    assert queue_notice_mail(at=AT) == 2
    assert queue_notice_mail(at=AT) == 0
    mine, theirs = OutboxMail.objects.get(recipient=kim), OutboxMail.objects.get(recipient=robin)
    assert mine.subject == "3 meldingen in Wijkteams"
    assert mine.body.startswith(
        "Er wachten 3 meldingen op u. Log in op http://testserver om ze te lezen."
    )
    assert theirs.subject == "1 melding in Wijkteams"
    assert mine.notices.count() == 3


def test_queue_notice_mail_says_nothing_of_the_notice(db):
    NoticeFactory(text="Mevrouw De Vries belde over haar schulden")

    queue_notice_mail(at=AT)

    sent = OutboxMail.objects.get()
    assert "Vries" not in sent.subject + sent.body + sent.message_id


def test_queue_notice_mail_skips_what_needs_no_mail(db):
    NoticeFactory(wants_mail=False)
    NoticeFactory(read_at=AT)
    NoticeFactory(person__email="")
    NoticeFactory(person__is_active=False)

    assert queue_notice_mail(at=AT) == 0
    assert not OutboxMail.objects.exists()


def test_queue_notice_mail_announces_what_came_later(db):
    person = UserFactory()
    NoticeFactory(person=person)
    queue_notice_mail(at=AT)
    NoticeFactory(person=person)

    assert queue_notice_mail(at=AT + timedelta(minutes=1)) == 1
    assert OutboxMail.objects.count() == 2


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_queue_notice_mail_in_two_workers_makes_one_mail_per_person():
    people = UserFactory.create_batch(20)
    for _ in range(3):
        for person in people:
            NoticeFactory(person=person)

    counted = in_threads(4, lambda: queue_notice_mail(at=AT))

    assert sum(counted) == 20
    assert sorted(OutboxMail.objects.values_list("recipient_id", flat=True)) == sorted(
        person.pk for person in people
    )
    assert not Notice.objects.unmailed().exists()


def test_send_next_mail_sends_and_marks(db):
    row = OutboxMailFactory(created_at=AT)

    assert send_next_mail(at=AT) is True
    assert send_next_mail(at=AT) is None
    row.refresh_from_db()
    assert (row.sent_at, row.tries) == (AT, 1)
    sent = mail.outbox[0]
    assert (sent.to, sent.subject) == ([row.recipient.email], row.subject)
    assert sent.message()["Message-ID"] == row.message_id


def test_send_next_mail_waits_longer_after_every_failure_and_keeps_the_mail(db, settings):
    settings.EMAIL_BACKEND = OUT_OF_ORDER
    row, at, waits = OutboxMailFactory(created_at=AT), AT, []

    for _ in range(6):
        assert send_next_mail(at=at) is False
        assert send_next_mail(at=at) is None
        row.refresh_from_db()
        waits.append(int((row.try_after - at).total_seconds() / 60))
        at = row.try_after
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

    assert waits == [1, 5, 15, 60, 60, 60]
    assert send_next_mail(at=at) is True
    assert mail.outbox[0].message()["Message-ID"] == row.message_id


def test_send_next_mail_of_one_bad_address_holds_nobody_up(db, settings):
    settings.EMAIL_BACKEND = REFUSING_ONE
    OutboxMailFactory(created_at=AT, recipient__email="kwaad@example.org")
    OutboxMailFactory(created_at=AT)

    assert [send_next_mail(at=AT) for _ in range(3)] == [False, True, None]


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_between_sending_and_commit_sends_the_same_mail_again():
    OutboxMailFactory(created_at=AT)

    with pytest.raises(Killed):
        die_after(lambda: send_next_mail(at=AT))
    send_next_mail(at=AT)

    first, second = (message.message()["Message-ID"] for message in mail.outbox)
    assert first == second


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_four_workers_send_every_mail_once():
    OutboxMailFactory.create_batch(40, created_at=AT)

    def drain():
        sent = 0
        while send_next_mail(at=AT):
            sent += 1
        return sent

    assert sum(in_threads(4, drain)) == 40
    assert len({message.message()["Message-ID"] for message in mail.outbox}) == 40
    assert len(mail.outbox) == 40


def test_retire_notice_waits_no_longer_and_leads_home(db):
    notice = NoticeFactory(dedup_key="a:7", person__pk=7, url_name="x", object_id=1)
    assert [retire_notice(person_id=pk, dedup_key="a", at=AT) for pk in (7, 8)] == [True, False]
    notice.refresh_from_db()
    assert (notice.read_at, notice.wants_mail, notice.object_id) == (AT, False, None)
    assert notice.url_name == "home"


def test_mark_read_takes_the_mail_away_once(db):
    notice = NoticeFactory()

    mark_read(notice_id=notice.pk, by=notice.person, at=AT)
    mark_read(notice_id=notice.pk, by=notice.person, at=AT + timedelta(hours=1))

    notice.refresh_from_db()
    assert (notice.read_at, notice.wants_mail) == (AT, False)


def test_mark_read_of_somebody_else_is_refused(db):
    notice = NoticeFactory()

    with pytest.raises(Notice.DoesNotExist):
        mark_read(notice_id=notice.pk, by=UserFactory(), at=AT)


def test_mark_all_read_leaves_other_people_alone(db):
    person = UserFactory()
    NoticeFactory.create_batch(2, person=person)
    theirs = NoticeFactory()

    assert mark_all_read(by=person, at=AT) == 2
    assert list(Notice.objects.unread()) == [theirs]
