"""What came in, ended and was open: the numbers are those of the lists, at every edge (ST-4)."""

from datetime import timedelta

import pytest

from cases.models import CallbackRequest
from common.deadlines import local_day
from common.weeks import WEEK, last_weeks, monday_of
from dashboards.flow.asking import Asked
from dashboards.flow.spans import weeks_to
from dashboards.flow.streams import CAME, ENDED, OPEN, STREAMS, WHATS, Flows
from tests.factories.cases import MONDAY
from tests.factories.flow import DAY, HOUR, callback, dossier, melding

pytestmark = pytest.mark.usefixtures("monday")
TODAY = MONDAY.date()
THIS = monday_of(TODAY)


def asked_by(person, **params):
    return Asked.of(person, params, TODAY)


def numbers(flows, code):
    return {(what, week): flows.of(code, what, week) for what in WHATS for week in flows.mondays}


def listed(flows, code):
    rows, ids = STREAMS[code].rows, flows.asked.team_ids
    return {
        (what, week): rows(ids, what, last_weeks(0, week)).count()
        for what in WHATS
        for week in flows.mondays
    }


@pytest.mark.parametrize("weeks", ["12", "26"])
@pytest.mark.parametrize("code", STREAMS)
@pytest.mark.parametrize("person", ["team_manager", "general_manager"])
def test_every_number_is_that_of_its_list(cast, city, person, code, weeks):
    flows = Flows(asked_by(getattr(cast, person), weken=weeks))
    found = numbers(flows, code)

    assert found == listed(flows, code)
    assert len(flows.mondays) == int(weeks)
    assert all(any(found[what, week] for week in flows.mondays) for what in WHATS)


def test_one_request_through_the_weeks(cast, noord):
    callback(noord, came=15, ended=1)
    flows = Flows(asked_by(cast.team_manager))
    weeks = [THIS - back * WEEK for back in (3, 2, 1, 0)]

    assert [flows.of("terugbelverzoeken", CAME, week) for week in weeks] == [1, 0, 0, 0]
    assert [flows.of("terugbelverzoeken", ENDED, week) for week in weeks] == [0, 0, 1, 0]
    assert [flows.of("terugbelverzoeken", OPEN, week) for week in weeks] == [1, 1, 0, 0]


@pytest.mark.parametrize("code", STREAMS)
def test_open_from_before_the_period_stays_open(cast, noord, code):
    {"terugbelverzoeken": callback, "meldingen": melding, "dossiers": dossier}[code](noord, 700)
    flows = Flows(asked_by(cast.team_manager))

    assert {flows.of(code, OPEN, week) for week in flows.mondays} == {1}
    assert {flows.of(code, CAME, week) for week in flows.mondays} == {0}


@pytest.mark.parametrize(
    ("moment", "week"),
    [
        (MONDAY.replace(hour=0), THIS),
        (MONDAY.replace(hour=0) - timedelta(microseconds=1), THIS - WEEK),
        (MONDAY.replace(hour=0) - 7 * DAY, THIS - WEEK),
        (MONDAY.replace(month=10, day=25, hour=23), THIS - 5 * WEEK),  # the day of 25 hours
    ],
)
def test_a_week_begins_on_monday_in_amsterdam(cast, noord, moment, week):
    callback(noord, 0)
    CallbackRequest.objects.update(registered_at=moment)
    flows = Flows(asked_by(cast.team_manager))

    assert flows.of("terugbelverzoeken", CAME, week) == 1
    assert listed(flows, "terugbelverzoeken")[CAME, week] == 1


def test_what_was_opened_again_did_not_end(cast, noord):
    made = callback(noord, came=20, ended=10)
    CallbackRequest.objects.filter(pk=made.pk).update(
        state="waiting", closed_at=None, outcome=None, handler=None
    )
    flows = Flows(asked_by(cast.team_manager))

    assert sum(flows.of("terugbelverzoeken", ENDED, week) for week in flows.mondays) == 0
    assert flows.of("terugbelverzoeken", OPEN, THIS) == 1


def test_another_team_does_not_count(cast, noord):
    callback(cast.elsewhere, 3)
    flows = Flows(asked_by(cast.team_manager))

    assert set(numbers(flows, "terugbelverzoeken").values()) == {0}


def test_a_manager_without_a_team_counts_nothing(cast, noord):
    callback(noord, 3)
    cast.team_manager.__dict__["team_ids"] = frozenset()
    flows = Flows(asked_by(cast.team_manager))

    assert set(numbers(flows, "terugbelverzoeken").values()) == {0}


def test_the_counts_are_one_query(cast, city, django_assert_num_queries):
    asked = asked_by(cast.general_manager, weken="26")

    with django_assert_num_queries(1):
        flows = Flows(asked)
        for code in STREAMS:
            numbers(flows, code)


def test_the_last_of_the_weeks_is_this_week():
    span = weeks_to(local_day(MONDAY), 12)

    assert (span.after - span.first).days == 84
    assert span.mondays()[-1] == THIS
    assert span.end > MONDAY + HOUR
