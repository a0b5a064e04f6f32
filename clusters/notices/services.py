"""The acts of notices: say it once, announce it by mail once, send that mail, read it."""

import logging
import uuid
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction

from clusters.notices.following import deputies
from clusters.notices.messages import notice_mail_body, notice_mail_subject
from clusters.notices.models import Notice, OutboxMail
from clusters.people.models import User

log = logging.getLogger(__name__)

BACK_OFF = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60))
MAIL_TIMEOUT_SECONDS = 10
TEXT_LENGTH = 240


@transaction.atomic
def notify(
    *,
    person_ids: Iterable[int],
    text: str,
    url_name: str,
    object_id: int | None,
    dedup_key: str,
    at: datetime,
    wants_mail: bool = True,
) -> int:
    """Tell employees something, once; returns how many were not told before.

    Called inside the transaction of the act that causes it. ``text`` names no resident.

    Rules: T15 (exactly once: the key and the person are unique together), WN-10 (whoever covers
        for one of them hears it too, once).
    Effects: notices; a mail with the next round, when wanted.
    """
    told = set(person_ids)
    covered = deputies(told, url_name, at)
    people = {f"{dedup_key}:{person_id}": person_id for person_id in told | set(covered)}
    texts = {each: f"Waarneming voor {covered[each]}: {text}" for each in set(covered) - told}
    rows = Notice.objects.filter(dedup_key__in=people)
    known = set(rows.select_for_update().values_list("dedup_key", flat=True))
    facts: Any = {"url_name": url_name, "object_id": object_id, "created_at": at}
    facts["wants_mail"] = wants_mail
    new = [
        Notice(dedup_key=key, text=texts.get(each, text)[:TEXT_LENGTH], person_id=each, **facts)
        for key, each in people.items()
        if key not in known
    ]
    Notice.objects.bulk_create(new, ignore_conflicts=True)
    return rows.exclude(dedup_key__in=known).filter(created_at=at).count()


@transaction.atomic
def retire_notice(*, person_id: int, dedup_key: str, at: datetime) -> bool:
    """What a notice leads to is gone: it waits no longer and leads home; False when there is none.

    Called inside the transaction of the act that causes it. The row stays, for a list of notices
    that is open on a screen still links to it.

    Rules: T15 (the same key does not tell it again), WN-10 (neither to who covers).
    Effects: none; a mail about it is no longer needed.
    """
    told = Notice.objects.filter(dedup_key=f"{dedup_key}:{person_id}").first()
    people = {person_id, *(deputies({person_id}, told.url_name, at) if told else ())}
    keys = [f"{dedup_key}:{each}" for each in sorted(people)]
    rows = Notice.objects.filter(dedup_key__in=keys).select_for_update()
    rows.unread().update(read_at=at)
    rows.filter(mail=None).update(wants_mail=False)
    return bool(rows.update(url_name="home", object_id=None))


@transaction.atomic
def queue_notice_mail(*, at: datetime) -> int:
    """One mail for everybody with notices that no mail announced yet; returns how many mails.

    A second worker skips the people this one has in hand, and finds nothing afterwards.

    Rules: design 6 (one aggregated mail per person per run; nothing about a resident in it).
    Effects: rows in the outbox.
    """
    waiting = Notice.objects.unmailed().unread()
    people = list(
        User.objects.filter(pk__in=waiting.values("person"), is_active=True)
        .exclude(email="")
        .select_for_update(skip_locked=True, no_key=True)
        .order_by("pk")
    )
    notices_of: dict[int, list[int]] = defaultdict(list)
    for notice_id, person_id in waiting.filter(person__in=people).values_list("pk", "person_id"):
        notices_of[person_id].append(notice_id)
    for person_id, notice_ids in notices_of.items():
        mail = _queue(person_id, len(notice_ids), at)
        Notice.objects.filter(pk__in=notice_ids).update(mail=mail)
    return len(notices_of)


@transaction.atomic
def create_mail(*, recipient_id: int, subject: str, body: str, at: datetime) -> OutboxMail:
    """Put one mail to an employee in the outbox; it leaves with the next round.

    Called inside the transaction of the act that causes it. ``body`` names no resident.

    Rules: design 6 (nothing about a resident in a mail).
    Effects: a row in the outbox.
    """
    return OutboxMail.objects.create(
        recipient_id=recipient_id,
        subject=subject,
        body=body,
        message_id=f"<{uuid.uuid4()}@{urlsplit(settings.SITE_URL).hostname or 'localhost'}>",
        created_at=at,
        try_after=at,
    )


@transaction.atomic
def send_next_mail(*, at: datetime) -> bool | None:
    """Send the mail that waits longest; None when none waits, False when it did not go.

    The row stays locked while the mail goes, so no other worker sends it. When the commit is
    lost after sending, the next one carries the same Message-ID and mail programs show one.

    Rules: design 6 (never lost; waits 1, 5, 15 and then every 60 minutes after a failure).
    Effects: a mail leaves.
    """
    waiting = OutboxMail.objects.filter(sent_at=None, try_after__lte=at)
    mail = (
        waiting.select_for_update(skip_locked=True, of=("self",))
        .select_related("recipient")
        .order_by("try_after", "pk")
        .first()
    )
    if mail is None:
        return None
    try:
        _send(mail)
    except Exception:  # whatever is wrong with one mail may not hold up the others
        log.warning("mail not sent", exc_info=True, extra={"mail": mail.pk})
        mail.try_after = at + BACK_OFF[min(mail.tries, len(BACK_OFF) - 1)]
        mail.tries = min(mail.tries + 1, 32_000)
        mail.save(update_fields=["tries", "try_after"])
        return False
    mail.sent_at = at
    mail.tries = min(mail.tries + 1, 32_000)
    mail.save(update_fields=["sent_at", "tries"])
    return True


@transaction.atomic
def mark_read(*, notice_id: int, by: User, at: datetime) -> Notice:
    """Note that the employee opened the notice; a mail about it is no longer needed.

    Rules: T15 (a notice is for one person).
    Raises: Notice.DoesNotExist for somebody else's.
    Effects: none.
    """
    notice = Notice.objects.visible_to(by).select_for_update().get(pk=notice_id)
    if notice.read_at is None:
        notice.read_at = at
        notice.wants_mail = notice.wants_mail and notice.mail_id is not None
        notice.save(update_fields=["read_at", "wants_mail"])
    return notice


@transaction.atomic
def mark_all_read(*, by: User, at: datetime) -> int:
    """Note that the employee saw everything that waits; returns how many notices that were.

    Rules: T15 (a notice is for one person).
    Effects: none.
    """
    rows = Notice.objects.visible_to(by).unread().select_for_update()
    rows.filter(mail=None).update(wants_mail=False)
    return rows.update(read_at=at)


def _queue(person_id: int, waiting: int, at: datetime) -> OutboxMail:
    """A mail that says how much waits."""
    return create_mail(
        recipient_id=person_id,
        subject=notice_mail_subject(waiting),
        body=notice_mail_body(waiting),
        at=at,
    )


def _send(mail: OutboxMail) -> None:
    """Hand the mail to the mail server, with the same Message-ID every time."""
    EmailMessage(
        subject=mail.subject,
        body=mail.body,
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[mail.recipient.email],
        headers={"Message-ID": mail.message_id, "Auto-Submitted": "auto-generated"},
        connection=get_connection(timeout=MAIL_TIMEOUT_SECONDS),
    ).send()
