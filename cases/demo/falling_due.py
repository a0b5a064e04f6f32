"""Makes a few demo requests fall due in the first minutes after a start, at any hour.

A newcomer should see a reminder and an escalation arrive without waiting a working day. The terms
of these few made-up requests are moved, honestly: as rows with a due time like any other, with a
line in the audit trail. What people entered themselves is never touched.
"""

from datetime import datetime, timedelta
from random import Random

from django.db import transaction

from audit.services import record
from cases.callbacks import services
from cases.callbacks.lifecycle import CallbackState
from cases.callbacks.models import CallbackReminder, CallbackRequest, ReminderKind
from cases.callbacks.services.terms import drop_reminders
from cases.demo.cast import Cast
from cases.demo.marks import demo_key, demo_requests, next_demo_number
from cases.demo.residents import Residents, find_places
from cases.demo.texts import Questions
from cases.models import CallbackSubject
from clusters.models import Membership, Role, User, working_calendar
from common.deadlines import local_day

SECOND = timedelta(seconds=1)
MOMENTS = (
    # seconds after the start: reminder to the handler, end of the term, twice the term
    (30, 600, 1200),
    (None, 75, 900),
    (None, 60, 120),
)
"""The first reminds the handler, the second the team manager, the third climbs on to the
general manager; all within three minutes."""


@transaction.atomic
def let_fall_due(*, now: datetime) -> list[CallbackRequest]:
    """Move the terms of a few requests on the desk of the demo wijkwerker; returns which.

    Rules: TB-7 (the same reminders as always, each exactly once per term).
    Raises: nothing.
    Effects: new terms with their reminders, an audit line each; perhaps a new request.
    """
    worker = _demo_worker(now)
    requests = list(_candidates(worker)[: len(MOMENTS)])
    while len(requests) < len(MOMENTS):
        requests.append(_one_more(worker, now))
    for callback, moments in zip(requests, MOMENTS, strict=True):
        _move_term(callback, moments, now)
    return requests


def _demo_worker(now: datetime) -> User:
    """The wijkwerker a visitor signs in as: the first of the file."""
    rows = Membership.objects.running(local_day(now)).filter(role=Role.TEAM_WORKER)
    return rows.filter(user__is_demo=True).order_by("pk").select_related("user")[0].user


def _candidates(worker: User) -> "list[CallbackRequest]":
    """Made-up requests on this desk whose clock runs; the ones with the most time left first."""
    rows = demo_requests().filter(handler=worker, state=CallbackState.CLAIMED)
    return list(rows.select_for_update().order_by("-due_at", "pk"))


def _move_term(
    callback: CallbackRequest, moments: tuple[int | None, int, int], now: datetime
) -> None:
    """Give one locked request the terms of this start."""
    before, term, twice = moments
    drop_reminders(callback_id=callback.pk)
    callback.term_round += 1
    callback.due_at, callback.escalate_at = now + term * SECOND, now + twice * SECOND
    callback.save(update_fields=["term_round", "due_at", "escalate_at"])
    due = {ReminderKind.AT_TERM: term, ReminderKind.TWICE_TERM: twice}
    if before is not None:
        due[ReminderKind.BEFORE_TERM] = before
    CallbackReminder.objects.bulk_create(
        CallbackReminder(
            callback=callback,
            kind=kind,
            term_round=callback.term_round,
            due_at=now + seconds * SECOND,
        )
        for kind, seconds in due.items()
    )
    record("callback.demo_term_moved", callback, by=None, fields=["due_at", "escalate_at"])


def _one_more(worker: User, now: datetime) -> CallbackRequest:
    """A new call for the demo wijkwerker, when the desk is nearly empty."""
    number = next_demo_number()
    rng = Random(number)  # noqa: S311 - made-up text, no secret
    cast = Cast(local_day(now))
    team_id = next(key for key, people in cast.workers.items() if worker in people)
    residents = Residents(rng, local_day(now))
    residents.numbers = number
    mine = cast.teams[team_id].cluster_id
    places = [place for place in find_places(local_day(now)) if place.cluster_id == mine]
    caller, place = residents.caller(places)
    subject = CallbackSubject.objects.in_use().order_by("position")[number % 5]
    callback = services.register_callback(
        submission_key=demo_key(number),
        caller=caller,
        wish=services.CallWish(subject, Questions().ask(subject.code, rng), "normaal"),
        neighbourhood=None if caller.postcode else place.neighbourhood,
        by=cast.desk[0],
        at=working_calendar().subtract_minutes(now, 30),
    )
    person = next(one for one in cast.workers[team_id] if one == worker)
    return services.claim_callback(callback_id=callback.pk, by=person, at=now)
