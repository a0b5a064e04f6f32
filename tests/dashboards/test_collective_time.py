"""Individual against collective: what is counted, by hand; each number with its list."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from cases.collective.models import CollectiveEntry, EffortEstimate
from dashboards.collective_time import CollectiveTime, hours, last_of, share
from dashboards.effort_acts import ACTS
from dashboards.effort_services import last_months, refresh_effort_figures
from dashboards.models import EffortFigure
from tests.cases.callbacks.pages import text_of
from tests.factories.cases import MONDAY, AttemptFactory
from tests.factories.collective import CollectiveFactory, effort_of
from tests.factories.dossiers import FileLineFactory
from tests.factories.signals import AttemptFactory as OutreachFactory
from tests.factories.talks import TalkFactory
from tests.factories.waakvlam import WaakvlamContactFactory

TODAY, DAY = MONDAY.date(), timedelta(days=1)
THIS = TODAY.replace(day=1)
pytestmark = pytest.mark.usefixtures("monday")


def one_of_each(team):
    """One act of every sort for this team, today."""
    effort_of()
    AttemptFactory(callback__team=team)
    AttemptFactory(callback__team=team, result="spoken")
    TalkFactory(held=True, notification__team=team)
    TalkFactory(concluded=True, notification__team=team, place="phone")
    FileLineFactory(file__team=team)
    WaakvlamContactFactory(waakvlam__team=team)
    OutreachFactory(signal__team=team)


def test_every_sort_of_act_is_counted_once_for_the_team(noord):
    one_of_each(noord)
    TalkFactory(notification__team=noord)  # planned, and not held
    FileLineFactory(file__team=noord, kind="question")

    refresh_effort_figures(at=MONDAY)

    rows = EffortFigure.objects.filter(team=noord)
    assert dict(rows.values_list("act", "n")) == dict.fromkeys((str(code) for code in ACTS), 1)
    assert set(rows.values_list("month", flat=True)) == {THIS}


def test_the_figures_are_those_of_a_plain_query(noord):
    for days in (0, 1, 40, 70, 150, 400):
        FileLineFactory(file__team=noord, at=MONDAY - days * DAY)

    refresh_effort_figures(at=MONDAY)

    begin = last_months(TODAY)[0]
    expected = [d for d in (0, 1, 40, 70, 150, 400) if (MONDAY - d * DAY).date() >= begin]
    assert sum(EffortFigure.objects.values_list("n", flat=True)) == len(expected)
    assert len(expected) == 5


def test_a_second_count_makes_the_same_rows_and_an_old_month_goes(noord):
    FileLineFactory(file__team=noord)
    EffortFigure.objects.create(
        team=noord, month=date(2020, 1, 1), act="outreach", n=3, refreshed_at=MONDAY
    )
    assert refresh_effort_figures(at=MONDAY) == 1
    assert refresh_effort_figures(at=MONDAY) == 1
    assert EffortFigure.objects.get().n == 1


def test_older_months_are_counted_once_a_day(noord):
    months = last_months(TODAY)
    FileLineFactory(file__team=noord, at=MONDAY - (TODAY - months[0]).days * DAY)
    refresh_effort_figures(at=MONDAY)
    FileLineFactory(file__team=noord, at=MONDAY - (TODAY - months[1]).days * DAY)

    refresh_effort_figures(at=MONDAY)
    assert EffortFigure.objects.count() == 1
    refresh_effort_figures(at=MONDAY + DAY)
    assert EffortFigure.objects.count() == 2


def test_hours_and_share_worked_out_by_hand(cast, noord):
    """Seven acts of 20, 5, 240, 210, 20, 30 and 45 minutes: 570. Collective: 45 and 3 × 240."""
    one_of_each(noord)
    refresh_effort_figures(at=MONDAY)
    own = {"team": noord, "cluster": noord.cluster}
    CollectiveFactory(**own)
    begin = last_months(TODAY)[-3]
    CollectiveFactory(**own, running=True, starts_on=begin, effort=effort_of("dagdeel"))
    CollectiveFactory(**own, idea=True)
    CollectiveFactory()

    time = CollectiveTime(cast.team_manager, MONDAY)
    (line,) = time.team_lines()

    assert (line.individual, line.collective, line.figure.value) == (570, 765, 2)
    assert (line.individual_text, line.collective_text, line.share_text) == ("10", "13", "57%")
    months = time.month_lines(None)
    assert [each.collective for each in months] == [285, 240, 240, 0, 0, 0]
    assert [each.figure.value for each in months] == [2, 1, 1, 0, 0, 0]
    assert [each.share_text for each in months][-1] == "–"
    assert time.conclusion.startswith("Naar schatting ging de laatste zes maanden 57% van de tijd")


def test_minutes_of_the_list_count_at_once_and_nothing_when_out_of_use(cast, noord):
    one_of_each(noord)
    refresh_effort_figures(at=MONDAY)
    EffortEstimate.objects.exclude(code="outreach").update(is_active=False)
    EffortEstimate.objects.update(minutes=60)

    time = CollectiveTime(cast.team_manager, MONDAY)

    assert time.team_lines()[0].individual == 60
    (act,) = time.act_lines(None)
    assert (act.n, act.minutes, act.hours_text) == (1, 60, "1")


def test_a_team_without_anything_has_dashes(cast, noord):
    time = CollectiveTime(cast.team_manager, MONDAY)
    (line,) = time.team_lines()

    assert (line.individual_text, line.collective_text, line.share_text) == ("–", "–", "–")
    assert line.figure.value == 0
    assert time.conclusion == "Er is de laatste zes maanden nog niets te tellen."


def test_a_manager_sees_the_own_team_and_the_algemeen_manager_all(cast, noord):
    CollectiveFactory(team=cast.elsewhere)

    assert [line.name for line in CollectiveTime(cast.team_manager, MONDAY).team_lines()] == [
        "Team Noord"
    ]
    lines = {x.name: x for x in CollectiveTime(cast.general_manager, MONDAY).team_lines()}
    assert lines["Team Elders"].figure.value == 1
    assert lines["Team Noord"].figure.value == 0
    assert not CollectiveTime(cast.team_worker, MONDAY).teams


def test_every_number_opens_its_list(as_user, cast, noord):
    begin = last_months(TODAY)[1]
    CollectiveFactory(team=noord)
    CollectiveFactory(team=noord, running=True, starts_on=begin)
    CollectiveFactory(team=noord, starts_on=last_months(TODAY)[0] - DAY)
    CollectiveFactory(team=cast.elsewhere)
    for person in (cast.team_manager, cast.general_manager):
        client = as_user(person)
        page = client.get(reverse("collective-time") + "?team=team-noord").context
        for line in [*page["lines"], *page["months"]]:
            found = client.get(line.figure.url).context["page"].rows
            assert len(found) == line.figure.value, (str(person), line.name)
        assert page["team"] == noord
        assert page["months"][0].figure.value == 2


@pytest.mark.parametrize("count", [1, 5])
def test_the_part_and_its_page_cost_the_same(
    as_user, cast, noord, count, django_assert_num_queries
):
    one_of_each(noord)
    for _ in range(count):
        CollectiveFactory(team=noord)
    refresh_effort_figures(at=MONDAY)
    client = as_user(cast.team_manager)
    # session, person, roles, sign-in; the trail (2); teams, figures, minutes, entries
    with django_assert_num_queries(11):
        part = client.get(reverse("dashboard-collective"))
    assert "Individueel en collectief werk" in text_of(part)
    # the same, the bell and the classes
    with django_assert_num_queries(12):
        client.get(reverse("collective-time"))


def test_an_unknown_team_is_all_teams(as_user, cast, noord):
    client = as_user(cast.team_manager)
    page = client.get(reverse("collective-time") + "?team=team-elders").context
    assert page["team"] is None


def test_the_dashboard_loads_the_part_and_has_a_link_without_script(as_user, cast):
    page = as_user(cast.general_manager).get(reverse("dashboard")).content.decode()
    assert f'hx-get="{reverse("dashboard-collective")}"' in page
    assert f'href="{reverse("collective-time")}"' in page


def test_small_sums():
    assert last_of(date(2028, 2, 1)) == date(2028, 2, 29)
    assert last_of(date(2026, 12, 1)) == date(2026, 12, 31)
    assert (hours(0), hours(29), hours(30), hours(75_000)) == ("0", "0", "1", "1.250")
    assert (share(0, 0), share(1, 0), share(0, 1), share(1, 1)) == (None, 0, 100, 50)
    assert last_months(date(2026, 2, 28))[0] == date(2025, 9, 1)
    assert not CollectiveEntry.objects.exists()
