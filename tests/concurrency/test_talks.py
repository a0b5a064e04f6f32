"""Two windows, a double click and the end of a talk, at the same moment (KT-2, KT-6 … KT-9)."""

import uuid
from datetime import timedelta
from functools import partial

import pytest

from cases.models import KitchenTableTalk, LifeDomain, ReportVersion, TalkCard
from cases.talks.services import (
    Appointment,
    conclude_talk,
    plan_talk,
    remind_of_talks,
    save_card,
    send_report,
)
from clusters.models import Notice, User
from common.autosave import Stamp
from common.reference import sync
from tests.concurrency.conftest import done, refused, together
from tests.factories.cases import MONDAY
from tests.factories.intakes import NotificationFactory
from tests.factories.talks import CardFactory, ReportFactory, TalkFactory

ROUNDS = range(6)
pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("monday")]


@pytest.fixture
def melding(cast, noord):
    """Makes a melding of the handler, another one every round."""
    sync(LifeDomain)
    return partial(NotificationFactory, team=noord, handler=cast.handler, confirmed=True)


def me(cast):
    """The same employee as another request would load them."""
    return User.objects.get(pk=cast.handler.pk)


def saving(talk, cast, text, *, window, number):
    return partial(
        save_card,
        talk_id=talk.pk,
        domain_code="geld",
        typed={"words": [text]},
        stamp=Stamp(1, window, number),
        by=me(cast),
    )


def test_of_two_windows_one_is_kept_and_the_other_is_told(melding, cast):
    for _ in ROUNDS:
        talk = CardFactory(talk=TalkFactory(notification=melding(), held=True)).talk

        results = together(
            *(saving(talk, cast, window, window=window, number=1) for window in ("w1", "w2"))
        )

        assert (len(done(results)), len(refused(results))) == (1, 1)
        card = TalkCard.objects.get(talk=talk)
        assert (card.version, card.said["words"] in ("w1", "w2")) == (2, True)


def test_one_save_that_arrives_twice_at_once_is_one_version(melding, cast):
    for _ in ROUNDS:
        talk = CardFactory(talk=TalkFactory(notification=melding(), held=True)).talk

        results = together(*(saving(talk, cast, "a", window="w1", number=3) for _ in range(2)))

        assert len(done(results)) == 2
        assert TalkCard.objects.get(talk=talk).version == 2


def test_nothing_is_written_after_the_end(melding, cast):
    for _ in ROUNDS:
        talk = CardFactory(talk=TalkFactory(notification=melding(), held=True)).talk

        together(
            saving(talk, cast, "a", window="w1", number=1),
            partial(conclude_talk, talk_id=talk.pk, by=me(cast)),
        )

        card = TalkCard.objects.get(talk=talk)
        state = KitchenTableTalk.objects.get(pk=talk.pk).state
        if state == "concluded":  # then it was first, and the card is as it was
            assert card.said == {}
        else:  # the text was first, and it names no question: the end is refused
            assert card.said == {"words": "a"}


def test_two_plans_for_one_melding_make_one_talk(melding, cast):
    for _ in ROUNDS:
        about = melding()
        start = MONDAY + timedelta(days=1)
        appointment = Appointment(start, start + timedelta(hours=1), "home")
        plan = partial(plan_talk, notification_id=about.pk, appointment=appointment)

        results = together(
            *(partial(plan, submission_key=uuid.uuid4(), by=me(cast)) for _ in range(2))
        )

        assert (len(done(results)), len(refused(results))) == (1, 1)


def test_a_double_click_sends_one_version(melding, cast):
    for _ in ROUNDS:
        report = ReportFactory(talk=TalkFactory(notification=melding(), concluded=True))
        key = uuid.uuid4()
        send = partial(send_report, submission_key=key, talk_id=report.talk_id, version=1)

        results = together(*(partial(send, by=me(cast)) for _ in range(2)))

        assert len(done(results)) == 2
        assert ReportVersion.objects.filter(report=report).count() == 1


def test_two_workers_of_the_machine_remind_once(melding):
    TalkFactory(notification=melding())

    together(*(partial(remind_of_talks, at=MONDAY) for _ in range(2)))

    assert Notice.objects.count() == 1
