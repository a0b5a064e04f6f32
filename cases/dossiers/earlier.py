"""What happened to a resident before the dossier was opened, as its rooms kept it (DS-11).

Only reads: moments, people and numbers, never a word. A room that does not keep who did something
does not say it here either.
"""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.utils import timezone

from cases.callbacks.models import CallbackStep
from cases.dossiers.models import EVENTS
from cases.intakes.models import NotificationStep
from cases.residents.models import Resident
from cases.talks.models import KitchenTableTalk, ReportVersion

MOST = 50


class Earlier(NamedTuple):
    """One thing that happened: when, its code, by whom and the number of its page."""

    at: datetime
    code: str
    by_id: int | None
    ref: int


def earlier_events(resident: Resident, until: datetime) -> list[Earlier]:
    """The last fifty before a moment, oldest first; five queries."""
    found = [*_steps(resident), *_contacts(resident), *_talks(resident), *_reports(resident)]
    known = [one for one in found if one.code in EVENTS and one.at <= until]
    return sorted(known, key=lambda one: one.at)[-MOST:]


def _steps(resident: Resident) -> Iterator[Earlier]:
    """What colleagues can read back of callbacks and meldingen."""
    of_callbacks = CallbackStep.objects.filter(resident=resident, by__isnull=False)
    for at, step, by, number in _newest(of_callbacks, "at", "step", "by_id", "callback_id"):
        yield Earlier(at, f"callback.{step}", by, number)
    of_meldingen = NotificationStep.objects.filter(resident=resident)
    for at, act, by, number in _newest(of_meldingen, "at", "act", "by_id", "notification_id"):
        yield Earlier(at, f"notification.{act}", by, number)


def _contacts(resident: Resident) -> Iterator[Earlier]:
    """Calls with the desk; that room is above this one, so the card is asked."""
    for at, by, number in _newest(resident.contacts.all(), "ended_at", "employee_id", "pk"):
        yield Earlier(at, "contact.ended", by, number)


def _talks(resident: Resident) -> Iterator[Earlier]:
    """Talks: who planned it is kept; who began and ended it is not."""
    names = ("planned_at", "planned_by_id", "pk", "held_at", "ended_at", "state")
    rows = KitchenTableTalk.objects.filter(resident=resident)
    for planned, by, number, held, ended, state in _newest(rows, *names):
        yield Earlier(planned, "talk.planned", by, number)
        if held:
            yield Earlier(held, "talk.held", None, number)
        if ended:
            yield Earlier(ended, f"talk.{state}", None, number)


def _reports(resident: Resident) -> Iterator[Earlier]:
    """Reports: days, and who sent it."""
    names = ("sent_on", "sent_by_id", "talk_id", "reacted_on", "signed_on")
    rows = ReportVersion.objects.filter(resident=resident)
    for sent, by, number, reacted, signed in _newest(rows, *names):
        yield Earlier(_moment(sent), "report.sent", by, number)
        if reacted:
            yield Earlier(_moment(reacted), "report.reacted", None, number)
        if signed:
            yield Earlier(_moment(signed), "report.signed", None, number)


def _newest(rows: QuerySet[Any], first: str, *names: str) -> QuerySet[Any, Any]:
    """At most fifty of one kind."""
    return rows.order_by(f"-{first}", "-pk").values_list(first, *names)[:MOST]


def _moment(day: date) -> datetime:
    """The beginning of a day of which no hour is kept."""
    return timezone.make_aware(datetime.combine(day, time.min))
