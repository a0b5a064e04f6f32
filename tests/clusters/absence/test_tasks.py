"""The ring that empties what is over (AF-17)."""

from datetime import timedelta

import pytest

from clusters.absence.tasks import empty_old_absences
from clusters.models import Absence
from tests.clusters.absence.conftest import TODAY
from tests.factories.absence import away

pytestmark = pytest.mark.django_db


def test_the_ring_empties_once(people):
    away(people.handler, TODAY - timedelta(days=900))

    assert (empty_old_absences(), empty_old_absences()) == (1, 0)
    assert not Absence.objects.exists()
