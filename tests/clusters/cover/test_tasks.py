"""The ring that empties what is over (WN-9)."""

from datetime import timedelta

import pytest

from clusters.cover.tasks import empty_old_covers
from clusters.models import Cover
from tests.clusters.cover.conftest import TODAY
from tests.factories.cover import covered

pytestmark = pytest.mark.django_db


def test_the_ring_empties_once(people):
    covered(people.handler, people.third, TODAY - timedelta(days=900))

    assert (empty_old_covers(), empty_old_covers()) == (1, 0)
    assert not Cover.objects.exists()
