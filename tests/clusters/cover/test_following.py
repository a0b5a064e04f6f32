"""Whoever covers hears what the covered person hears, once each (WN-10)."""

import pytest
from django.utils import timezone

from clusters.models import Notice
from clusters.notices import following
from clusters.notices.services import notify, retire_notice
from tests.clusters.cover.conftest import TODAY
from tests.factories.cover import covered

pytestmark = pytest.mark.django_db


def tell(*people, url_name="task-list", key="task:1"):
    return notify(
        person_ids=[person.pk for person in people],
        text="Een taak is te laat.",
        url_name=url_name,
        object_id=1,
        dedup_key=key,
        at=timezone.now(),
    )


def heard(person):
    return [notice.text for notice in Notice.objects.filter(person=person)]


def test_a_deputy_hears_it_too_and_once_wn_10(people):
    covered(people.handler, people.third, TODAY)

    assert (tell(people.handler), tell(people.handler)) == (2, 0)
    assert heard(people.handler) == ["Een taak is te laat."]
    assert heard(people.third) == [f"Waarneming voor {people.handler}: Een taak is te laat."]


def test_who_was_told_already_is_not_told_again_as_deputy_wn_10(people):
    covered(people.handler, people.third, TODAY)
    covered(people.team_worker, people.third, TODAY)

    assert tell(people.handler, people.third) == 2
    assert heard(people.third) == ["Een taak is te laat."]
    assert tell(people.handler, people.team_worker, key="task:2") == 3
    assert len(heard(people.third)) == 2


def test_along_a_chain_everybody_wn_10(people):
    covered(people.handler, people.third, TODAY)
    covered(people.third, people.fourth, TODAY)

    assert tell(people.handler) == 3
    assert heard(people.fourth) == [f"Waarneming voor {people.handler}: Een taak is te laat."]


@pytest.mark.parametrize("url_name", ["absence-person", "safety-detail", "budget-request"])
def test_what_is_about_the_person_does_not_follow_wn_10(people, url_name):
    covered(people.handler, people.third, TODAY)

    assert tell(people.handler, url_name=url_name) == 1
    assert heard(people.third) == []


def test_what_is_gone_is_gone_for_the_deputy_too_wn_10(people):
    covered(people.handler, people.third, TODAY)
    tell(people.handler)

    assert retire_notice(person_id=people.handler.pk, dedup_key="task:1", at=timezone.now())
    assert set(Notice.objects.values_list("url_name", "wants_mail")) == {("home", False)}
    assert not retire_notice(person_id=people.third.pk, dedup_key="task:9", at=timezone.now())


def test_without_a_room_that_knows_nobody_else_hears_it(people, monkeypatch):
    covered(people.handler, people.third, TODAY)
    monkeypatch.setattr(following, "ASKED", [])

    assert tell(people.handler) == 1
