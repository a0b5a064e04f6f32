"""The vraagbaak of the test city: a roster with gaps, and a question in every state."""

import uuid
from datetime import date, datetime, timedelta

from django.utils import timezone

from cases.callbacks.models.requests import QUESTION_LENGTH
from cases.helpdesk import services
from cases.helpdesk.models import ANSWER_LENGTH, DayPart
from cases.models import CallbackSubject, DutyShift, HelpQuestion
from clusters.models import Role, Team, User
from common.deadlines import local_day
from common.weeks import monday_of
from tests.factories import MembershipFactory
from tests.journeys.city import LONG_WORD, RTL, City, employee

M, A = DayPart.MORNING, DayPart.AFTERNOON
ME, COLLEAGUE, LONG, TWO_ROLES = "help_desk", "help_desk_2", "help_desk_long", "help_desk_and_kcc"
SHIFTS = (
    (ME, 0, M),
    (COLLEAGUE, 0, M),
    (LONG, 0, A),
    (COLLEAGUE, 1, M),
    (ME, 2, A),
    (ME, 3, M),
    (LONG, 4, M),
    (COLLEAGUE, 7, M),
    (ME, 8, A),
)
ASKED = (
    # name, minutes ago, subject, question
    ("help-waiting", 7, "geld", "Mag de bijzondere bijstand ook voor een tweedehands wasmachine?"),
    ("help-late", 6, "gezin", "Wie mag meekomen naar het gesprek op school?"),
    ("help-changed", 5, "wonen", "Betaalt de gemeente een traplift in een huurhuis?"),
    ("help-hung-up", 8, "geld", "Telt vrijwilligerswerk mee voor de uitkering?"),
    ("help-long", 4, "anders", LONG_WORD[:QUESTION_LENGTH]),
    ("help-rtl", 3, "", f"{RTL}\nEn een tweede regel."),
    ("help-mine", 9, "hulp-thuis", "De hulp kwam drie weken niet. Moet de beller dat nog betalen?"),
    ("help-theirs", 12, "mantelzorg", "Is er deze week nog plek in het logeerhuis?"),
    ("help-answered", 40, "geld", "Kan iemand met een uitkering ook kwijtschelding krijgen?"),
    ("help-answered-long", 35, "anders", LONG_WORD[:QUESTION_LENGTH]),
    ("help-withdrawn", 30, "wonen", "Hoe lang is de wachtlijst voor een aangepaste woning?"),
    ("help-keep", 2, "eenzaam", "Waar kan iemand van 82 in de buurt mee-eten?"),
)
TAKEN = {ME: ("mine", "late", "changed", "hung-up"), COLLEAGUE: ("theirs",), TWO_ROLES: ("keep",)}


def furnish(city: City) -> None:
    """Fill the roster and ask; ``city.things`` knows the questions by name."""
    now, people = timezone.now(), city.people
    people[COLLEAGUE] = employee(Role.HELP_DESK, COLLEAGUE, "Aylin", "Demir")
    people[LONG] = employee(Role.HELP_DESK, LONG, "Maximiliaan" * 9, "van Wassenaer" * 11)
    people[TWO_ROLES] = employee(Role.HELP_DESK, TWO_ROLES, "Jeroen", "Kuipers")
    _plan(city, monday_of(local_day(now)), now)
    for name, ago, subject, text in ASKED:
        city.things[name] = _ask(city, subject, text, at=now - timedelta(minutes=ago)).pk
    for person, names in TAKEN.items():
        for name in names:
            _take(city, f"help-{name}", people[person])
    _answer(city, "help-answered", "Ja, dat kan. U vraagt het aan bij de gemeente, op de site.")
    _answer(city, "help-answered-long", LONG_WORD[:ANSWER_LENGTH])
    withdraw(city, "help-withdrawn")
    desk = Team.objects.get(code="kcc")
    MembershipFactory(user=people[TWO_ROLES], role=Role.CONTACT_CENTRE, team=desk)


def withdraw(city: City, name: str) -> None:
    """The caller hung up."""
    services.withdraw_help_question(
        help_question_id=city.things[name], by=city.people["contact_centre"]
    )


def change(city: City, name: str, text: str) -> None:
    """The desk asks again, in other words."""
    asked = HelpQuestion.objects.get(pk=city.things[name])
    services.ask_help_desk(
        call_id=asked.call_id,
        position=asked.position,
        desk=asked.desk,
        subject=asked.subject,
        question=text,
        by=city.people["contact_centre"],
    )


def _ask(city: City, subject: str, text: str, *, at: datetime) -> HelpQuestion:
    return services.ask_help_desk(
        call_id=uuid.uuid4(),
        position=1,
        desk=Team.objects.get(code="kcc"),
        subject=CallbackSubject.objects.get(code=subject) if subject else None,
        question=text,
        by=city.people["contact_centre"],
        at=at,
    )


def _take(city: City, name: str, by: User) -> None:
    services.take_help_question(help_question_id=city.things[name], by=by)


def _answer(city: City, name: str, text: str) -> None:
    """The colleague answers a few minutes after it was asked."""
    asked = HelpQuestion.objects.get(pk=city.things[name])
    services.answer_help_question(
        help_question_id=asked.pk,
        answer=text,
        by=city.people[COLLEAGUE],
        at=asked.asked_at + timedelta(minutes=3),
    )


def _plan(city: City, monday: date, now: datetime) -> None:
    """This week and the next by the service; the week before as plain rows, because it is over."""
    people, by = city.people, city.people["application_manager"]
    for name, shift, part in SHIFTS:
        day = monday + timedelta(days=shift)
        services.plan_shift(person=people[name], day=day, part=part, by=by, at=now)
    DutyShift.objects.bulk_create(
        DutyShift(person=people[name], day=monday - timedelta(days=7 - shift), part=part)
        for name, shift, part in SHIFTS
        if shift in (0, 3)
    )
