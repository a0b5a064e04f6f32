"""The demo city has a referrer who must hear, one too late, one who heard and one who will not."""

from collections import Counter

import pytest

from cases.models import Feedback
from tests.cases.demo.conftest import NOW

pytestmark = pytest.mark.usefixtures("city")


def test_there_is_one_of_every_kind():
    rows = Feedback.objects.all()
    states = Counter(rows.values_list("state", flat=True))
    assert states == {"due": 2, "sent": 1, "dropped": 1}
    assert rows.due().filter(due_on__lt=NOW.date()).count() == 1
    assert rows.get(state="sent").consent.recipient_kind.code == "huisarts"
