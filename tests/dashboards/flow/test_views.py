"""The parts of the dashboard and their lists: the same numbers, no names above the teams."""

import re
from html import unescape

import pytest
from django.urls import reverse

from audit.models import AuditEvent, AuditSubject
from clusters.models import Role
from tests.cases.callbacks.pages import text_of
from tests.dashboards.numbers import count, marks_on, numbers_on
from tests.factories import MembershipFactory, TeamFactory
from tests.factories.flow import CANARY, besluit, callback, dossier, melding, triage

pytestmark = pytest.mark.usefixtures("monday")
PARTS = ("dashboard-streams", "dashboard-leads", "dashboard-triages", "dashboard-shares")
LISTS = {
    "flow-stream-list": ("?soort=terugbelverzoeken", "?soort=meldingen", "?soort=dossiers"),
    "flow-lead-list": ("?wat=meldingen&maand=alles", "?wat=aanvragen&maand=alles"),
    "flow-triage-list": ("?periode=alles",),
}
EVERY_LIST = [(name, query) for name, queries in LISTS.items() for query in queries]
OTHERS = {
    "dashboard-streams": ("", "?soort=meldingen", "?soort=dossiers&weken=26"),
    "dashboard-triages": ("", "?per=kwartaal"),
}


@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize("person", ["team_manager", "general_manager"])
def test_every_number_and_mark_opens_what_it_counted(cast, as_user, city, settings, name, person):
    settings.PAGE_SIZE = 7
    client, followed, drawn = as_user(getattr(cast, person)), 0, 0
    for query in OTHERS.get(name, ("",)):
        html = client.get(reverse(name) + query).content.decode()
        charts = marks_on(html)
        assert all(marks == told for marks, told in charts)
        drawn += len(charts)
        for number, url in numbers_on(html):
            assert count(client, url) == number, url
            followed += number > 0
    assert (followed > 0) == (drawn > 0) == (name != "dashboard-shares")  # nothing ended there


@pytest.mark.parametrize(("name", "query"), EVERY_LIST)
def test_the_manager_reads_who_and_can_go_there(cast, as_user, city, name, query):
    client = as_user(cast.team_manager)
    page = client.get(reverse(name) + query)
    links = re.findall(r'<th scope="row"[^>]*><a href="([^"]+)"', page.content.decode())

    assert len(links) == len(page.context["found"]) > 0
    assert client.get(unescape(links[0])).status_code == 200
    assert CANARY not in page.content.decode()
    assert "Wie" in text_of(page)


@pytest.mark.parametrize(("name", "query"), EVERY_LIST)
def test_above_the_teams_there_are_no_names(cast, as_user, city, name, query):
    page = as_user(cast.general_manager).get(reverse(name) + query)
    html = page.content.decode().partition("<main")[2]

    assert len(page.context["found"]) > 0
    assert str(cast.handler) not in html
    assert {row.who for row in page.context["found"]} == {None}
    assert not re.findall(r'<th scope="row"[^>]*><a ', html)
    assert "Team Elders" in html


@pytest.mark.parametrize(("name", "query"), EVERY_LIST)
def test_a_list_is_in_the_trail_with_its_residents(cast, as_user, city, name, query):
    as_user(cast.team_manager).get(reverse(name) + query)

    event = AuditEvent.objects.get(code="dashboard.flow_listed")
    assert AuditSubject.objects.filter(event=event).count() > 0


@pytest.mark.parametrize("name", PARTS)
def test_a_part_is_a_page_without_htmx_and_a_piece_with_it(cast, as_user, city, name):
    client = as_user(cast.team_manager)
    whole = client.get(reverse(name)).content.decode()
    piece = client.get(reverse(name), headers={"HX-Request": "true"})

    assert "<h1" in whole
    assert "<h1" not in piece.content.decode()
    assert "<h2" in piece.content.decode()
    assert piece["Vary"].startswith("HX-Request")
    assert AuditEvent.objects.filter(code="dashboard.flow_read").count() == 2


def test_the_dashboard_loads_the_parts_with_what_was_chosen(cast, as_user, noord):
    page = as_user(cast.team_manager).get(reverse("dashboard") + "?weken=26&per=kwartaal")
    html = unescape(page.content.decode())

    for name in PARTS:
        address = f"{reverse(name)}?weken=26&per=kwartaal"
        assert f'hx-get="{address}"' in html
        assert f'href="{address}"' in html


@pytest.mark.parametrize("name", [*PARTS, *LISTS])
@pytest.mark.parametrize(
    "query",
    [
        "?weken=9&soort=x&per=eeuw&team=x",
        "?week=2026-02-30&wat=%00&maand=2026-13&periode=k5&stand=?",
        "?team=999999999999999999999&na=x_1&voor=y",
        "?team=-1&weken=-12&week=9999-12-31&maand=0000-00",
        "?keuze=<script>&advies=²&soort=",
    ],
)
def test_an_address_that_says_nothing_is_the_usual(cast, as_user, noord, name, query):
    page = as_user(cast.team_manager).get(reverse(name) + query)

    assert page.status_code == 200
    assert "<script>" not in page.content.decode().partition("<main")[2]


