"""The reminder of a talk comes once, to whoever goes, without a name in it."""

from datetime import timedelta

import pytest

from cases.models import KitchenTableTalk
from cases.talks.services import remind_of_talks
from cases.talks.tasks import remind_of_talks as ring
from clusters.models import Notice
from tests.factories.cases import MONDAY
from tests.factories.talks import TalkColleagueFactory


def test_everybody_who_goes_is_reminded_once(planned, cast):
    TalkColleagueFactory(talk=planned, employee=cast.team_worker)

    assert [ring(), ring()] == [2, 0]
    notices = Notice.objects.all()
    assert {notice.person for notice in notices} == {cast.handler, cast.team_worker}
    assert {notice.text for notice in notices} == {
        "U heeft een keukentafelgesprek op di 24 november 10:00."
    }
    assert planned.resident.name not in str([vars(notice) for notice in notices])


@pytest.mark.parametrize("ahead", [timedelta(hours=25), timedelta(hours=-1)])
def test_a_talk_of_another_day_is_not_announced(planned, ahead):
    KitchenTableTalk.objects.update(
        starts_at=MONDAY + ahead, ends_at=MONDAY + ahead + timedelta(hours=1)
    )

    assert remind_of_talks(at=MONDAY) == 0


@pytest.mark.parametrize("state", ["held", "cancelled"])
def test_a_talk_that_is_no_longer_planned_is_not_announced(planned, state):
    moments = {"held_at": MONDAY} if state == "held" else {"ended_at": MONDAY}
    KitchenTableTalk.objects.update(state=state, **moments)

    assert remind_of_talks(at=MONDAY) == 0


def test_a_talk_that_moves_is_announced_again(planned):
    ring()
    KitchenTableTalk.objects.update(
        starts_at=MONDAY + timedelta(hours=4),
        ends_at=MONDAY + timedelta(hours=5),
        reminded_at=None,
    )

    assert remind_of_talks(at=MONDAY) == 1
