"""The forms of the vraagbaak: what they accept, and what they say when they do not."""

from datetime import timedelta

import pytest

from cases.helpdesk.forms import AnswerForm, ShiftForm
from clusters.models import Role
from tests.factories import MembershipFactory
from tests.factories.cases import MONDAY
from tests.factories.helpdesk import HelpQuestionFactory

pytestmark = pytest.mark.usefixtures("monday")
DAY = MONDAY.date()


def shift_form(**answers):
    return ShiftForm(answers, week=DAY.isoformat())


def test_an_answer_counts_an_enter_as_one_character():
    asked = HelpQuestionFactory()
    form = AnswerForm({"answer": "a\r\n" * 1000}, asked=asked)

    assert form.is_valid(), form.errors
    assert form.cleaned_data["answer"] == ("a\n" * 1000).strip()


@pytest.mark.parametrize(
    ("text", "why"),
    [("", "Schrijf op wat"), (" \n ", "Schrijf op wat"), ("x" * 2001, "2000"), ("x" * 10_000, "")],
)
def test_an_answer_that_cannot_be_read_out(text, why):
    form = AnswerForm({"answer": text}, asked=HelpQuestionFactory())

    assert not form.is_valid()
    assert why in str(form.errors["answer"])


def test_the_roster_offers_who_is_or_becomes_vraagbaak(cast, desk, second):
    soon = MembershipFactory(
        role=Role.HELP_DESK, team=desk, valid_from=DAY + timedelta(days=9)
    ).user
    second.memberships.update(valid_until=DAY - timedelta(days=1))
    gone = MembershipFactory(role=Role.HELP_DESK, team=desk, user__is_active=False).user

    offered = set(ShiftForm(week="").fields["person"].queryset)

    assert offered == {cast.help_desk, soon}
    assert gone not in offered


@pytest.mark.parametrize("day", ["2026-11-24", "24-11-2026", "24/11/2026"])
def test_a_day_can_be_typed_or_picked(cast, day):
    form = shift_form(person=cast.help_desk.pk, day=day, part="middag")

    assert form.is_valid(), form.errors
    assert form.cleaned_data["day"] == DAY + timedelta(days=1)


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("person", "", "Kies een collega."),
        ("person", "999999", "Deze collega is geen vraagbaak."),
        ("day", "", "Kies een dag."),
        ("day", "32-11-2026", "dd-mm-jjjj"),
        ("day", "x" * 10_000, "dd-mm-jjjj"),
        ("part", "", "Kies ochtend of middag."),
        ("part", "avond", "avond"),
    ],
)
def test_every_wrong_answer_is_told_at_its_field(cast, name, value, why):
    answers = {"person": cast.help_desk.pk, "day": "2026-11-24", "part": "middag", name: value}

    form = shift_form(**answers)

    assert set(form.errors) == {name}
    assert why in str(form.errors[name])
