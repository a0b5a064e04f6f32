"""The vraagbaak of the demo city: three weeks of roster with gaps, and answers of today (TEL-6)."""

import uuid
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from cases.demo.cast import Cast
from cases.helpdesk.duty import on_duty_now
from cases.helpdesk.models import DayPart, DutyShift, day_part_of
from cases.helpdesk.services import answer_help_question, ask_help_desk, plan_shift
from cases.models import CallbackSubject
from clusters.models import Team, User, working_calendar
from common.deadlines import local_day
from common.weeks import WEEK, monday_of

M, A = DayPart.MORNING, DayPart.AFTERNOON
Slot = tuple[date, DayPart, User]
WEEKDAYS = (
    # weekday, dagdeel, which of the colleagues; Wednesday and Friday afternoon nobody sits there
    (0, M, (0, 1)),
    (0, A, (0,)),
    (1, M, (0,)),
    (1, A, (1,)),
    (2, M, (2,)),
    (3, M, (0,)),
    (3, A, (0, 2)),
    (4, M, (1,)),
)
NOT_YET = (3, 4)  # in the week to come the end of the week is still to be filled
NAMESPACE = uuid.UUID("3b6a4a52-5d0a-4b0e-9a55-0c3b7a0a6f21")
ASKED = (
    # working minutes ago, subject, question, answer, minutes the caller waited
    (
        55,
        "hulp-thuis",
        "De hulp komt niet meer omdat de aanbieder stopt. Moet de beller zelf een andere zoeken?",
        "Nee, u hoeft zelf niets te zoeken. De aanbieder moet zorgen dat een ander het overneemt. "
        "Is er over een week nog niemand, dan belt u ons terug.",
        3,
    ),
    (
        35,
        "geld",
        "Mag de bijzondere bijstand voor een wasmachine ook als lening?",
        "Meestal is het een lening, die u in kleine stukjes terugbetaalt. U vraagt het aan vóórdat "
        "u de machine koopt.",
        4,
    ),
    (
        20,
        "mantelzorg",
        "Kan iemand een avond in de week bij haar man zitten, zonder indicatie?",
        "Ja, dat doen vrijwilligers. Daar is geen besluit voor nodig. Het kost niets.",
        2,
    ),
)


def create_helpdesk(*, cast: Cast, now: datetime) -> None:
    """The roster of last, this and next week, and what was asked in the last working hour.

    What is ahead is planned by the first vraagbaak. A dagdeel that is over cannot be planned, so
    those rows are written as they would have been when their week began.
    """
    today = (local_day(now), list(DayPart).index(day_part_of(now)))
    past = []
    for day, part, person in _slots(cast.help_desk, monday_of(today[0])):
        if (day, list(DayPart).index(part)) < today:
            past.append(DutyShift(day=day, part=part, person=person))
        else:
            plan_shift(person=person, day=day, part=part, by=cast.help_desk[0], at=now)
    DutyShift.objects.bulk_create(past)
    _ask(cast, now)


def _slots(people: list[User], monday: date) -> Iterator[Slot]:
    """Who sits there when; nobody twice in one dagdeel, and nobody on a day we are closed."""
    calendar = working_calendar()
    for shift in (-1, 0, 1):
        for weekday, part, numbers in WEEKDAYS:
            day = monday + shift * WEEK + timedelta(days=weekday)
            if not calendar.is_working_day(day) or (shift == 1 and weekday in NOT_YET):
                continue
            for person in dict.fromkeys(people[number % len(people)] for number in numbers):
                yield day, part, person


def _ask(cast: Cast, now: datetime) -> None:
    """Questions of callers who waited a few minutes, answered by who was on duty."""
    calendar = working_calendar()
    desk = [person for person in cast.desk if person not in cast.help_desk]
    for number, (ago, subject, question, answer, waited) in enumerate(ASKED):
        at = calendar.subtract_minutes(now, ago)
        there = {person.pk for person in on_duty_now(at)}
        colleague = next((person for person in cast.help_desk if person.pk in there), None)
        if colleague is None:
            continue
        by = desk[number % len(desk)]
        asked = ask_help_desk(
            call_id=uuid.uuid5(NAMESPACE, str(number)),
            position=1,
            desk=Team.objects.get(pk=min(by.team_ids)),
            subject=CallbackSubject.objects.get(code=subject),
            question=question,
            by=by,
            at=at,
        )
        answer_help_question(
            help_question_id=asked.pk,
            answer=answer,
            by=colleague,
            at=at + timedelta(minutes=waited),
        )