@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize("person", ["team_manager", "general_manager"])
def test_nothing_at_all_has_no_axes_and_no_nan(cast, as_user, noord, name, person):
    html = as_user(getattr(cast, person)).get(reverse(name)).content.decode()

    assert "wt-chart__picture" not in html
    assert "nan" not in html.lower().partition("<main")[2]
    assert "None" not in html.partition("<main")[2]


def test_a_week_without_work_between_two_is_nought_and_a_month_a_gap(cast, as_user, noord):
    callback(noord, 22)
    callback(noord, 1)
    melding(noord, 100, 70)
    melding(noord, 20, 0)
    client = as_user(cast.team_manager)
    streams = client.get(reverse("dashboard-streams")).context["part"].charts[0]
    leads = client.get(reverse("dashboard-leads")).context["part"].charts[0]

    assert [point.value for point in streams.series[0].points][-5:-1] == [1, 0, 0, 1]
    assert [point.shown for point in leads.series[0].points][-4:] == [
        "–",
        "30 dagen",
        "–",
        "20 dagen",
    ]


def test_who_has_two_teams_can_choose_one(cast, as_user, noord):
    second = TeamFactory(name="Team Twee", cluster=noord.cluster)
    MembershipFactory(user=cast.team_manager, role=Role.TEAM_MANAGER, team=second)
    for team in (noord, second, second):
        callback(team, 0)
    client = as_user(cast.team_manager)
    url = reverse("flow-stream-list") + "?soort=terugbelverzoeken&wat=open"

    page = client.get(reverse("dashboard-streams") + f"?team={second.pk}&weken=26")
    html = unescape(page.content.decode())
    assert [count(client, url + more) for more in ("", f"&team={second.pk}")] == [3, 2]
    assert '<input type="hidden" name="weken" value="26">' in html
    assert f'value="{second.pk}" selected' in html
    assert all(f"team={second.pk}" in address for _, address in numbers_on(html))


def test_the_team_of_somebody_else_is_not_shown(cast, as_user, city):
    client = as_user(cast.outsider_manager)
    own = cast.outsider_manager.acting_memberships[0].team
    other = cast.team_manager.acting_memberships[0].team
    page = client.get(reverse("flow-stream-list") + f"?soort=dossiers&team={other.pk}")

    assert {row.team for row in page.context["found"]} == {own}


def test_who_has_one_team_is_not_asked_which(cast, as_user, noord):
    html = as_user(cast.team_manager).get(reverse("dashboard-streams")).content.decode()

    assert 'id="flow-team"' not in html


def test_a_cluster_without_staff_counts_too(cast, as_user):
    empty = TeamFactory(name="Team Niemand")
    dossier(empty, 3)
    page = as_user(cast.general_manager).get(
        reverse("dashboard-streams") + f"?soort=dossiers&team={empty.pk}"
    )

    assert "Nu is er 1 open" in text_of(page)


def test_the_page_says_how_it_counts_and_when(cast, as_user, city):
    client = as_user(cast.team_manager)
    text = text_of(client.get(reverse("dashboard-leads")))

    for words in ("kalenderdagen", "zoals het systeem die bijhoudt", "Geteld op"):
        assert words in text
    assert "nulmeting" in text_of(client.get(reverse("dashboard-shares"))).lower()


@pytest.mark.parametrize("rows", [1, 5])
@pytest.mark.parametrize(
    ("name", "queries"),
    [
        ("dashboard-streams", 9),
        ("dashboard-leads", 9),
        ("dashboard-triages", 9),
        ("dashboard-shares", 12),
    ],
)
def test_a_part_costs_the_same_however_much_there_is(
    cast, as_user, noord, rows, name, queries, django_assert_num_queries
):
    _fill(noord, cast.handler, rows)
    client = as_user(cast.team_manager)

    # session, user, memberships; savepoint, line, release; teams, counts; unread notices
    with django_assert_num_queries(queries):
        client.get(reverse(name))


@pytest.mark.parametrize("rows", [1, 5])
@pytest.mark.parametrize(("name", "query"), EVERY_LIST)
def test_a_list_costs_the_same_however_long_it_is(
    cast, as_user, noord, rows, name, query, django_assert_num_queries
):
    _fill(noord, cast.handler, rows)
    client = as_user(cast.team_manager)

    # session, user, memberships; savepoint, line, subjects, release; teams, rows; unread notices
    with django_assert_num_queries(10):
        page = client.get(reverse(name) + query)
    assert len(page.context["found"]) in (rows, 2 * rows)


def _fill(team, handler, rows):
    for number in range(rows):
        callback(team, number)
        made = melding(team, number + 30, number, handler=handler)
        triage(made, "team", "sst")
        melding(team, number)
        dossier(team, number, director=handler)
        besluit(team, number + 9, number)
