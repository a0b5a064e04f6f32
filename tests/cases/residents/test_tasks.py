"""The worker throws away what was kept to undo a merge (SV-7)."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from cases.models import ResidentMerge
from cases.residents.tasks import tidy_merges
from tests.factories.cases import ResidentFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


def test_after_the_day_nothing_is_kept_and_a_second_run_finds_nothing(cast):
    now = timezone.now()
    people = {"winner": ResidentFactory(), "loser": ResidentFactory(), "by": cast.handler}
    for hours in (-1, 1):
        people["loser"] = ResidentFactory()
        over = now + timedelta(hours=hours)
        row = ResidentMerge(pk=uuid.uuid4(), at=now, undo_until=over, winner_version=1, **people)
        row.keep({"moved": {}})
        row.save(force_insert=True)

    assert tidy_merges() == 1
    assert tidy_merges() == 0
    assert ResidentMerge.objects.exclude(content=b"").count() == 1
