"""The demo city has a talk in each state, and its report can be read."""

import pytest

from cases.models import KitchenTableTalk, ReportVersion
from clusters.login.demo import demo_people

pytestmark = pytest.mark.usefixtures("city")


def test_there_is_a_talk_in_each_state_that_shows_something():
    talks = {talk.state: talk for talk in KitchenTableTalk.objects.order_by("-pk")}

    assert set(talks) == {"planned", "held", "concluded"}
    assert {card.domain.code for card in talks["held"].cards.all() if card.said} == {
        "wonen",
        "netwerk",
    }
    assert [card.faults() for card in talks["held"].cards.all() if card.faults()] == []


def test_one_report_was_sent_and_signed():
    sent = ReportVersion.objects.get()

    assert (sent.reaction, sent.signature) == ("remarks", "paper")
    assert "traplift" in sent.texts["step5"]


def test_they_are_of_the_wijkwerker_one_signs_in_as(settings):
    settings.DEMO = True
    person = next(each for each in demo_people() if each.role == "team_worker")

    handlers = KitchenTableTalk.objects.values_list("notification__handler_id", flat=True)
    assert set(handlers) == {person.user.pk}
