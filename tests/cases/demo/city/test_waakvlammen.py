"""The demo city has waakvlammen in every kind, without a word of them in a notice."""

from collections import Counter

import pytest

from cases.models import Waakvlam
from clusters.models import Notice

pytestmark = pytest.mark.usefixtures("city")


def test_there_are_calm_worried_unreached_late_and_ended_ones():
    rows = Waakvlam.objects.all()

    assert Counter(rows.values_list("state", flat=True)) == {"running": 8, "ended": 2}
    assert rows.filter(mood="worry").exists()
    assert rows.filter(unreached=3).count() == 2
    assert not rows.filter(file__state="open").exists()
    notices = Notice.objects.filter(dedup_key__startswith="waakvlam:")
    assert notices.exists()
    for row in rows.select_related("resident"):
        assert not notices.filter(text__contains=row.resident.name).exists()
