"""Zonder waarnemer: away for longer than the norm, with work, and nobody who is there (WN-12)."""

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from audit.models import AuditEvent
from clusters.cover.missing import missing_for, missing_in_city
from clusters.cover.tasks import signal_missing_covers
from clusters.models import Notice
from tests.clusters.cover.conftest import DAY, TODAY, ends, fresh
from tests.factories import MembershipFactory
from tests.factories.absence import WorkPatternFactory, away
from tests.factories.cases import MONDAY
from tests.factories.cover import covered
from tests.factories.dossiers import FileFactory
from tests.factories.login import sign_in

pytestmark = pytest.mark.django_db
LONG = 30 * DAY


@pytest.fixture
def work(people, noord):
    """The handler has a dossier, and is away from last Thursday on."""
    file = FileFactory(team=noord, director=people.handler)
    away(people.handler, TODAY - 4 * DAY, TODAY + LONG)
    return file


def names(user, today=TODAY):
    return [row.person for row in missing_for(user, today)]


def test_of_ones_own_people_and_of_the_city_wn_12(people, work):
    row = missing_for(people.team_manager, TODAY)[0]

    assert (row.person, row.since, row.until) == (people.handler, TODAY - 4 * DAY, TODAY + LONG)
    assert row.work == ["1 dossier"]
    assert names(people.general_manager) == [people.handler]
    assert names(people.outsider) == []
    assert [each.person for each in missing_in_city(TODAY)] == [people.handler]


@pytest.mark.parametrize(("first", "there"), [(-4, True), (-3, False), (0, False)])
def test_after_two_working_days_wn_12(people, noord, first, there):
    FileFactory(team=noord, director=people.handler)
    away(people.handler, TODAY + first * DAY, TODAY + LONG)  # Thursday, Friday, Monday

    assert bool(names(people.team_manager)) is there


def test_the_norm_is_a_setting_and_other_working_days_count_less_wn_12(people, work, settings):
    settings.COVER_WARN_AFTER_DAYS = 3
    assert names(people.team_manager) == []
    settings.COVER_WARN_AFTER_DAYS = 2
    WorkPatternFactory(employee=people.handler, weekdays="01")
    assert names(people.team_manager) == []


def test_absences_in_a_row_count_together_wn_12(people, noord):
    FileFactory(team=noord, director=people.handler)
    away(people.handler, TODAY - 20 * DAY, TODAY - 3 * DAY)
    away(people.handler, TODAY, TODAY + DAY, kind="sick")

    assert missing_for(people.team_manager, TODAY)[0].since == TODAY - 20 * DAY


def test_who_is_away_for_months_is_looked_back_sixty_days_only(people, noord):
    FileFactory(team=noord, director=people.handler)
    away(people.handler, TODAY - 200 * DAY, TODAY + LONG)

    assert missing_for(people.team_manager, TODAY)[0].since > TODAY - 61 * DAY


@pytest.mark.parametrize("reason", ["half", "no work", "covered", "withdrawn"])
def test_who_is_not_missing_wn_12(people, noord, reason):
    if reason != "no work":
        FileFactory(team=noord, director=people.handler)
    if reason == "half":
        away(people.handler, TODAY, half="morning")
    else:
        gone = {"withdrawn_at": timezone.now()} if reason == "withdrawn" else {}
        away(people.handler, TODAY - 10 * DAY, TODAY + LONG, **gone)
    if reason == "covered":
        covered(people.handler, people.third, TODAY)

    assert names(people.team_manager) == []


def test_a_deputy_who_is_away_too_does_not_help_unless_covered_wn_12(people, work):
    covered(people.handler, people.third, TODAY)
    away(people.third, TODAY)
    assert names(people.team_manager) == [people.handler]

    covered(people.third, people.fourth, TODAY)
    assert names(people.team_manager) == []


def test_the_manager_hears_it_once_per_absence_wn_12(people, work):
    assert (signal_missing_covers(), signal_missing_covers()) == (1, 0)
    notice = Notice.objects.get()
    assert (notice.person, notice.url_name) == (people.team_manager, "cover-missing")
    assert str(people.handler) in notice.text
    with time_machine.travel(MONDAY + DAY):
        assert signal_missing_covers() == 0


def test_who_left_is_not_missing(people, work):
    ends(people.handler, TODAY - DAY)

    assert missing_in_city(TODAY) == []


@pytest.mark.parametrize("rows", [1, 5])
def test_the_list_costs_the_same_however_many(
    client, people, noord, rows, django_assert_num_queries
):
    for _ in range(rows):
        person = MembershipFactory(team=noord).user
        FileFactory(team=noord, director=person)
        away(person, TODAY - 10 * DAY, TODAY + DAY)
    user = fresh(people.team_manager)
    assert user.team_ids

    # who is away; their absences and days; the covers, absences and days of deputies; their work
    with django_assert_num_queries(7):
        assert len(missing_for(user, TODAY)) == rows
    sign_in(client, people.team_manager)
    page = client.get(reverse("cover-missing"))
    assert len(page.context["rows"]) == rows
    assert "1 dossier" in page.content.decode()
    assert AuditEvent.objects.filter(code="cover.missing_listed").exists()
