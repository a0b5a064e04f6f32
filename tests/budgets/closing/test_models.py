"""What waits for a worker, and what the database keeps."""

import uuid
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from budgets.closing.models import STALE, YearClosing
from tests.factories.closing import NEW_YEAR, asked

pytestmark = pytest.mark.django_db


def test_the_oldest_waits_first_and_a_worker_that_is_gone_counts(year):
    closing = asked(year.cast.general_manager)
    assert list(YearClosing.objects.to_do(NEW_YEAR)) == [closing]
    assert (str(closing), closing.is_waiting) == ("Maatwerk voor inwoners 2026", True)
    YearClosing.objects.update(state="running", started_at=NEW_YEAR)
    late = NEW_YEAR + STALE
    assert not YearClosing.objects.to_do(late - timedelta(seconds=1)).exists()
    assert list(YearClosing.objects.to_do(late)) == [closing]
    YearClosing.objects.update(tries=3)
    assert not YearClosing.objects.to_do(late).exists()
    assert list(YearClosing.objects.stale(late)) == [closing]


def test_the_database_keeps_one_closing_with_a_choice_and_a_reason(year):
    closing = asked(year.cast.general_manager)
    for wrong in (
        {"reason": ""},
        {"remainder": "keep"},
        {"state": "done"},
        {"state": "running"},
        {"state": "x"},
        {"entries": 5},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            YearClosing.objects.update(**wrong)
    closing.pk, closing.key = None, uuid.uuid4()
    with pytest.raises(IntegrityError), transaction.atomic():
        closing.save(force_insert=True)
