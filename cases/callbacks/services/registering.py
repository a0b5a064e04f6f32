"""Writing a promise down: who wants to be called, by which team, before when."""

import uuid
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NoReturn

from django.db import IntegrityError, transaction
from django.utils import timezone

from cases.callbacks.models import CallbackNorm, CallbackRequest, CallbackSubject, StepTaken
from cases.callbacks.routing import find_route
from cases.callbacks.services.terms import create_reminders
from cases.callbacks.services.tracing import create_trace
from cases.permissions import GRANTS, Action
from cases.residents.recognition import caller_mark
from cases.residents.services import SafeContact, create_resident
from clusters.models import Neighbourhood, User, working_calendar
from clusters.organisation.routing import Route
from common.deadlines import WorkCalendar, local_day
from common.errors import RuleViolation

LATEST_WINDOW_DAYS = 10


@dataclass(frozen=True)
class Caller:
    """What the caller tells about themselves; ``phone`` E.164, ``postcode`` 1315AA or empty."""

    name: str
    is_anonymous: bool
    phone: str
    postcode: str = ""
    house_number: int | None = None
    house_suffix: str = ""
    birth_date: date | None = None
    address_secret: bool = False
    card: SafeContact = field(default_factory=SafeContact)


@dataclass(frozen=True)
class CallWish:
    """What the caller asks, how urgent it is and when they can be called (aware datetimes)."""

    subject: CallbackSubject
    question: str
    urgency: str
    window_from: datetime | None = None
    window_until: datetime | None = None


@transaction.atomic
def register_callback(
    *,
    submission_key: uuid.UUID,
    caller: Caller,
    wish: CallWish,
    neighbourhood: Neighbourhood | None = None,
    by: User,
    at: datetime | None = None,
) -> CallbackRequest:
    """Promise a resident to be called back, and put the request on the right team's list.

    ``neighbourhood`` is chosen by hand when the postcode table does not know the address.

    Rules: TB-1 (one form makes one request), TB-2 (term by norm or wanted window), TB-12 (team
        by postcode, else by neighbourhood), TB-14 (one open request per caller).
    Raises: RuleViolation when no team can be found, the window cannot be kept or the caller has
        an open request; PermissionDenied.
    Effects: a resident, reminders, audit line.
    """
    at = at or timezone.now()
    decision = GRANTS.require(by, Action.REGISTER_CALLBACK)
    earlier = _sent_before(submission_key, by)
    if earlier is not None:
        return earlier
    route = find_route(caller, neighbourhood, local_day(at))
    facts = _promise(wish, at, working_calendar())
    try:
        with transaction.atomic():
            callback = _create(submission_key, caller, wish, route, facts, by, at)
    except IntegrityError as error:
        return _sent_before(submission_key, by) or _refuse_second(caller, error)
    create_reminders(callback=callback, at=at)
    create_trace(callback=callback, step=StepTaken.REGISTERED, by=by, at=at, decision=decision)
    return callback


def _sent_before(submission_key: uuid.UUID, by: User) -> CallbackRequest | None:
    """The request this very form made a moment ago: a double click, or the same page again."""
    sent = CallbackRequest.objects.filter(submission_key=submission_key)
    sender_id = sent.values_list("registered_by_id", flat=True).first()
    if sender_id is not None and sender_id != by.pk:
        raise RuleViolation("Een collega heeft dit formulier al verstuurd. Open de pagina opnieuw.")
    return sent.first()


def _refuse_second(caller: Caller, error: IntegrityError) -> NoReturn:
    """Say that this caller is waiting for a call already, or let the real error be seen."""
    mark = caller_mark(caller.phone, caller.name)
    if mark is None or not CallbackRequest.objects.of_caller(mark).exists():
        raise error
    raise RuleViolation(
        "Deze beller heeft al een open terugbelverzoek. Voeg de vraag daaraan toe.", field="phone"
    )


def _create(
    submission_key: uuid.UUID,
    caller: Caller,
    wish: CallWish,
    route: Route,
    facts: dict[str, datetime],
    by: User,
    at: datetime,
) -> CallbackRequest:
    """The resident and the request, or IntegrityError when this form was sent before."""
    resident = create_resident(**vars(caller), by=by)
    return CallbackRequest.objects.create(
        resident=resident,
        submission_key=submission_key,
        registered_at=at,
        registered_by=by,
        registered_in_id=min(by.team_ids),
        caller_mark=_mark(caller),
        neighbourhood=None if caller.address_secret else route.neighbourhood,
        cluster=route.cluster,
        team=route.team,
        routing_reason=_reason(caller, route),
        **vars(wish),
        **facts,
    )


def _mark(caller: Caller) -> str | None:
    """What tells this caller from others; of two with one number and name, the birth date.

    Only when both birth dates are known and differ they are two people (TB-14).
    """
    mark = None if caller.is_anonymous else caller_mark(caller.phone, caller.name)
    if mark is None or caller.birth_date is None:
        return mark
    rows = CallbackRequest.objects.of_caller(mark).values_list("resident__birth_date", flat=True)
    known = rows.first()
    if known is None or known == caller.birth_date:
        return mark
    return caller_mark(caller.phone, f"{caller.name} {caller.birth_date:%Y%m%d}")


def _reason(caller: Caller, route: Route) -> str:
    """Why this team; of a secret address only the outcome."""
    if not caller.address_secret:
        return route.reason
    return f"geheim adres, niet bewaard → cluster {route.cluster} → {route.team}"


def _promise(wish: CallWish, at: datetime, calendar: WorkCalendar) -> dict[str, datetime]:
    """The term of a new request: the norm of its urgency, or the end of the wanted window."""
    norm = CallbackNorm.objects.get(code=wish.urgency)
    if wish.window_from is not None and wish.window_until is not None:
        _check_window(wish.window_from, wish.window_until, at, calendar)
    due_at = wish.window_until or norm.term_after(at, calendar)
    return {"due_at": due_at, "escalate_at": norm.term_after(due_at, calendar)}


def _check_window(start: datetime, end: datetime, at: datetime, calendar: WorkCalendar) -> None:
    """A wanted window lies ahead, inside opening hours, and not weeks away."""
    day = local_day(start)
    if end <= at:
        raise RuleViolation("Dit moment is al voorbij.", field="window_day")
    if not calendar.is_working_day(day):
        raise RuleViolation("Op deze dag wordt niet gebeld.", field="window_day")
    opens, closes = calendar.span(day)
    if start < opens or end > closes:
        field = "window_from" if start < opens else "window_until"
        hours = f"{opens:%H:%M} en {closes:%H:%M}"
        raise RuleViolation(f"Er wordt gebeld tussen {hours} uur.", field=field)
    if calendar.is_beyond(at, start, LATEST_WINDOW_DAYS):
        text = f"Kies een dag binnen {LATEST_WINDOW_DAYS} werkdagen."
        raise RuleViolation(text, field="window_day")
