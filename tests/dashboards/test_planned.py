"""A query that is prepared on the connection answers like one that is not (ADR 47)."""

from datetime import timedelta

import pytest
from django.db import ProgrammingError, connection, transaction
from django.test.utils import CaptureQueriesContext

from dashboards import planned
from dashboards.kinds import KINDS
from dashboards.planned import Statement, answers, with_places
from dashboards.prepared import work_of
from tests.factories import MembershipFactory
from tests.factories.cases import MONDAY, CallbackFactory

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
ASKED = "SELECT %s, %s::bigint, %s::bigint, %s::timestamptz, %s::bigint"


def is_number(value):
    return isinstance(value, int) and value > 100


def prepared(queries):
    return [each["sql"].startswith("PREPARE") for each in queries]


@pytest.fixture(autouse=True)
def nothing_known():
    planned.known.clear()


def test_what_differs_gets_a_place_and_the_rest_is_in_the_text():
    made = with_places(ASKED, ["100% zeker", 101, 7, MONDAY, 101], is_number)

    assert made.values == (101, MONDAY)
    assert made.types == " (bigint, timestamptz)"
    assert "'100%% zeker', $1::bigint, 7::bigint, $2::timestamptz, $1::bigint" in made.text
    later = MONDAY + timedelta(minutes=1)
    assert answers(made, [202, later]) == [("100% zeker", 202, 7, later, 202)]


def test_it_is_one_query_and_prepared_once():
    made = with_places("SELECT %s::bigint", [101], is_number)

    with CaptureQueriesContext(connection) as asked:
        found = [answers(made, [number])[0][0] for number in (1, 2, 3)]

    assert found == [1, 2, 3]
    assert prepared(asked.captured_queries) == [True, False, False]


def test_without_places_it_is_prepared_too():
    made = with_places("SELECT 'altijd'", [], is_number)

    assert [answers(made, []) for _ in range(2)] == [[("altijd",)]] * 2


def test_another_connection_prepares_it_again(monkeypatch):
    made = with_places("SELECT %s::bigint", [101], is_number)
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
