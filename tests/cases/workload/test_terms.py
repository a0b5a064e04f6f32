"""Late and nearly late: a number and its list are asked by one question (WL-9)."""

from datetime import timedelta

import pytest

from cases.workload.kinds import KINDS
from cases.workload.terms import NEARLY, STANDS, term_items, term_lines
from clusters.models import Membership, User
from tests.factories.cases import MONDAY, CallbackFactory
from tests.factories.intakes import NotificationFactory

pytestmark = pytest.mark.django_db
SECOND, DAY = timedelta(seconds=1), timedelta(days=1)


@pytest.fixture
def team(busy, noord, cast):
    """At every border of every stand, with and without somebody who does it."""
    for kind, factory in (("terugbellen", CallbackFactory), ("meldingen", NotificationFactory)):
        for due in (
            MONDAY - SECOND,
            MONDAY,
            MONDAY + SECOND,
            MONDAY + NEARLY[kind],
            MONDAY + NEARLY[kind] + SECOND,
        ):
            made = factory(team=noord)
            type(made).objects.filter(pk=made.pk).update(due_at=due)
    CallbackFactory(team=cast.elsewhere)
    return cast.team_manager


def test_every_number_counts_the_list_it_opens(team):
    lines = {line.code: line.counts for line in term_lines(team, MONDAY)}

    assert set(lines) == set(NEARLY)
    for kind, counts in lines.items():
        for stand in STANDS:
            assert len(term_items(team, kind, stand, MONDAY)) == counts[stand], (kind, stand)
    assert lines["meldingen"] == {
        "te-laat": 2,
        "bijna": 2,
        "vertrokken": 0,
        "open": 6,
    }
    assert lines["terugbellen"]["te-laat"] == 2


def test_a_moment_stands_in_one_stand_only(team):
    late = {(each.kind, each.number) for each in term_items(team, "meldingen", "te-laat", MONDAY)}
    near = {(each.kind, each.number) for each in term_items(team, "meldingen", "bijna", MONDAY)}
    whole = {(each.kind, each.number) for each in term_items(team, "meldingen", "open", MONDAY)}

    assert not late & near
    assert late | near < whole


def test_what_lies_with_somebody_who_left_the_team_is_not_forgotten(busy, cast):
    Membership.objects.filter(user=busy.handler).update(valid_until=MONDAY.date() - DAY)
    lines = {line.code: line.counts for line in term_lines(cast.team_manager, MONDAY)}

    assert {code: counts["vertrokken"] for code, counts in lines.items()} == dict.fromkeys(
        NEARLY, 1
    )
    for kind in NEARLY:
        (item,) = term_items(cast.team_manager, kind, "vertrokken", MONDAY)
        assert item.person_id == busy.handler.pk


def test_above_the_teams_and_below_there_are_no_numbers(team, cast):
    assert term_lines(cast.general_manager, MONDAY) == []
    assert term_lines(cast.team_worker, MONDAY) == []


def test_a_team_without_work_has_zeros(cast, weights):
    lines = term_lines(cast.outsider, MONDAY)
    assert [set(line.counts.values()) for line in lines] == [{0}] * len(NEARLY)


def test_every_kind_with_a_term_is_in_it():
    assert set(NEARLY) == set(KINDS) - {"dossiers"}


@pytest.mark.parametrize("query", ["", "?soort=dossiers&stand=x", "?soort=meldingen&stand=open"])
def test_the_page_names_who_does_it_and_an_odd_address_is_the_first_list(team, as_user, query):
    page = as_user(team).get(f"/werklast/termijnen/{query}")
    assert page.status_code == 200
    if "open" in query:
        assert "Nog niemand" in page.content.decode()


def test_the_dashboard_shows_them_as_a_part(team, cast, as_user):
    html = as_user(team).get("/dashboard/termijnen/").content.decode()
    assert "/werklast/termijnen/?soort=meldingen&amp;stand=te-laat" in html
    above = as_user(cast.general_manager).get("/dashboard/termijnen/").content.decode()
    assert "Termijnen" not in above


def test_a_request_that_waits_for_the_resident_is_not_late(cast, noord):
    """As on the list of terugbelverzoeken: its term stands still."""
    late = {"due_at": MONDAY - SECOND, "escalate_at": MONDAY + DAY}
    CallbackFactory(team=noord, paused=True, handler=cast.handler, **late)
    CallbackFactory(team=noord, claimed=True, handler=cast.handler, **late)
    manager = User.objects.get(pk=cast.team_manager.pk)

    line = next(each for each in term_lines(manager, MONDAY) if each.code == "terugbellen")

    assert line.counts == {"te-laat": 1, "bijna": 0, "vertrokken": 0, "open": 2}
    assert len(term_items(manager, "terugbellen", "te-laat", MONDAY)) == 1
