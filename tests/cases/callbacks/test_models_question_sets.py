"""Question sets: what the database refuses, which version is asked, what a stamp tells."""

import pytest
from django.db import IntegrityError, transaction

from cases.models import CallbackSubject, live_version, pinned_version
from tests.factories import TeamFactory
from tests.factories.cases import MONDAY, SubjectFactory
from tests.factories.question_sets import (
    QuestionSetFactory,
    SetQuestionFactory,
    VersionFactory,
    version_with,
)

pytestmark = pytest.mark.usefixtures("monday")


def subject(code="geld"):
    return CallbackSubject.objects.get(code=code)


# --- what the database refuses


@pytest.mark.parametrize(
    "broken",
    [
        {"kind": "number"},
        {"kind": "choice", "options": ""},
        {"kind": "short", "options": "Huur"},
        {"position": 1},
    ],
)
def test_the_database_refuses_a_question_that_cannot_be(broken):
    version = version_with({})

    with pytest.raises(IntegrityError), transaction.atomic():
        SetQuestionFactory(**{"version": version, "position": 2, **broken})


@pytest.mark.parametrize(
    "broken",
    [
        {"number": 1},
        {"number": 3, "published_by": None},
        {"number": 3, "draft": True, "published_at": MONDAY},
        {"number": 3, "draft": True},  # a second draft
    ],
)
def test_the_database_refuses_a_version_that_cannot_be(broken):
    own = VersionFactory().question_set
    VersionFactory(question_set=own, number=2, draft=True)

    with pytest.raises(IntegrityError), transaction.atomic():
        VersionFactory(question_set=own, **broken)


@pytest.mark.parametrize("of_team", [True, False])
def test_the_database_keeps_one_set_per_subject_and_team(noord, of_team):
    team = noord if of_team else None
    QuestionSetFactory(team=team)
    QuestionSetFactory(team=None if of_team else noord)

    with pytest.raises(IntegrityError), transaction.atomic():
        QuestionSetFactory(team=team)


# --- VS-1: which questions are asked


def test_the_set_of_the_team_wins_over_that_of_all_teams(noord, django_assert_num_queries):
    for_all = version_with({"text": "Voor allen?"})
    own = version_with({"text": "Voor Noord?"}, {}, question_set__team=noord)
    version_with({}, question_set__subject=SubjectFactory(code="wonen"))

    money = subject().pk

    with django_assert_num_queries(2):
        found = live_version(money, noord.pk)
        assert found.questions.all()[0].text == "Voor Noord?"
    assert found == own
    assert live_version(subject().pk, TeamFactory().pk) == for_all
    assert live_version(subject().pk, None) == for_all
    assert live_version(subject("wonen").pk, noord.pk).question_set.subject == subject("wonen")
    assert live_version(subject("gezin").pk, noord.pk) is None


@pytest.mark.parametrize("questions", [1, 12])
def test_asking_what_is_live_costs_the_same_for_one_and_for_twelve(
    noord, questions, django_assert_num_queries
):
    version_with(*[{}] * questions, question_set__team=noord)
    money = subject().pk

    with django_assert_num_queries(2):
        assert len(live_version(money, noord.pk).questions.all()) == questions


def test_a_team_without_a_published_version_is_asked_what_all_teams_ask(noord):
    for_all = version_with({})
    version_with({}, draft=True, question_set__team=noord)

    assert live_version(subject().pk, noord.pk) == for_all


def test_the_newest_published_version_is_asked_and_a_draft_is_not(noord):
    first = version_with({})
    second = version_with({}, question_set=first.question_set, number=2)
    draft = version_with({}, question_set=first.question_set, number=3, draft=True)

    assert live_version(subject().pk, noord.pk) == second
    assert pinned_version(first.pk) == first  # a call that was shown it goes on with it
    assert pinned_version(draft.pk) is None
    assert pinned_version(0) is None


# --- the stamp


@pytest.mark.parametrize(
    "part", ["text", "help_text", "kind", "options", "is_required", "order", "number"]
)
def test_every_part_of_a_question_is_in_the_stamp(part):
    first = version_with({"text": "A", "kind": "choice"}, {"text": "B"})
    rows = [{"text": "A", "kind": "choice"}, {"text": "B"}]
    if part == "order":
        rows.reverse()
    elif part in ("text", "help_text"):
        rows[1][part] = "Anders"
    elif part == "options":
        rows[0][part] = "Ja\nNee"
    elif part != "number":
        rows[1][part] = {"kind": "long", "is_required": True}[part]
    number = 2 if part == "number" else 1
    other = version_with(*rows, number=number, question_set__subject=SubjectFactory(code="wonen"))
    same = version_with(
        {"text": "A", "kind": "choice"},
        {"text": "B"},
        question_set__subject=SubjectFactory(code="gezin"),
    )

    assert first.stamp == same.stamp
    assert first.stamp != other.stamp
