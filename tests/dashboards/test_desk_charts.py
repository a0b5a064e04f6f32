"""The charts of the desk and what asks it now: table, mark and list count the same (SD-2, SD-8)."""

import pytest
from django.urls import reverse

from dashboards.desk_services import refresh_desk_figures
from tests.cases.callbacks.pages import text_of
from tests.dashboards.desk import DAY, HOUR, WEEK, counted
from tests.dashboards.sst import points_of
from tests.dashboards.test_desk_views import furnish
from tests.factories.cases import MONDAY, CallbackFactory
from tests.factories.helpdesk import HelpQuestionFactory
from tests.factories.knowledge import SuggestionFactory

pytestmark = pytest.mark.usefixtures("monday")
PAGE, CHARTS = reverse("desk-dashboard"), reverse("desk-charts")


@pytest.mark.parametrize(("weeks", "refreshed"), [(4, None), (13, HOUR), (4, 2 * WEEK)])
def test_every_mark_counts_the_list_it_opens(cast, as_user, desk, weeks, refreshed):
    furnish(desk)
    furnish(cast.other_desk.acting_memberships[0].team)
    if refreshed is not None:
        refresh_desk_figures(at=MONDAY - refreshed)
    client = as_user(cast.contact_centre)

    charts = client.get(f"{CHARTS}?periode={weeks}").context["desk"].charts()

    for chart in (charts[0], charts[2]):
        marks = [(number, url) for number, url in points_of([chart]) if number]
        assert len(marks) >= 6
        assert [each for each in marks if counted(client, each[1]) != each[0]] == []


def test_the_weeks_add_up_to_the_numbers_of_the_page(cast, as_user, desk):
    furnish(desk)
    refresh_desk_figures(at=MONDAY - 2 * DAY)
    client = as_user(cast.help_desk)

    sums = client.get(PAGE).context["page"].figures.sums
    asked, _, promised = client.get(CHARTS).context["desk"].charts()

    kept, late = (sum(point.value for point in each.points) for each in promised.series)
    assert (kept, late) == (sums["kept"], sums["late"])
    tiles = client.get(PAGE).context["page"].tiles()
    assert [sum(p.value for p in each.points) for each in asked.series] == [
        tiles[0].value,
        tiles[1].value,
    ]


def test_a_week_without_questions_has_a_gap_and_an_idle_desk_no_axes(cast, as_user, desk):
    html = as_user(cast.contact_centre).get(CHARTS).content.decode()
    assert "wt-chart__picture" not in html
    assert "Er is nog geen gesprek afgerond." in html

    furnish(desk)
    shares = as_user(cast.contact_centre).get(CHARTS).context["desk"].charts()[1]
    assert None in [point.value for point in shares.series[0].points]
    assert {point.shown for point in shares.series[0].points} == {"50% van 8", "50% van 4", "–"}


def test_above_the_desks_no_mark_opens_a_list(cast, as_user, desk):
    furnish(desk)

    charts = as_user(cast.general_manager).get(CHARTS).context["desk"].charts()

    assert points_of(charts) == []
    assert sum(point.value for point in charts[0].series[0].points) == 16


def test_what_asks_now_counts_the_lists(cast, as_user, desk):
    for due in (HOUR, -HOUR, 2 * DAY):
        CallbackFactory(registered_in=desk, due_at=MONDAY + due, escalate_at=MONDAY + WEEK)
    CallbackFactory(registered_in=desk, claimed=True, due_at=MONDAY + HOUR)
    HelpQuestionFactory(desk=desk, asked_by=cast.contact_centre)
    HelpQuestionFactory(desk=desk, asked_by=cast.help_desk)
    SuggestionFactory(team=desk, suggested_by=cast.contact_centre)

    mine = as_user(cast.contact_centre).get(PAGE)
    assert [each.value for each in mine.context["page"].asks_now()] == [1, 2, 1]
    assert "1 belofte is te laat en 2 verzoeken zijn nog door geen team opgepakt." in text_of(mine)
    client = as_user(cast.help_desk)
    late, unclaimed, asking, suggested = client.get(PAGE).context["page"].asks_now()
    assert counted(client, late.url) == late.value == 1
    assert counted(client, unclaimed.url) == unclaimed.value == 2
    assert len(client.get(asking.url).context["page"].rows) == asking.value == 2
    assert suggested.value == 1


def test_questions_to_the_vraagbaak_are_ones_own_or_all(cast, as_user, desk):
    mine = HelpQuestionFactory(desk=desk, asked_by=cast.contact_centre, question="Mag dit?")
    HelpQuestionFactory(desk=desk, asked_by=cast.help_desk, question="En dat?")
    url, answer = reverse("desk-questions"), reverse("help-question", args=[mine.pk])

    own = as_user(cast.contact_centre).get(url).content.decode()
    assert "Mag dit?" in own
    assert "En dat?" not in own
    assert answer not in own
    every = as_user(cast.help_desk).get(url).content.decode()
    assert "En dat?" in every
    assert answer in every


@pytest.mark.parametrize("rows", [1, 5])
def test_the_charts_cost_the_same_however_much_there_is(
    cast, as_user, desk, rows, django_assert_num_queries
):
    for _ in range(rows):
        furnish(desk)
    refresh_desk_figures(at=MONDAY - DAY)
    client = as_user(cast.contact_centre)

    with django_assert_num_queries(10):
        client.get(CHARTS)
