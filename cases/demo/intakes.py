"""Meldingen of the demo city: made from closed requests, each as far as its day allows."""

import uuid
from datetime import datetime, timedelta
from typing import Any

from cases.callbacks.lifecycle import CallbackState
from cases.demo.cast import Cast
from cases.intakes import services
from cases.intakes.deciding import PROPOSAL, decide
from cases.intakes.letter import confirmation_of, stamp_of
from cases.intakes.models.triage import TriageVersion
from cases.models import (
    AdviceAnswer,
    CallbackRequest,
    CallbackSubject,
    NotificationReminder,
    WmoNotification,
)
from clusters.models import Membership, Role, TeamKind, User, working_calendar
from common.deadlines import local_day

MELDINGEN, ADVICE = 36, 24
NAMESPACE = uuid.UUID("9d1a6f0e-7c55-4a53-8a31-2f6c1f4f2b77")
SWEEP = timedelta(seconds=20)
ANSWERS = (
    ("provision", "one", "no", "no", "no", "no", "yes"),
    ("support", "few", "yes", "no", "no", "no", "yes"),
    ("meeting", "one", "yes", "yes", "no", "no", "yes"),
    ("support", "many", "yes", "no", "no", "no", "yes"),
    ("money", "one", "no", "no", "yes", "no", "yes"),
)
URGENT = "Komt morgen thuis uit het ziekenhuis en kan zich niet zelf wassen."
OTHERWISE = "In het gesprek bleek dat er meer speelt dan deze ene vraag."
WITHDRAWN = "De dochter van de inwoner neemt het over. De inwoner wil geen onderzoek meer."
LATER = (  # after how many working days a melding is confirmed, its investigation starts and ends
    (1, "confirm"),
    (4, "start"),
    (22, "complete"),
)


def create_intakes(*, cast: Cast, now: datetime) -> None:
    """Rules, meldingen with their stories, and short contacts at the counter.

    Rules: none of its own; everything goes through the services.
    """
    _rules(now)
    for number, callback in enumerate(_requests(cast)):
        by = _colleague(cast, callback)
        if by is not None and callback.closed_at is not None:
            _play(number, callback, by, now)
    _ring(now)
    _advise(cast, now)


def _rules(now: datetime) -> None:
    """The proposal, in use for two months, and a draft without one of its rules."""
    rows = Membership.objects.filter(role=Role.APPLICATION_MANAGER).order_by("pk")
    by = rows.select_related("user")[0].user
    began = now - timedelta(days=90)
    draft = services.change_rules(stamp="", rules=PROPOSAL, by=by, at=began)
    services.publish_rules(stamp=draft.stamp, by=by, at=began)
    live = TriageVersion.objects.live()
    if live is not None:
        fewer = [*PROPOSAL[:3], *PROPOSAL[4:]]
        services.change_rules(stamp=live.stamp, rules=fewer, by=by, at=now)


def _requests(cast: Cast) -> list[CallbackRequest]:
    """Closed requests of people with a name, spread over the weeks; of the first worker most."""
    rows = CallbackRequest.objects.filter(
        state=CallbackState.CLOSED, handler__isnull=False, resident__is_anonymous=False
    ).exclude(outcome__code__in=("ingetrokken", "dubbel", "niet-bereikt"))
    found = list(rows.select_related("resident").order_by("-closed_at", "pk"))
    first = next(iter(cast.workers.values()))[0].pk
    mine = [row for row in found if row.handler_id == first][: MELDINGEN // 3]
    others = [row for row in found if row not in mine]
    step = max(1, len(others) // (MELDINGEN - len(mine)))
    return [*mine, *others[::step]][:MELDINGEN]


def _colleague(cast: Cast, callback: CallbackRequest) -> User | None:
    """Who called, when that colleague may write a melding down."""
    people = cast.workers.get(callback.team_id, [])
    team = cast.teams.get(callback.team_id)
    if team is None or team.kind == TeamKind.CITY_SOCIAL_TEAM:
        return None
    return next((person for person in people if person.pk == callback.handler_id), None)


def _play(number: int, callback: CallbackRequest, by: User, now: datetime) -> None:
    """One melding from its first day to the present."""
    at = (callback.closed_at or now) + timedelta(minutes=10)
    if at > now:
        return
    is_urgent = number % 9 == 4
    made = services.register_notification(
        submission_key=uuid.uuid5(NAMESPACE, f"melding {number}"),
        callback_id=callback.pk,
        melding=services.Melding(
            channel="callback",
            received_on=local_day(at),
            reported_by="resident",
            question=callback.question,
            is_urgent=is_urgent,
            urgent_reason=URGENT if is_urgent else "",
        ),
        mine=number % 7 != 6,
        by=by,
        at=at,
    )
    if made.handler_id is None:
        return
    _triage(number, made, by, at + timedelta(minutes=20), now)
    _go_on(number, made, by, now)


def _triage(number: int, made: WmoNotification, by: User, at: datetime, now: datetime) -> None:
    """The answers of this story; now and then something else is chosen."""
    facts = ANSWERS[number % len(ANSWERS)]
    place = decide(PROPOSAL, facts)
    if at > now or place is None:
        return
    rule = PROPOSAL[place]
    chosen = services.Chosen(*rule.outcome)
    if number % 8 == 5:
        chosen = services.Chosen("team", "multiple", "help", OTHERWISE)
    services.register_triage(
        notification_id=made.pk,
        submission_key=uuid.uuid5(NAMESPACE, f"triage {number}"),
        facts=facts,
        version_number=1,
        chosen=chosen,
        by=by,
        at=at,
    )


def _go_on(number: int, made: WmoNotification, by: User, now: datetime) -> None:
    """Confirm, start and complete, as far as the days allow; some wait and some are withdrawn."""
    calendar = working_calendar()
    act: dict[str, Any] = {"notification_id": made.pk, "by": by}
    for days, step in LATER:
        at = calendar.add_days(made.registered_at, days) - timedelta(hours=2)
        if at > now or (step == "confirm" and number % 6 == 3):
            return
        if step == "confirm":
            fresh = WmoNotification.objects.for_detail().get(pk=made.pk)
            stamp = stamp_of(confirmation_of(fresh, local_day(at)))
            services.confirm_notification(way="post", stamp=stamp, at=at, **act)
        elif step == "start":
            if number % 10 == 8:
                services.withdraw_notification(reason=WITHDRAWN, at=at, **act)
                return
            services.start_investigation(at=at, **act)
        elif number % 5 != 2:
            services.complete_investigation(at=at, **act)


def _ring(now: datetime) -> None:
    """Deliver the reminders that fell due, in their order, as the worker would have done."""
    for reminder in list(NotificationReminder.objects.due(now)):
        moment = max(reminder.due_at, reminder.notification.registered_at) + SWEEP
        services.deliver_notification_reminder(reminder_id=reminder.pk, at=moment)


def _advise(cast: Cast, now: datetime) -> None:
    """Short contacts of the last weeks, a few subjects more often than others."""
    answers = list(AdviceAnswer.objects.in_use())
    topics = list(CallbackSubject.objects.in_use())[:6]
    teams = [people for people in cast.workers.values() if people]
    for number in range(ADVICE):
        services.register_advice(
            submission_key=uuid.uuid5(NAMESPACE, f"advies {number}"),
            channel=("walk_in", "phone", "street")[number % 3],
            topic=topics[number * number % len(topics)],
            answer=answers[number % len(answers)],
            minutes=5 + number % 4 * 5,
            by=teams[number % 3 % len(teams)][0],
            at=now - timedelta(days=number),
        )
