"""The demo city has a referral that waits and one that arrived."""

import pytest

from cases.models import Referral

pytestmark = pytest.mark.usefixtures("city")


def test_one_waits_and_one_arrived():
    states = sorted(Referral.objects.values_list("state", flat=True))

    assert states == ["arrived", "sent"]
    assert not Referral.objects.exclude(shared_by="consent").exists()
