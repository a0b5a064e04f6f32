"""Mijn werk knows of contacts that come and of waakvlammen to look at again (WK-8, WK-10)."""

import pytest
from django.urls import reverse

from cases.models import Resident, Waakvlam
from tests.factories.cases import MONDAY
from tests.factories.intakes import NotificationFactory
from tests.factories.waakvlam import DAY, TODAY, WaakvlamFactory


@pytest.fixture
def waakvlam(monday, cast, noord):
    return WaakvlamFactory(team=noord, owner=cast.handler, deputy=cast.team_worker)


def lines(client):
    found = client.get(reverse("home")).context["lines"]
    return [(line.label, line.light.text, line.status) for line in found]


def test_a_contact_stands_with_who_keeps_it_and_later_with_the_deputy(as_user, cast, waakvlam):
    assert lines(as_user(cast.handler)) == [("Waakvlam", "over 2 dagen", "Loopt")]
    assert lines(as_user(cast.team_worker)) == []
    waakvlam.plan(TODAY - DAY)
    waakvlam.save()
    assert lines(as_user(cast.handler)) == [("Waakvlam", "1 dag te laat", "Loopt")]
    assert lines(as_user(cast.team_worker)) == [("Waakvlam", "1 dag te laat", "als vervanger")]


def test_looking_at_it_again_is_work_two_weeks_ahead(as_user, cast, waakvlam):
    Waakvlam.objects.update(review_on=TODAY + 14 * DAY, due_at=MONDAY + 90 * DAY)
    assert lines(as_user(cast.handler)) == [("Waakvlam bekijken", "over 14 dagen", "Loopt")]
    Resident.objects.update(deceased_on=TODAY)
    assert lines(as_user(cast.handler)) == [("Waakvlam bekijken", "overleden", "Loopt")]
    Waakvlam.objects.update(review_on=TODAY - DAY)
    assert lines(as_user(cast.team_worker)) == [("Waakvlam bekijken", "overleden", "als vervanger")]


def test_the_nearest_term_comes_first_whatever_it_is(as_user, cast, waakvlam, noord):
    NotificationFactory(team=noord, handler=cast.handler, taken=True)
    WaakvlamFactory(team=noord, owner=cast.handler, next_on=TODAY - DAY)
    found = as_user(cast.handler).get(reverse("home")).context["lines"]
    assert [line.due_at for line in found] == sorted(line.due_at for line in found)
    assert {line.label for line in found} == {"Waakvlam", "Melding"}
