"""The SST in the demo city: a year of offers, and something of everything that asks now."""

import pytest
from django.utils import timezone

from cases.handovers.models import Handover
from clusters.models import Membership, Role, Team, TeamKind
from dashboards.sst_beside import advice_counts, point_rows
from dashboards.sst_offers import Choice, Offers


@pytest.fixture
def teams(city):
    return frozenset(
        Team.objects.filter(kind=TeamKind.CITY_SOCIAL_TEAM).values_list("pk", flat=True)
    )


def test_everything_that_asks_now_is_there(teams):
    at = timezone.now()
    now, advices = Offers(teams, at).now(), advice_counts(teams, at).counts

    assert now["wacht"] >= 3
    assert now["bijna"] == now["toelichting"] == 1
    assert (advices["open"], advices["te-laat"]) == (2, 1)
    assert point_rows(teams, at).count() >= 1


def test_the_year_has_every_end_there_is(teams):
    offers = Offers(teams, timezone.now())

    codes = ("aanvaard", "teruggegeven", "geweigerd", "verlopen", "loopt")
    found = {code: offers.count(Choice(code)) for code in codes}
    assert found == {
        "aanvaard": 5,
        "teruggegeven": 1,
        "geweigerd": 4,
        "verlopen": 1,
        "loopt": 3,
    }
    assert len(offers.months()) >= 10
    assert offers.to_and_fro().count() == 1


def test_nobody_answered_what_they_offered_themselves_and_somebody_leads_the_team(teams):
    taken = Handover.objects.filter(director__isnull=False)
    assert not [row for row in taken if row.offered_by_id == row.ended_by_id]
    assert Membership.objects.filter(team__in=teams, role=Role.TEAM_MANAGER).exists()
