"""Formal and informal as a chart: the figures of ``shares``, no percentage of too few (ST-10)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from cases.dossiers.models import Outcome
from cases.intakes.models.triage import Advice
from clusters.models import Role
from dashboards.flow.triages_part import SHORT
from dashboards.share_page import TOO_FEW
from tests.dashboards.numbers import count, marks_on, numbers_on
from tests.factories import MembershipFactory, TeamFactory
from tests.factories.cases import MONDAY
from tests.factories.dossiers import FileFactory, HelpRequestFactory

pytestmark = pytest.mark.usefixtures("monday")
URL = reverse("dashboard-shares")


def ended(team, director, outcome, times):
    """So many questions of a team that ended this year."""
    file = FileFactory(team=team, director=director)
    at = MONDAY - timedelta(days=3)
    for _ in range(times):
        HelpRequestFactory(file=file, asked_at=at, outcome=outcome, ended_at=at, ended_by=director)


@pytest.mark.parametrize(("formal", "shown"), [(TOO_FEW - 12, "40%"), (TOO_FEW - 13, "–")])
def test_thirty_questions_make_a_percentage(cast, as_user, noord, formal, shown):
    ended(noord, cast.handler, Outcome.NETWORK, 12)
    ended(noord, cast.handler, Outcome.FORMAL, formal)
    charts = as_user(cast.team_manager).get(URL).context["part"].charts

    assert charts[0].series[0].points[-1].shown == shown
    assert [norm.value for norm in charts[0].norms] == [34]
    assert [series.points[-1].value for series in charts[1].series] == [12, 0, formal, 0]


def test_every_number_opens_what_it_counted_also_of_one_team(cast, as_user, noord):
    second = TeamFactory(name="Team Twee", cluster=noord.cluster)
    MembershipFactory(user=cast.team_manager, role=Role.TEAM_MANAGER, team=second)
    ended(noord, cast.handler, Outcome.MIXED, 2)
    ended(second, cast.handler, Outcome.UNSOLVED, 3)
    client = as_user(cast.team_manager)

    for query, total in (("", 5), (f"?team={second.pk}", 3)):
        html = client.get(URL + query).content.decode()
        assert sum(number for number, _ in numbers_on(html)) == total
        assert all(marks == told for marks, told in marks_on(html))
        assert [url for number, url in numbers_on(html) if count(client, url) != number] == []


def test_every_advice_has_a_name_that_fits():
    assert set(SHORT) == set(Advice.values)
    assert max(map(len, SHORT.values())) <= 12
