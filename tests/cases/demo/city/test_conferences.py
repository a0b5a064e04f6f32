"""The demo city has a casustafel that was held and a casusoverleg to come, with guests."""

import pytest

from cases.models import Conference, ConferenceItem, ItemAgreement, ItemInvitation
from clusters.models import Notice

pytestmark = pytest.mark.usefixtures("city")


def test_points_are_discussed_and_wait():
    assert set(ConferenceItem.objects.values_list("state", flat=True)) == {"discussed", "waiting"}
    assert ItemInvitation.objects.filter(role="liaison", shared_by="anonymous").exists()
    assert ItemAgreement.objects.own().exists()
    assert set(Conference.objects.values_list("state", flat=True)) >= {"planned", "held"}
    texts = Notice.objects.filter(dedup_key__startswith="item:").values_list("text", flat=True)
    assert not any("schuldeisers" in text for text in texts)
