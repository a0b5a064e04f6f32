"""The demo city has adviesvragen that wait, that have an answer, and to somebody outside."""

from collections import Counter

import pytest

from cases.models import AdviceRequest

pytestmark = pytest.mark.usefixtures("city")


def test_advice_is_asked_answered_and_fetched():
    rows = list(AdviceRequest.objects.all())

    assert Counter(row.state for row in rows) == {"asked": 4, "answered": 1}
    assert Counter(row.adviser_id is None for row in rows) == {True: 1, False: 4}
    assert not AdviceRequest.objects.exclude(shared_by="anonymous").exists()
