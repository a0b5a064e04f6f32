"""In the demo city somebody who is ill is covered by a colleague who is there (WN-1)."""

import pytest

from clusters.absence.presence import presence_of
from clusters.models import Absence, Cover, User
from tests.cases.demo.conftest import NOW

pytestmark = pytest.mark.usefixtures("city")
TODAY = NOW.date()


def test_one_cover_runs_and_its_deputy_reaches_the_work():
    row = Cover.objects.running(TODAY).get()

    assert Absence.objects.filter(employee=row.employee, kind="sick").exists()
    assert not presence_of([row.deputy_id], TODAY, TODAY).is_away(row.deputy_id, TODAY)
    assert User.objects.get(pk=row.deputy_id).minded_ids == {row.employee_id}
