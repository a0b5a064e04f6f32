"""A query that is prepared on the connection answers like one that is not (ADR 47)."""

from datetime import UTC, timedelta

import pytest
import time_machine
from django.db import ProgrammingError, connection, transaction
from django.test.utils import CaptureQueriesContext

from cases.waakvlam.models import Waakvlam
from clusters.models import Role
from common.weeks import midnight
from dashboards import planned
from dashboards.kinds import KINDS
from dashboards.planned import Statement, answers, with_places
from dashboards.prepared import Position, goes_along, prepare, work_of
from tests.factories import MembershipFactory
from tests.factories.cases import MONDAY, CallbackFactory
from tests.factories.waakvlam import WaakvlamFactory

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
ASKED = "SELECT %s, %s::bigint, %s::bigint, %s::timestamptz, %s::bigint"


def differs(value):
    return value == MONDAY or (isinstance(value, int) and value > 100)


def prepared(queries):
    return [each["sql"].startswith("PREPARE") for each in queries]


@pytest.fixture(autouse=True)
def nothing_known():
    planned.known.clear()


def test_what_differs_gets_a_place_and_the_rest_is_in_the_text():
    made = with_places(ASKED, ["100% zeker", 101, 7, MONDAY, 101], differs)

    assert made.values == (101, MONDAY)
    assert made.types == " (bigint, timestamptz)"
    assert "'100%% zeker', $1::bigint, 7::bigint, $2::timestamptz, $1::bigint" in made.text
    later = MONDAY + timedelta(minutes=1)
    assert answers(made, [202, later]) == [("100% zeker", 202, 7, later, 202)]


def test_it_is_one_query_and_prepared_once():
    made = with_places("SELECT %s::bigint", [101], differs)

    with CaptureQueriesContext(connection) as asked:
        found = [answers(made, [number])[0][0] for number in (1, 2, 3)]

    assert found == [1, 2, 3]
    assert prepared(asked.captured_queries) == [True, False, False]


def test_without_places_it_is_prepared_too():
    made = with_places("SELECT 'altijd'", [], differs)

    assert [answers(made, []) for _ in range(2)] == [[("altijd",)]] * 2


def test_another_connection_prepares_it_again(monkeypatch):
    made = with_places("SELECT %s::bigint", [101], differs)
    answers(made, [1])
    with CaptureQueriesContext(connection) as asked:
        monkeypatch.setattr(planned, "known", type(planned.known)())
        answers(made, [1])

    assert prepared(asked.captured_queries) == [True]


def test_what_could_not_be_prepared_is_tried_again():
    faulty = Statement("SELECT nothing FROM nowhere", ())
    for _ in range(2):
        with pytest.raises(ProgrammingError, match="nowhere"), transaction.atomic():
            answers(faulty, [])


def test_what_hangs_on_the_clock_goes_along_with_it(cast, noord, monday):
    """What comes in sight ten minutes later is there ten minutes later, without a new text."""
    due = MONDAY + timedelta(days=14, minutes=5)
    soon = WaakvlamFactory(team=noord, owner=cast.handler)
    Waakvlam.objects.filter(pk=soon.pk).update(due_at=due)
    with CaptureQueriesContext(connection) as asked:
        assert work_of(cast.handler, KINDS) == []
        with time_machine.travel(MONDAY + timedelta(minutes=10)):
            assert [row.pk for _, row in work_of(cast.handler, KINDS)] == [soon.pk]

    assert sum(prepared(asked.captured_queries)) == 1


@pytest.mark.parametrize("role", Role.values)
def test_a_kind_asks_the_clock_for_now_or_for_a_border_of_days(role, monday):
    """Another moment, such as nine o'clock, would go along with the clock too."""
    prepare.cache_clear()
    made = prepare(Position(role, 1, 1, 0), MONDAY, tuple(KINDS.items()))
    moments = [each for each in made.params if goes_along(each)] if made else []

    assert all((each - MONDAY) % timedelta(days=1) == timedelta() for each in moments)


def test_midnight_belongs_to_its_day():
    assert goes_along(MONDAY)
    assert not goes_along(midnight(MONDAY.date()))
    assert not goes_along(midnight(MONDAY.date()).astimezone(UTC))
    assert not goes_along(MONDAY.date())


def test_the_plan_is_one_for_everybody(cast, noord, monday):
    mate = MembershipFactory(team=noord).user
    mine, theirs = (
        CallbackFactory(team=noord, claimed=True, handler=each) for each in (cast.handler, mate)
    )
    with CaptureQueriesContext(connection) as asked:
        found = [[row.pk for _, row in work_of(each, KINDS)] for each in (cast.handler, mate)]

    assert found == [[mine.pk], [theirs.pk]]
    assert sum(prepared(asked.captured_queries)) == 1
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT custom_plans FROM pg_prepared_statements")
        assert cursor.fetchall() == [(0,)]
