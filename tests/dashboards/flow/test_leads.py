"""How long it took, and whether it was in time as the system keeps the term (ST-6, ST-7)."""

from datetime import timedelta

import pytest

from cases.models import Application
from common.weeks import Span
from dashboards.flow.asking import Asked
from dashboards.flow.leads import IN_TIME, LEADS, LEGAL_TERM, LeadTimes
from dashboards.flow.leads_part import days_of
from dashboards.flow.spans import last_months, whole
from tests.factories.cases import MONDAY
from tests.factories.decisions import ApplicationFactory
from tests.factories.flow import DAY, besluit, melding
from tests.factories.intakes import NotificationFactory

pytestmark = pytest.mark.usefixtures("monday")
TODAY = MONDAY.date()
MONTHS = last_months(TODAY)


def times_of(person, **params):
    return LeadTimes(Asked.of(person, params, TODAY), MONTHS)


@pytest.mark.parametrize("code", LEADS)
@pytest.mark.parametrize("person", ["team_manager", "general_manager"])
def test_every_number_is_that_of_its_list(cast, city, person, code):
    times = times_of(getattr(cast, person))
    found = {
        (stand, month): times.of(code, span).of(stand)
        for stand in IN_TIME
        for month, span in MONTHS.items()
    }
    rows = LEADS[code].rows
    listed = {
        (stand, month): rows(times.asked.team_ids, stand, span).count()
        for stand in IN_TIME
        for month, span in MONTHS.items()
    }

    assert found == listed
    assert all(any(found[stand, month] for month in MONTHS) for stand in IN_TIME)


@pytest.mark.parametrize(
    ("took", "median"),
    [((), None), ((5,), 5), ((5, 9), 7), ((9, 1, 5), 5), ((4, 7, 1, 30), 5.5), ((3, 3, 3, 40), 3)],
)
def test_the_median_is_the_middle_number_of_calendar_days(cast, noord, took, median):
    for days in took:
        melding(noord, days, 0)

    assert times_of(cast.team_manager).of("meldingen", whole(MONTHS)).median == median


@pytest.mark.parametrize(
    ("early", "in_time"), [(timedelta(microseconds=1), 1), (timedelta(0), 0), (-DAY, 0)]
)
def test_the_last_moment_of_the_term_is_in_time(cast, noord, early, in_time):
    made = melding(noord, 42, 0)
    type(made).objects.update(ended_at=MONDAY, due_at=MONDAY + early)

    assert times_of(cast.team_manager).of("meldingen", whole(MONTHS)).in_time == in_time


def test_a_suspended_term_is_longer_and_not_a_naive_fortnight(cast, noord):
    besluit(noord, came=30, ended=0, term=35)
    besluit(noord, came=30, ended=0, term=14)
    took = times_of(cast.team_manager).of("aanvragen", whole(MONTHS))

    assert (took.ended, took.in_time, took.median) == (2, 1, 30)


def test_a_promised_day_moves_no_term(cast, noord):
    besluit(noord, 30, 0, promised_on=TODAY, told_on=TODAY - 20 * DAY)

    assert times_of(cast.team_manager).of("aanvragen", whole(MONTHS)).of("te-laat") == 1


def test_what_has_no_legal_term_is_not_there(cast, noord):
    of = NotificationFactory(team=noord, investigated=True)
    earlier = ApplicationFactory(melding=of, sent=True)
    urgent = ApplicationFactory(melding=of, sent=True, ground="urgent", due_at=MONDAY)
    assert urgent.has_legal_term is False
    assert earlier.has_legal_term is True

    took = times_of(cast.team_manager).of("aanvragen", whole(MONTHS))

    assert took.ended == 1
    every = {row.pk: row.has_legal_term for row in Application.objects.all()}
    of_the_law = set(Application.objects.filter(LEGAL_TERM).values_list("pk", flat=True))
    assert of_the_law == {pk for pk, has in every.items() if has}


def test_withdrawn_and_open_did_not_end(cast, noord):
    NotificationFactory(team=noord, withdrawn=True)
    NotificationFactory(team=noord)
    ApplicationFactory(melding=NotificationFactory(team=noord, taken=True), withdrawn=True)

    times = times_of(cast.team_manager)
    assert times.of("meldingen", whole(MONTHS)).ended == 0
    assert times.of("aanvragen", whole(MONTHS)).median is None


def test_the_counts_are_one_query(cast, city, django_assert_num_queries):
    times = times_of(cast.general_manager)

    with django_assert_num_queries(1):
        for code in LEADS:
            for span in MONTHS.values():
                assert times.of(code, Span(span.first, span.after)).ended >= 0


@pytest.mark.parametrize(
    ("median", "text"),
    [(None, ""), (1.0, "1 dag"), (0.0, "0 dagen"), (31.0, "31 dagen"), (30.5, "30,5 dagen")],
)
def test_days_read_as_people_say_them(median, text):
    assert days_of(median) == text
