"""Which questions, articles and requests are points of the agenda (TEL-8)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cases.agenda.sources import asked_for, in_scope, late, of_subject, still_open, unanswered
from cases.contacts.models import QuestionResult
from tests.cases.agenda.conftest import question, too_late
from tests.factories.agenda import PointFactory
from tests.factories.cases import MONDAY, CallbackFactory, SubjectFactory
from tests.factories.helpdesk import HelpQuestionFactory
from tests.factories.knowledge import SuggestionFactory

pytestmark = pytest.mark.usefixtures("monday")
WEEK, HOUR = timedelta(weeks=1), timedelta(hours=1)
ANSWERED = {"result": QuestionResult.ANSWERED, "referred_to": ""}


def is_point(rows, row):
    return rows.filter(pk=row.pk).exists()


def with_help(desk, state):
    traits = {} if state == "asked" else {state: True}
    return question(desk, **ANSWERED, help_question=HelpQuestionFactory(desk=desk, **traits))


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (lambda desk: question(desk), True),
        (lambda desk: question(desk, **ANSWERED), False),
        (
            lambda desk: question(
                desk, result="callback", referred_to="", callback=CallbackFactory()
            ),
            True,
        ),
        (lambda desk: question(desk, result="help_desk", referred_to=""), False),
        (lambda desk: question(desk, result="wrong_number", referred_to="", subject=None), False),
        (
            lambda desk: question(
                desk,
                result="wrong_number",
                referred_to="",
                subject=None,
                help_question=HelpQuestionFactory(withdrawn=True),
            ),
            False,
        ),
        (lambda desk: with_help(desk, "asked"), True),
        (lambda desk: with_help(desk, "taken"), True),
        (lambda desk: with_help(desk, "withdrawn"), True),
        (lambda desk: with_help(desk, "answered"), False),
        (lambda desk: question(desk, ago=6 * WEEK - HOUR), True),
        (lambda desk: question(desk, ago=6 * WEEK + HOUR), False),
    ],
)
def test_a_question_without_an_answer_in_the_call(cast, desk, make, expected):
    row = make(desk)

    assert is_point(unanswered(cast.contact_centre, MONDAY), row) is expected
    assert is_point(unanswered(cast.help_desk, MONDAY), row) is expected
    assert not is_point(unanswered(cast.other_desk, MONDAY), row)
    assert not is_point(unanswered(cast.team_worker, MONDAY), row)


def test_how_far_back_is_a_setting(cast, desk, settings):
    row = question(desk, ago=2 * WEEK)
    settings.AGENDA_WEEKS = 1

    assert not is_point(unanswered(cast.contact_centre, MONDAY), row)


def test_an_article_until_the_kennisbank_settles_it(cast, desk):
    ours, elsewhere = SuggestionFactory(team=desk), SuggestionFactory()
    settled = SuggestionFactory(team=desk, settled_at=MONDAY, settled_by=cast.help_desk)

    assert list(asked_for(cast.contact_centre, MONDAY)) == [ours]
    assert set(asked_for(cast.help_desk, MONDAY)) == {ours, elsewhere}
    assert not is_point(asked_for(cast.help_desk, MONDAY), settled)


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ({}, True),  # late now
        ({"due_at": MONDAY + HOUR}, False),
        ({"due_at": MONDAY + HOUR, "first_attempt_at": MONDAY - HOUR}, False),
        ({"closed": True, "first_attempt_at": MONDAY - HOUR}, True),  # first called too late
        ({"closed": True, "first_attempt_at": MONDAY - timedelta(days=4)}, False),
        ({"closed": True}, False),  # withdrawn before anybody called
        ({"paused": True}, False),
        ({"registered_at": MONDAY - 6 * WEEK - HOUR}, False),
    ],
)
def test_a_request_that_was_or_is_late(cast, desk, own, expected):
    row = too_late(desk, **own)

    assert is_point(late(cast.contact_centre, MONDAY), row) is expected
    assert not is_point(late(cast.other_desk, MONDAY), row)
    assert not is_point(late(cast.team_manager, MONDAY), row)


@pytest.mark.parametrize("kind", ["unanswered", "article", "late"])
def test_what_was_ticked_is_off_the_agenda_and_still_in_scope(cast, points, kind):
    ref = (kind, getattr(points, kind).pk)
    assert still_open(cast.contact_centre, [ref], MONDAY) == [ref]

    PointFactory(kind=kind, object_id=ref[1])

    assert still_open(cast.contact_centre, [ref], MONDAY) == []
    assert in_scope(cast.contact_centre, [ref]) == {ref}
    assert in_scope(cast.other_desk, [ref]) == set()


@pytest.mark.parametrize("kind", ["article", "late"])
def test_a_point_of_another_kind_with_the_same_number_ticks_nothing_off(cast, points, kind):
    ref = ("unanswered", points.unanswered.pk)

    PointFactory(kind=kind, object_id=ref[1])

    assert still_open(cast.contact_centre, [ref], MONDAY) == [ref]


def test_points_come_in_the_order_of_the_page(cast, points):
    refs = [(kind, getattr(points, kind).pk) for kind in ("late", "article", "unanswered")]

    assert still_open(cast.contact_centre, refs, MONDAY) == refs[::-1]


def test_a_whole_subject_is_what_was_counted_on_the_page(cast, desk):
    wonen = SubjectFactory(code="wonen", label="Wonen", position=2)
    seen = [question(desk) for _ in range(3)]
    question(desk, subject=wonen)
    came_after = question(desk)

    refs = of_subject(cast.contact_centre, seen[0].subject_id, seen[-1].pk, timezone.now())

    assert {pk for _, pk in refs} == {row.pk for row in seen}
    assert came_after.pk not in {pk for _, pk in refs}
    assert of_subject(cast.other_desk, seen[0].subject_id, seen[-1].pk, MONDAY) == []
