"""Mijn werk and the dashboard: what is mine, and every number opens the list it counted."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse

from audit.models import AuditEvent, AuditSubject
from cases.models import CallbackRequest
from dashboards.services import refresh_month_figures
from tests.cases.callbacks.pages import text_of
from tests.cases.callbacks.test_views_worklist import numbers_of, numbers_on
from tests.factories import MembershipFactory
from tests.factories.cases import MONDAY, CallbackFactory

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
LATE = {"due_at": MONDAY - HOUR, "escalate_at": MONDAY + HOUR}
FAR = {"due_at": MONDAY - DAY, "escalate_at": MONDAY - HOUR}
TODAY = {"due_at": MONDAY + HOUR}
TOMORROW = {"due_at": MONDAY + DAY}
CALLED = {"first_attempt_at": MONDAY - HOUR, "first_attempt_minutes": 30}

pytestmark = pytest.mark.usefixtures("monday")


@pytest.fixture
def city(cast, noord):
    """Noord and its neighbour, with something in every list and with everybody."""
    worker, colleague, outsider = cast.team_worker, cast.handler, cast.outsider_worker
    waiting = [LATE, FAR, TODAY, TOMORROW, TOMORROW]
    rows = [CallbackFactory(team=noord, **each) for each in waiting]
    rows += [CallbackFactory(team=noord, claimed=True, handler=worker, **each) for each in waiting]
    rows += [CallbackFactory(team=noord, stuck=True, handler=colleague, **FAR)]
    rows += [CallbackFactory(team=noord, paused=True, handler=colleague, **FAR)]
    rows += [CallbackFactory(team=noord, closed=True, handler=worker, **LATE)]
    rows += [
        CallbackFactory(
            team=noord, claimed=True, handler=worker, first_attempt_by=by, **LATE, **CALLED
        )
        for by in (worker, worker, colleague, outsider)  # the outsider forwarded it to Noord
    ]
    rows += [
        CallbackFactory(team=noord, closed=True, first_attempt_by=colleague, **LATE, **CALLED),
        CallbackFactory(
            team=noord,
            closed=True,
            first_attempt_by=colleague,
            first_attempt_at=MONDAY - 40 * DAY,  # not this month
            first_attempt_minutes=99,
        ),
    ]
    gone = MembershipFactory(team=noord, valid_until=MONDAY.date() - DAY).user
    rows += [CallbackFactory(team=noord, claimed=True, handler=gone, **LATE)]
    rows += [CallbackFactory(team=cast.elsewhere, **each) for each in (LATE, FAR, TODAY)]
    rows += [
        CallbackFactory(
            team=cast.elsewhere, claimed=True, handler=outsider, first_attempt_by=outsider, **CALLED
        )
    ]
    refresh_month_figures(at=MONDAY)
    return rows


def counted(client, url):
    """How many rows a list has, through all its pages."""
    total, path = 0, url.partition("?")[0]
    while url:
        page = client.get(url)
        assert page.status_code == 200
        total += len(numbers_on(page))
        link = re.search(r'rel="next" href="([^"]+)"', page.content.decode())
        url = path + unescape(link[1]) if link else ""
    return total


def figures_of(page):
    """Every number on a dashboard with the list it opens."""
    context = page.context
    lines = [*context["teams"], *context["workers"]]
    figures = [*context["tiles"], *(figure for line in lines for figure in line.figures)]
    pairs = [(figure.value, figure.url) for figure in figures]
    medians = [line.median for line in lines if line.median and line.median.url]
    pairs += [(int(re.search(r"\((\d+)×\)", median.value)[1]), median.url) for median in medians]
    return pairs


@pytest.mark.parametrize(
    ("person", "most"), [("team_manager", 17), ("outsider", 4), ("general_manager", 12)]
)
def test_every_number_counts_the_list_it_opens(cast, as_user, city, person, most):
    client = as_user(getattr(cast, person))

    figures = figures_of(client.get(reverse("dashboard")))

    assert [(value, url) for value, url in figures if counted(client, url) != value] == []
    assert max(value for value, _ in figures) == most


@pytest.mark.parametrize("person", ["team_manager", "general_manager"])
def test_every_number_on_the_page_is_a_link_or_nothing(cast, as_user, city, person):
    page = as_user(getattr(cast, person)).get(reverse("dashboard"))
    html = unescape(page.content.decode())

    for value, url in figures_of(page):
        assert value == 0 or f'href="{url}"' in html


def test_numbers_still_match_over_more_than_one_page(cast, as_user, noord):
    first = CallbackFactory(team=noord, **LATE)
    more = CallbackFactory.build_batch(
        120,
        team=noord,
        cluster=noord.cluster,
        resident=first.resident,
        subject=first.subject,
        registered_by=first.registered_by,
        registered_in=first.registered_in,
        **LATE,
    )
    CallbackRequest.objects.bulk_create(more)

    client = as_user(cast.team_manager)
    tile = client.get(reverse("dashboard")).context["tiles"][2]

    assert (tile.label, tile.value, counted(client, tile.url)) == ("Te laat", 121, 121)


def test_the_tiles_of_a_manager(cast, as_user, city):
    tiles = as_user(cast.team_manager).get(reverse("dashboard")).context["tiles"]

    assert {tile.label: tile.value for tile in tiles} == {
        "Open": 17,
        "Vandaag": 2,
        "Te laat": 10,
        "Veel te laat": 3,
    }


def test_the_lines_of_a_manager_begin_with_nobody_and_then_the_latest(cast, as_user, city):
    page = as_user(cast.team_manager).get(reverse("dashboard"))

    lines = {
        line.name: [figure.value for figure in line.figures] for line in page.context["workers"]
    }
    assert next(iter(lines)) == "Nog niet opgepakt"
    assert lines["Nog niet opgepakt"] == [5, 1, 2, 1]
    assert lines[str(cast.team_worker)] == [9, 1, 6, 1]
    assert lines[str(cast.handler)] == [2, 0, 1, 1]
    assert lines[str(cast.outsider_worker)] == [0, 0, 0, 0]  # called for Noord this month
    late = [values[2] for values in list(lines.values())[1:]]
    assert late == sorted(late, reverse=True)


def test_the_median_stands_beside_team_and_worker_with_how_many(cast, as_user, city):
    page = as_user(cast.team_manager).get(reverse("dashboard"))

    medians = {
        line.name: line.median and line.median.value
        for line in [*page.context["teams"], *page.context["workers"]]
    }
    assert medians["Team Noord"] == "30 minuten (5×)"
    assert medians[str(cast.team_worker)] == "30 minuten (2×)"
    assert medians[str(cast.outsider_worker)] == "30 minuten (1×)"
    assert medians["Nog niet opgepakt"] is None
    assert "berekend ma 23 november 10:00" in text_of(page)


def test_before_the_first_count_the_page_says_the_median_is_not_there_yet(cast, as_user, noord):
    page = as_user(cast.team_manager).get(reverse("dashboard"))

    assert "en is er nog niet" in text_of(page)


def test_who_steers_a_team_twice_sees_it_once(cast, as_user, noord):
    begun = MONDAY.date() - DAY
    twice = {"user": cast.team_manager, "role": "team_manager", "team": noord}
    MembershipFactory(valid_from=begun, **twice)

    page = as_user(cast.team_manager).get(reverse("dashboard"))

    assert [line.name for line in page.context["teams"]] == ["Team Noord"]


def test_the_general_manager_sees_teams_and_no_workers(cast, as_user, city):
    page = as_user(cast.general_manager).get(reverse("dashboard"))

    assert [line.name for line in page.context["teams"]] == ["Team Noord", "Team Elders"]
    assert page.context["workers"] == []
    assert str(cast.team_worker) not in text_of(page)


@pytest.mark.parametrize("rows", [1, 5])
@pytest.mark.parametrize(("person", "queries"), [("team_manager", 11), ("general_manager", 12)])
def test_the_dashboard_costs_the_same_however_much_there_is(
    cast, as_user, noord, rows, person, queries, django_assert_num_queries
):
    for _ in range(rows):
        worker = MembershipFactory(team=noord).user
        CallbackFactory(
            team=noord, claimed=True, handler=worker, first_attempt_by=worker, **LATE, **CALLED
        )
        CallbackFactory(**LATE, **CALLED, first_attempt_by=worker)
    refresh_month_figures(at=MONDAY)
    client = as_user(getattr(cast, person))
    client.get(reverse("dashboard"))  # the calendar is then in the cache

    # session, user, memberships; savepoint, line, release; counts, months; teams of who stands
    # above them; saved views; what waits; unread notices
    with django_assert_num_queries(queries):
        client.get(reverse("dashboard"))


@pytest.mark.parametrize("rows", [1, 5])
def test_home_costs_the_same_however_much_is_mine(
    cast, as_user, noord, rows, django_assert_num_queries
):
    made = [CallbackFactory(team=noord, claimed=True, handler=cast.handler) for _ in range(rows)]
    client = as_user(cast.handler)
    client.get(reverse("home"))  # the calendar is then in the cache

    # session, user, memberships; covers of today; all work; savepoint, line, residents, release;
    # news; unread notices
    with django_assert_num_queries(11):
        page = client.get(reverse("home"))

    assert numbers_on(page) == numbers_of(*made)


def test_home_shows_what_is_mine_and_open_nearest_term_first(cast, as_user, noord):
    own = {"team": noord, "handler": cast.handler}
    tomorrow = CallbackFactory(claimed=True, **own, **TOMORROW)
    late = CallbackFactory(stuck=True, **own, **LATE)
    waits = CallbackFactory(paused=True, **own, due_at=MONDAY + 2 * DAY)
    CallbackFactory(closed=True, **own)
    CallbackFactory(team=noord)
    CallbackFactory(team=noord, claimed=True, handler=cast.team_worker)

    page = as_user(cast.handler).get(reverse("home"))

    assert numbers_on(page) == numbers_of(late, tomorrow, waits)
    seen = AuditSubject.objects.filter(event=AuditEvent.objects.get(code="work.mine_listed"))
    assert set(seen.values_list("resident_id", flat=True)) == {
        row.resident_id for row in (tomorrow, late, waits)
    }


def test_home_with_nothing_on_my_desk_says_what_to_do(cast, as_user):
    page = as_user(cast.team_worker).get(reverse("home"))

    assert "Er staat niets op uw naam" in text_of(page)


@pytest.mark.parametrize(
    ("person", "links"),
    [
        ("contact_centre", ["contact-status"]),
        ("general_manager", ["dashboard"]),
        ("team_manager", ["callback-worklist", "dashboard"]),
        ("team_worker", ["callback-worklist"]),
    ],
)
def test_home_opens_the_way_to_ones_work(cast, as_user, person, links):
    page = as_user(getattr(cast, person)).get(reverse("home"))

    main = page.content.decode().partition("<main")[2]
    every = ("contact-status", "callback-worklist", "dashboard")
    found = [name for name in every if re.search(rf'href="{reverse(name)}["?]', main)]
    assert found == links


@pytest.mark.parametrize(("person", "queries"), [("team_manager", 11), ("general_manager", 11)])
def test_home_of_who_steers_begins_with_what_is_late(
    cast, as_user, noord, person, queries, django_assert_num_queries
):
    CallbackFactory(team=noord, **LATE)
    client = as_user(getattr(cast, person))
    client.get(reverse("home"))  # the calendar is then in the cache

    # session, user, memberships; covers of a manager; all work; savepoint, line, release; news;
    # counts; unread notices.
    # The general manager also has teams with their months to name.
    with django_assert_num_queries(queries):
        page = client.get(reverse("home"))

    assert "1 terugbelverzoek is te laat" in text_of(page)


def test_who_steers_nothing_gets_no_dashboard(cast, as_user):
    assert as_user(cast.team_worker).get(reverse("dashboard")).status_code == 403
