"""Write a contact down, and plan the next one."""

import uuid
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.permissions import Action
from cases.waakvlam.agreeing import must_be_ahead, must_be_wanted
from cases.waakvlam.lifecycle import LIFECYCLE
from cases.waakvlam.locking import lock_waakvlam, must_be_newest
from cases.waakvlam.messages import unreached_text
from cases.waakvlam.models import UNREACHED_SIGNAL, Mood, Result, Waakvlam, WaakvlamContact
from clusters.models import Membership, Role, User
from clusters.notices.services import notify
from common.deadlines import ONE_DAY, local_day
from common.errors import RuleViolation

STALE = "Dit formulier is verouderd. Open de pagina opnieuw."
CHANGED = ["due_at", "remind_at", "told", "unreached", "mood", "version"]


@transaction.atomic
def log_contact(
    *,
    waakvlam_id: int,
    submission_key: uuid.UUID,
    version: int,
    result: str,
    mood: str,
    words: str,
    next_on: date,
    quarters: int | None = None,
    by: User,
    at: datetime | None = None,
) -> WaakvlamContact:
    """Write down what came of a contact and when the next one is.

    Rules: WK-5 (not with who died or does not agree any more), WK-6 (owner or deputy; how it is
        when they spoke), WK-7 (a next day after today), WK-9 (three times unreached is a signal),
        WK-13 (sent twice is one; not from an old page), WK-14 (how long it took).
    Raises: RuleViolation; PermissionDenied.
    Effects: a contact; the next day, on the row locked by ``select_for_update``; a notice to the
        managers at the signal; audit line.
    """
    at = at or timezone.now()
    waakvlam, decision = lock_waakvlam(waakvlam_id, Action.KEEP_WAAKVLAM, by)
    if (earlier := WaakvlamContact.objects.filter(uuid=submission_key).first()) is not None:
        return _same(earlier, waakvlam)
    waakvlam.state = LIFECYCLE.target("contact", waakvlam.state)
    must_be_wanted(waakvlam)
    must_be_newest(waakvlam, version)
    must_be_ahead(next_on, local_day(at) + ONE_DAY, field="next_on")
    contact = WaakvlamContact(uuid=submission_key, waakvlam=waakvlam, at=at, by=by)
    contact.result, contact.mood, contact.quarters = result, mood, quarters
    _create(contact, words)
    _go_on(waakvlam, contact, next_on, at)
    record("waakvlam.contacted", waakvlam, by=by, decision=decision, fields=CHANGED)
    return contact


@transaction.atomic
def move_contact(
    *, waakvlam_id: int, version: int, next_on: date, by: User, at: datetime | None = None
) -> Waakvlam:
    """The next contact is on another day: sooner for a worry, or when it suits better.

    Rules: WK-7 (owner or deputy; a day that is not over), WK-13 (not from an old page).
    Raises: RuleViolation; PermissionDenied.
    Effects: the next day, on the row locked by ``select_for_update``; audit line.
    """
    at = at or timezone.now()
    waakvlam, decision = lock_waakvlam(waakvlam_id, Action.KEEP_WAAKVLAM, by)
    waakvlam.state = LIFECYCLE.target("move", waakvlam.state)
    must_be_wanted(waakvlam)
    if next_on == waakvlam.next_on:
        return waakvlam
    must_be_newest(waakvlam, version)
    must_be_ahead(next_on, local_day(at), field="next_on")
    waakvlam.plan(next_on)
    waakvlam.version += 1
    waakvlam.save(update_fields=["due_at", "remind_at", "told", "version"])
    record("waakvlam.moved", waakvlam, by=by, decision=decision, fields=["due_at"])
    return waakvlam


def _same(earlier: WaakvlamContact, waakvlam: Waakvlam) -> WaakvlamContact:
    """What this form made before; a key of another waakvlam is no key here."""
    if earlier.waakvlam_id != waakvlam.pk:
        raise RuleViolation(STALE)
    return earlier


def _create(contact: WaakvlamContact, words: str) -> None:
    """The row; how it is with the resident belongs to a contact in which they spoke."""
    contact.resident_id = contact.waakvlam.resident_id
    if contact.result != Result.SPOKEN:
        contact.mood = ""
    elif not contact.mood:
        raise RuleViolation("Kies hoe het gaat.", field="mood")
    contact.content = contact.shut("content", words)
    contact.save(force_insert=True)


def _go_on(waakvlam: Waakvlam, contact: WaakvlamContact, next_on: date, at: datetime) -> None:
    """The next day, what the contact says about the resident, and the signal (WK-9)."""
    if contact.result == Result.SPOKEN:
        waakvlam.unreached, waakvlam.mood = 0, Mood(contact.mood)
    elif contact.result == Result.UNREACHED:
        waakvlam.unreached += 1
    waakvlam.plan(next_on)
    waakvlam.version += 1
    waakvlam.save(update_fields=CHANGED)
    if contact.result == Result.UNREACHED and waakvlam.unreached == UNREACHED_SIGNAL:
        _signal(waakvlam, contact, at)


def _signal(waakvlam: Waakvlam, contact: WaakvlamContact, at: datetime) -> None:
    """Once for every time that it comes so far."""
    managers = Membership.objects.running(local_day(at)).filter(
        role=Role.TEAM_MANAGER, team_id=waakvlam.team_id
    )
    notify(
        person_ids=set(managers.values_list("user_id", flat=True)),
        text=unreached_text(waakvlam),
        url_name="waakvlam-detail",
        object_id=waakvlam.pk,
        dedup_key=f"waakvlam:{waakvlam.pk}:unreached:{contact.pk}",
        at=at,
    )
