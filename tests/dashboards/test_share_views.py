"""The page of the informal share: every number opens the list it counted, and no more than that."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from cases.dossiers.models import Outcome
from dashboards.outcome_services import refresh_outcome_figures
from tests.cases.callbacks.pages import text_of
from tests.factories import TeamFactory
from tests.factories.cases import MONDAY
from tests.factories.dossiers import FileFactory, HelpRequestFactory

pytestmark = pytest.mark.usefixtures("monday")
DAY = timedelta(days=1)
CANARY = "Kanarieindevraag"


@pytest.fixture
def city(cast, noord):
    """Questions of two teams of a cluster and of one elsewhere, this year and last."""
    beside = TeamFactory(name="Team Twee", cluster=noord.cluster)
    days = (0, 1, 40, 330, 400)
    for team in (noord, beside, cast.elsewhere):
        file = FileFactory(team=team, director=cast.handler)
        for number, outcome in enumerate(Outcome):
            at = MONDAY - days[number % len(days)] * DAY
            HelpRequestFactory(
                file=file,
                words=CANARY,
                asked_at=at,
                outcome=outcome,
                ended_at=at,
                ended_by=cast.handler,
            )
    refresh_outcome_figures(at=MONDAY)


def counted(client, url):
    """How many rows a list has, through all its pages."""
    total, path = 0, url.partition("?")[0]
    while url:
        page = client.get(url)
        assert page.status_code == 200
        total += len(page.context["page"].rows)
        link = re.search(r'rel="next" href="([^"]+)"', page.content.decode())
        url = path + unescape(link[1]) if link else ""
    return total


def figures_of(page):
    share = page.context["page"]
    rows = [*share.clusters(), *share.per_year()]
    found = [*share.tiles(), *(figure for row in rows for figure in row.figures)]
    return [(figure.value, figure.url) for figure in found]


@pytest.mark.parametrize(("person", "most"), [("team_manager", 8), ("general_manager", 24)])
def test_every_number_counts_the_list_it_opens(cast, as_user, city, settings, person, most):
    settings.PAGE_SIZE = 4
    client = as_user(getattr(cast, person))
    page = client.get(reverse("informal-share"))

    figures = figures_of(page)
    assert [(value, url) for value, url in figures if counted(client, url) != value] == []
    assert sum(value for value, url in figures if "jaar=" in url and "soort=telt&" in url + "&") > 0
    html = unescape(page.content.decode())
    assert all(f'href="{url}"' in html for value, url in figures if value)
    both = [client.get(reverse("informal-share") + f"?jaar={year}") for year in (2026, 2025)]
    assert sum(figures_of(each)[0][0] for each in both) == most


def test_a_manager_reads_number_and_director_and_no_content(cast, as_user, city):
    page = as_user(cast.team_manager).get(reverse("informal-share-list"))

    assert str(cast.handler) in text_of(page)
    assert CANARY not in page.content.decode()
    assert "Geld" not in text_of(page)
    link = re.search(r'href="(/dossiers/\d+/)"', page.content.decode())[1]
    assert as_user(cast.team_manager).get(link).status_code == 200


def test_above_the_teams_nobody_sees_persons(cast, as_user, city):
    page = as_user(cast.general_manager).get(reverse("informal-share-list"))

    assert str(cast.handler) not in text_of(page)
    assert "/dossiers/" not in page.content.decode()
    assert AuditEvent.objects.filter(code="dashboard.share_listed").count() == 1


def test_another_team_in_the_address_shows_nothing(cast, as_user, city):
    client = as_user(cast.outsider_manager)
    mine = counted(client, reverse("informal-share-list"))
    other = cast.team_manager.acting_memberships[0].team

    assert mine > 0
    for query in (f"?team={other.pk}", f"?cluster={other.cluster_id}", "?cluster=geen", "?team=x"):
        assert counted(client, reverse("informal-share-list") + query) == 0


@pytest.mark.parametrize(
    "query", ["?jaar=0", "?jaar=9999", "?jaar=x", "?jaar=²", "?soort=<script>", "?na=x_1", "?jaar="]
)
def test_an_address_that_says_nothing_is_this_year(cast, as_user, city, query):
    client = as_user(cast.team_manager)

    assert client.get(reverse("informal-share") + query).status_code == 200
    page = client.get(reverse("informal-share-list") + query)
    assert page.context["year"] == MONDAY.year
    assert "<script>" not in page.content.decode().partition("<main")[2]


def test_the_page_says_the_baseline_its_source_and_its_age(cast, as_user, city):
    text = text_of(as_user(cast.team_manager).get(reverse("informal-share")))

    for words in ("34%", "4e monitor Sociaal Domein", "zijn berekend", "Nulmeting"):
        assert words in text


@pytest.mark.parametrize("teams", [1, 5])
def test_the_page_costs_the_same_for_many_teams(
    cast, as_user, city, noord, teams, django_assert_num_queries
):
    for _ in range(teams):
        TeamFactory(cluster=noord.cluster)
    client = as_user(cast.general_manager)

    with django_assert_num_queries(12):
        client.get(reverse("informal-share"))
    with django_assert_num_queries(9):
        client.get(reverse("informal-share-list"))
