"""The appointment: plan it, move it, cancel it (GES-1)."""

import uuid
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.intakes.models import WmoNotification, supports
from cases.permissions import GRANTS, Action
from cases.talks.lifecycle import LIFECYCLE
from cases.talks.models import KitchenTableTalk, TalkColleague
from clusters.models import User
from common.errors import RuleViolation

LONGEST_AGO, FURTHEST = timedelta(days=60), timedelta(days=366)
LONGEST_TALK = timedelta(hours=8)


@dataclass(frozen=True)
class Appointment:
    """When, where and with whom; ``guests`` are kind, name and who asked them."""

    starts_at: datetime
    ends_at: datetime
    place: str
    place_note: str = ""
    guests: tuple[tuple[str, str, str], ...] = ()
    colleagues: tuple[User, ...] = field(default=())

    @property
    def words(self) -> dict[str, Any]:
        """What is sealed of it."""
        return {
            "place_note": self.place_note,
            "guests": [list(guest) for guest in self.guests],
            "cancel_reason": "",
        }


@transaction.atomic
def plan_talk(
    *,
    submission_key: uuid.UUID,
    notification_id: int,
    appointment: Appointment,
    by: User,
    at: datetime | None = None,
) -> KitchenTableTalk:
    """Agree on a day with the resident; the talk gets a key of its own.

    Rules: KT-1 (the worker of the melding), KT-2 (a moment that can be; one live talk per melding).
    Raises: RuleViolation when the melding is over, has a live talk, or the moment cannot be;
        PermissionDenied.
    Effects: a talk; audit line.
    """
    at = at or timezone.now()
    scope = WmoNotification.objects.visible_to(by)
    notification = scope.select_for_update(of=("self",)).get(pk=notification_id)
    decision = GRANTS.require(by, Action.PLAN_TALK, notification)
    if notification.handler_id not in by.desk_ids:
        raise PermissionDenied
    earlier = notification.talks.filter(uuid=submission_key).first()
    if earlier is not None:
        return earlier
    _check_melding(notification)
    _check(appointment, at)
    talk = KitchenTableTalk(
        uuid=submission_key, notification=notification, resident_id=notification.resident_id
    )
    talk.make_key()
    _arrange(talk, appointment)
    talk.planned_by, talk.planned_at = by, at
    talk.save(force_insert=True)
    _invite(talk, appointment)
    record("talk.planned", talk, by=by, decision=decision)
    return talk


@transaction.atomic
def change_talk(
    *,
    talk_id: int,
    version: int,
    appointment: Appointment,
    by: User,
    at: datetime | None = None,
) -> KitchenTableTalk:
    """Move the talk, or change who comes; whoever was reminded is reminded again.

    Rules: KT-1, KT-2, KT-6 (nobody overwrites a colleague's change unseen).
    Raises: RuleViolation when it is no longer planned, was changed meanwhile, or the moment
        cannot be; PermissionDenied.
    Effects: the appointment, one version on; audit line.
    """
    at = at or timezone.now()
    talk = _locked(talk_id, by)
    decision = GRANTS.require(by, Action.PLAN_TALK, talk)
    talk.state = LIFECYCLE.target("change", talk.state)
    if version != talk.version:
        raise RuleViolation(
            "Een collega heeft deze afspraak net gewijzigd. Open de pagina opnieuw en vergelijk."
        )
    _check(appointment, at)
    _arrange(talk, appointment)
    talk.version += 1
    talk.reminded_at = None
    names = ["starts_at", "ends_at", "place", "content", "version", "reminded_at"]
    talk.save(update_fields=names)
    talk.colleagues.all().delete()
    _invite(talk, appointment)
    record("talk.changed", talk, by=by, decision=decision, fields=names[:4])
    return talk


@transaction.atomic
def cancel_talk(
    *, talk_id: int, reason: str, by: User, at: datetime | None = None
) -> KitchenTableTalk:
    """Say that it does not happen, and why; the melding goes on and another talk can be planned.

    Rules: KT-1, KT-2.
    Raises: RuleViolation when it was held or ended; PermissionDenied.
    Effects: audit line; the reason is sealed with the talk.
    """
    talk = _locked(talk_id, by)
    decision = GRANTS.require(by, Action.PLAN_TALK, talk)
    talk.state = LIFECYCLE.target("cancel", talk.state)
    talk.ended_at = at or timezone.now()
    talk.keep({**talk.words, "cancel_reason": reason})
    talk.save(update_fields=["state", "ended_at", "content"])
    record("talk.cancelled", talk, by=by, decision=decision, fields=["state"])
    return talk


def _locked(talk_id: int, by: User) -> KitchenTableTalk:
    """The talk in scope, locked."""
    scope = KitchenTableTalk.objects.visible_to(by)
    return scope.select_for_update(of=("self",)).get(pk=talk_id)


def _check_melding(notification: WmoNotification) -> None:
    """A melding that is open and has no live talk (KT-2)."""
    if not notification.is_open:
        raise RuleViolation("Deze melding is afgesloten. Er kan geen gesprek meer bij.")
    if notification.talks.live().exists():
        raise RuleViolation("Bij deze melding staat al een gesprek gepland.")


def _check(appointment: Appointment, at: datetime) -> None:
    """A moment that can be (KT-2)."""
    if appointment.ends_at <= appointment.starts_at:
        raise RuleViolation("Het einde ligt na het begin.", field="until")
    if appointment.ends_at - appointment.starts_at > LONGEST_TALK:
        raise RuleViolation("Een gesprek duurt hoogstens acht uur.", field="until")
    if appointment.starts_at < at - LONGEST_AGO:
        raise RuleViolation("Deze dag is te lang geleden. Controleer de datum.", field="day")
    if appointment.starts_at > at + FURTHEST:
        raise RuleViolation("Deze dag is meer dan een jaar weg. Controleer de datum.", field="day")


def _arrange(talk: KitchenTableTalk, appointment: Appointment) -> None:
    """Put the appointment in the row."""
    talk.starts_at, talk.ends_at = appointment.starts_at, appointment.ends_at
    talk.place = appointment.place
    talk.keep(appointment.words)


def _invite(talk: KitchenTableTalk, appointment: Appointment) -> None:
    """Colleagues who join may read and write the talk from now on."""
    if supports(talk.notification, [colleague.pk for colleague in appointment.colleagues]):
        text = "Een van deze collega's is cliëntondersteuner in deze melding en kan niet meegaan."
        raise RuleViolation(text, field="colleagues")
    TalkColleague.objects.bulk_create(
        TalkColleague(talk=talk, employee=colleague) for colleague in appointment.colleagues
    )
