"""In the demo city some teams know somebody for every age and some do not."""

import pytest
from django.utils import timezone

from cases.liaisons.covering import coverage
from cases.models import Liaison

pytestmark = pytest.mark.usefixtures("city")


def test_some_teams_have_a_gap_and_some_do_not():
    gaps = {line.gaps for line in coverage(timezone.localdate())}

    assert {(), ((13, 23),)} <= gaps
    assert Liaison.objects.filter(kind="wi").exists()
