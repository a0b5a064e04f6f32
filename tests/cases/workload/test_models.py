"""The list of weights: every sort that is weighed has a line and a reason (WL-1)."""

import pytest

from cases.models import WorkloadWeight
from cases.workload.models import HEAVIEST, REASON_LENGTH, WeightCode
from common.reference import faults

pytestmark = pytest.mark.django_db


def test_the_list_that_is_delivered_fits(weights):
    assert faults(WorkloadWeight) == []


def test_every_sort_that_is_weighed_stands_in_it_with_a_reason(weights):
    rows = {row.code: row for row in WorkloadWeight.objects.all()}

    assert set(rows) == set(WeightCode.values)
    assert [row.label for row in rows.values()] == [WeightCode(code).label for code in rows]
    assert all(0 < len(row.reason) <= REASON_LENGTH for row in rows.values())
    assert all(row.amount <= HEAVIEST for row in rows.values())
