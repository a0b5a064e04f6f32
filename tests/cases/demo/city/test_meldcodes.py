"""The demo city has meldcodes as far as they go, and an aandachtsfunctionaris per wijkteam."""

import pytest

from cases.models import FileLine, SafeguardingOfficer, SafetyCode
from clusters.models import Membership, Notice, Role, Team, TeamKind, User

pytestmark = pytest.mark.usefixtures("city")


def test_there_are_meldcodes_in_every_state_and_somebody_looks_along():
    states = SafetyCode.objects.order_by("pk").values_list("state", flat=True)
    assert list(states) == ["running", "running", "decided", "ended"]
    teams = Team.objects.filter(kind=TeamKind.WIJKTEAM, memberships__role=Role.TEAM_WORKER)
    assert SafeguardingOfficer.objects.count() == teams.distinct().count()
    row = SafeguardingOfficer.objects.get(team=SafetyCode.objects.first().team)
    officer = User.objects.get(pk=row.employee_id)
    assert Membership.objects.filter(user=officer, role=Role.TEAM_WORKER).exists()
    officer.chosen_role = Role.TEAM_WORKER
    assert SafetyCode.objects.visible_to(officer).exists()
    assert not Notice.objects.filter(text__icontains="meldcode").exists()
    assert not FileLine.objects.filter(event__startswith="safety.").exists()
