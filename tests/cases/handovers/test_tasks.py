"""The worker reminds once and gives back what nobody answered."""

from cases.handovers.models import Handover
from cases.handovers.tasks import look_after_handovers
from clusters.models import Notice
from tests.factories.cases import MONDAY
from tests.factories.handovers import DAY, HandoverFactory


def test_the_worker_reminds_and_then_gives_back(file, cast, sst, time_machine):
    handover = HandoverFactory(file=file, to_team=sst.team)
    time_machine.move_to(MONDAY + 6.5 * DAY, tick=False)
    assert [look_after_handovers(), look_after_handovers()] == [3, 0]
    assert not Notice.objects.filter(text__contains=file.resident.name).exists()
    time_machine.move_to(MONDAY + 8 * DAY, tick=False)
    assert [look_after_handovers(), look_after_handovers()] == [1, 0]
    assert Handover.objects.get(pk=handover.pk).state == "expired"
