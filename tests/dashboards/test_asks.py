"""Wat vraagt u nu: each number is what its list counts and what Mijn werk has (VM-1, VM-2)."""

from collections import Counter
from datetime import timedelta

import pytest
from django.urls import reverse, reverse_lazy

from audit.models import AuditEvent, AuditSubject
from dashboards.ask_figures import ask_tiles
from dashboards.ask_kinds import ASKS, WORK, counts_for
from dashboards.kinds import KINDS
from dashboards.prepared import work_of
from tests.cases.handovers.conftest import sst
from tests.dashboards.test_mine import acting, everything
from tests.factories import MembershipFactory
from tests.factories.cases import MONDAY, CallbackFactory
from tests.factories.dossiers import FileFactory
from tests.factories.handovers import HandoverFactory
from tests.factories.intakes import NotificationFactory
from tests.factories.todos import TaskFactory

__all__ = ["everything", "sst"]
DAY = timedelta(days=1)
LIST = reverse_lazy("dashboard-asks")
pytestmark = pytest.mark.usefixtures("monday")


def listed(client, url):
    """How many rows a list has, through its pages."""
    page = client.get(url)
    found = len(page.context["page"].rows)
    while query := page.context["page"].next_query:
        page = client.get(f"{url.partition('?')[0]}?{query}")
        found += len(page.context["page"].rows)
    return found


@pytest.fixture
def more(cast, noord, everything, sst):
    """What has a list of its own, too."""
    late = {"due_at": MONDAY - 2 * DAY, "escalate_at": MONDAY - DAY}
    for team in (noord, noord, cast.elsewhere):
        CallbackFactory(team=team, **late)
        NotificationFactory(team=team, handler=None)
    HandoverFactory(file=FileFactory(team=noord, director=cast.handler), to_team=sst.team)


@pytest.mark.parametrize("person", ["team_manager", "general_manager", "outsider_manager"])
def test_every_number_is_its_list(cast, as_user, more, person):
    user = acting(getattr(cast, person))
    client = as_user(user)
    counts = counts_for(user, MONDAY)

    assert {code: listed(client, ask.url(user)) for code, ask in ASKS.items() if counts[code]} == {
        code: number for code, number in counts.items() if number
    }
    assert [tile.value for tile in ask_tiles(user, MONDAY)] == [n for n in counts.values() if n]
    assert sum(counts.values())


def test_a_number_of_mijn_werk_is_what_mijn_werk_has(cast, more):
    for person in (cast.team_manager, cast.general_manager):
        user = acting(person)
        found = Counter(name for name, _ in work_of(user, KINDS))
        counts = counts_for(user, MONDAY)
        assert {ask.kind: counts[code] for code, ask in ASKS.items() if ask.kind} == {
            kind: found[kind] for kind in WORK
        }


def test_what_waits_for_a_manager_stands_on_the_dashboard(cast, as_user, more):
    page = as_user(cast.team_manager).get(reverse("dashboard"))

    said = {tile.label: tile.value for tile in page.context["asks"]}
    assert said.keys() >= {
        "Maatwerk goedkeuren",
        "Taken zonder eigenaar",
        "Veel te laat met terugbellen",
        "Meldingen niet opgepakt",
        "Overdrachten zonder antwoord",
    }
    assert 0 not in said.values()


def test_nothing_waits_says_so(cast, as_user):
    page = as_user(cast.outsider_manager).get(reverse("dashboard"))

    assert page.context["asks"] == []
    assert "Er wacht nu niets op uw antwoord." in page.content.decode()


def test_the_list_of_more_than_a_page_goes_on(cast, as_user, noord, settings):
    settings.PAGE_SIZE = 2
    file = FileFactory(team=noord, director=cast.handler)
    gone = MembershipFactory(team=noord, valid_until=MONDAY.date() - DAY).user
    for number in range(5):
        TaskFactory(file=file, owner=gone, due_on=(MONDAY + (5 - number) * DAY).date())
    client = as_user(cast.team_manager)

    first = client.get(LIST, {"soort": "zonder_eigenaar"}).context["lines"]

    assert listed(client, f"{LIST}?soort=zonder_eigenaar") == 5
    assert counts_for(acting(cast.team_manager), MONDAY)["taken"] == 5
    assert len(first) == 2
    assert first[0].due_at < first[1].due_at


def test_seeing_a_list_is_logged_with_who_was_shown(cast, as_user, noord):
    gone = MembershipFactory(team=noord, valid_until=MONDAY.date() - DAY).user
    task = TaskFactory(file=FileFactory(team=noord, director=cast.handler), owner=gone)

    as_user(cast.team_manager).get(LIST, {"soort": "zonder_eigenaar"})

    seen = AuditSubject.objects.filter(event=AuditEvent.objects.get(code="work.kind_listed"))
    assert set(seen.values_list("resident_id", flat=True)) == {task.resident_id}


def test_an_unknown_kind_is_the_first(cast, as_user):
    page = as_user(cast.team_manager).get(LIST, {"soort": "<script>"})

    assert page.context["label"] == next(iter(WORK.values())).label


@pytest.mark.parametrize("rows", [1, 5])
def test_the_list_costs_the_same_however_long(
    cast, as_user, noord, rows, django_assert_num_queries
):
    file = FileFactory(team=noord, director=cast.handler)
    gone = MembershipFactory(team=noord, valid_until=MONDAY.date() - DAY).user
    for _ in range(rows):
        TaskFactory(file=file, owner=gone)
    client = as_user(cast.team_manager)
    client.get(LIST, {"soort": "zonder_eigenaar"})

    # session, user, memberships; the rows; savepoint, line, residents, release; unread notices
    with django_assert_num_queries(9):
        client.get(LIST, {"soort": "zonder_eigenaar"})
