"""The demo city has match requests in three states, and a share that can be counted."""

from collections import Counter

import pytest
from django.utils import timezone

from cases.dossiers.models import HelpRequest, SatisfactionCount
from cases.models import MatchRequest
from clusters.models import User
from dashboards.shares import Shares

pytestmark = pytest.mark.usefixtures("city")


def test_a_volunteer_is_asked_found_and_not_found():
    states = Counter(MatchRequest.objects.values_list("state", flat=True))

    assert states == {"asked": 1, "matched": 1, "no_match": 1}
    assert not MatchRequest.objects.exclude(shared_by="team").exists()


def test_there_is_a_share_of_this_year_and_of_the_year_before():
    user = User.objects.filter(memberships__role="general_manager").first()
    user.chosen_role = "general_manager"
    shares = Shares(user, timezone.now(), 2026)

    assert shares.ended().counted >= 30
    assert 0 < shares.ended().share < 100
    assert shares.ended(year=2025).counted > 0
    assert shares.ended().counted + shares.ended(year=2025).counted <= HelpRequest.objects.count()
    assert SatisfactionCount.objects.exists()
    assert shares.opinions()
