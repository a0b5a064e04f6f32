"""What a caller answered stays with the request, each with the question as it was asked (TEL-7)."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction

from audit.models import AuditEvent
from cases.callbacks.services import Answer, create_answers
from cases.models import CallbackAnswer
from common.errors import RuleViolation
from tests.cases.callbacks.acts import lines_of
from tests.factories.cases import CallbackFactory
from tests.factories.question_sets import (
    CallbackAnswerFactory,
    SetQuestionFactory,
    version_of_every_kind,
    version_with,
)

pytestmark = pytest.mark.usefixtures("monday")


def kept(callback):
    rows = CallbackAnswer.objects.filter(callback=callback).order_by("pk")
    return list(rows.values_list("position", "question", "answer"))


def answer(callback, version, by, *pairs):
    answers = [Answer(position, "", text) for position, text in pairs]
    create_answers(callback=callback, version=version, answers=answers, by=by)


def test_answers_are_kept_in_the_order_of_the_questions_without_values_in_the_trail(cast):
    callback, version = CallbackFactory(), version_of_every_kind()

    answer(callback, version, cast.contact_centre, (4, "Ja"), (1, "Twee"), (2, "  "))

    assert kept(callback) == [(1, "Vraag short?", "Twee"), (2, "Vraag yes_no?", "Ja")]
    assert lines_of(callback) == ["callback.answers_added"]
    line = AuditEvent.objects.get()
    assert list(line.fields) == ["answers"]
    assert line.subjects.get().resident_id == callback.resident_id
    assert "Twee" not in str(vars(line))


def test_answers_of_a_second_question_stand_below_the_first(cast):
    first = CallbackAnswerFactory(position=3, version=version_with({}))

    answer(first.callback, first.version, cast.help_desk, (1, "Daarna"))

    assert [(row[0], row[2]) for row in kept(first.callback)] == [(3, "Twee"), (4, "Daarna")]


def test_a_question_that_changes_later_changes_no_answer(cast):
    callback, old = CallbackFactory(), version_with({"text": "Oud?"})
    newer = version_with({"text": "Nieuw?"}, question_set=old.question_set, number=2)

    answer(callback, old, cast.contact_centre, (1, "Antwoord op oud"))

    assert kept(callback) == [(1, "Oud?", "Antwoord op oud")]
    row = CallbackAnswer.objects.get()
    assert (row.version, row.version_id != newer.pk) == (old, True)


def test_nothing_answered_leaves_no_line(cast):
    callback = CallbackFactory()

    answer(callback, version_with({}), cast.contact_centre, (1, ""), (1, " \n"))

    assert (kept(callback), lines_of(callback)) == ([], [])


@pytest.mark.parametrize(
    ("version", "position", "text", "words"),
    [
        ({"draft": True}, 1, "Ja", "horen niet bij de vragen"),
        ({}, 2, "Ja", "horen niet bij de vragen"),
        ({}, 1, "x" * 1001, "hoogstens 1000"),
    ],
)
def test_answers_that_do_not_fit_the_version_are_refused(cast, version, position, text, words):
    callback = CallbackFactory()

    with pytest.raises(RuleViolation, match=words), transaction.atomic():
        answer(callback, version_with({}, **version), cast.contact_centre, (position, text))

    assert (kept(callback), lines_of(callback)) == ([], [])


@pytest.mark.parametrize("person", ["team_worker", "application_manager", "privacy_officer"])
def test_only_the_desk_writes_answers_down(cast, person):
    callback = CallbackFactory()

    with pytest.raises(PermissionDenied):
        answer(callback, version_with({}), getattr(cast, person), (1, "Ja"))


def test_the_longest_answer_is_kept_whole(cast):
    callback, version = CallbackFactory(), version_with({"kind": "long"})

    answer(callback, version, cast.contact_centre, (1, "é" * 1000))

    assert kept(callback)[0][2] == "é" * 1000


@pytest.mark.parametrize("questions", [1, 12])
def test_one_and_twelve_answers_cost_the_same(cast, questions, django_assert_num_queries):
    callback = CallbackFactory()
    version = version_with()
    for position in range(1, questions + 1):
        SetQuestionFactory(version=version, position=position)
    pairs = [(position, "Ja") for position in range(1, questions + 1)]
    list(cast.contact_centre.acting_memberships)

    # savepoint, questions, last position, rows; the line and its resident; release
    with django_assert_num_queries(7):
        answer(callback, version, cast.contact_centre, *pairs)
