"""Many people at the same offers at the same moment: one end each (OD-3, OD-6, OD-8)."""

import random
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import connection

from audit.models import AuditEvent
from cases.dossiers.models import CaseDirection, ResidentFile
from cases.handovers.models import Handover
from clusters.models import User
from common.errors import RuleViolation
from tests.cases.handovers.acting import accept, refuse, withdraw
from tests.cases.handovers.conftest import sst
from tests.factories.dossiers import FileFactory
from tests.factories.handovers import HandoverFactory

__all__ = ["sst"]
pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("monday")]
LOST = (RuleViolation, PermissionDenied, ObjectDoesNotExist)
ENDS = {"accepted": "handover.accepted", "refused": "handover.refused"}
ENDS |= {"withdrawn": "handover.withdrawn"}


def race(cast, noord, sst, *, offers, threads):
    """Every thread tries every offer in an order of its own; returns how many acts happened."""
    files = [FileFactory(team=noord, director=cast.handler) for _ in range(offers)]
    made = [HandoverFactory(file=file, to_team=sst.team) for file in files]
    acts = (
        (accept, sst.ada.pk),
        (accept, sst.bo.pk),
        (refuse, sst.bo.pk),
        (withdraw, cast.handler.pk),
    )

    def run(number):
        act, person = acts[number % len(acts)]
        by, won = User.objects.get(pk=person), 0
        mine = random.Random(number).sample(made, len(made))
        for handover in mine:
            try:
                act(handover, by)
                won += 1
            except LOST:
                continue
        connection.close()
        return won

    with ThreadPoolExecutor(threads) as pool:
        return sum(pool.map(run, range(threads)))


def judge(won, offers):
    """One end each, told once in the trail, and exactly one casusregisseur."""
    states = Counter(Handover.objects.values_list("state", flat=True))
    assert won == offers == sum(states.values())
    assert set(states) <= set(ENDS)
    for state, code in ENDS.items():
        assert AuditEvent.objects.filter(code=code).count() == states[state]
    running = CaseDirection.objects.filter(until__isnull=True)
    assert running.count() == offers
    for file in ResidentFile.objects.prefetch_related("directions"):
        assert file.directions.get(until__isnull=True).director_id == file.director_id
        assert (file.team.code == "sst") == file.handovers.filter(state="accepted").exists()
    return states


def test_eight_people_at_twenty_offers_leave_one_end_each(cast, noord, sst):
    judge(race(cast, noord, sst, offers=20, threads=8), 20)


@pytest.mark.soak
def test_forty_threads_at_five_hundred_offers(cast, noord, sst, report):
    states = judge(race(cast, noord, sst, offers=500, threads=40), 500)
    report(f"40 threads, 500 offers: {dict(states)}")
