"""What Wie is wie says of who is there, to everybody (AF-12)."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from clusters.absence.telling import availability_of
from clusters.people import availability as asking
from tests.clusters.absence.conftest import DAY, TODAY
from tests.factories.absence import WorkPatternFactory, away
from tests.factories.login import sign_in

pytestmark = pytest.mark.django_db


def said(person, day=TODAY):
    told = availability_of([person.pk], day)[person.pk]
    return told.is_present, told.text, told.back


def test_there(people):
    assert said(people.handler) == (True, "Aanwezig", "")


def test_away_until_and_back_on(people):
    away(people.handler, TODAY, TODAY + 4 * DAY, kind="sick")

    assert said(people.handler) == (
        False,
        "Afwezig t/m 27 november",
        "terug op maandag 30 november",
    )


def test_not_a_working_day_closed_and_half_a_day(people):
    WorkPatternFactory(employee=people.handler, weekdays="2")
    away(people.team_worker, TODAY, half="morning")
    away(people.team_manager, TODAY, half="afternoon")

    assert said(people.handler) == (False, "Werkt vandaag niet", "terug op woensdag 25 november")
    assert said(people.team_worker) == (True, "Vanochtend afwezig", "")
    assert said(people.team_manager) == (True, "Vanmiddag afwezig", "")
    closed = said(people.outsider, date(2026, 12, 25))
    assert closed == (False, "Vandaag gesloten", "terug op maandag 28 december")


def test_who_never_comes_back_within_a_year(people):
    away(people.handler, TODAY, TODAY + 366 * DAY)
    away(people.handler, TODAY + 367 * DAY, TODAY + 500 * DAY)

    assert said(people.handler)[2] == ""


def test_wie_is_wie_shows_it_without_the_kind(client, people):
    away(people.handler, TODAY, TODAY + 4 * DAY, kind="sick")
    sign_in(client, people.outsider)
    text = client.get(reverse("who-is-who")).content.decode()

    assert "Afwezig t/m 27 november" in text
    assert "terug op maandag 30 november" in text
    assert "ziek" not in text.lower()


def test_without_a_room_that_knows_it_says_unknown(client, people, monkeypatch):
    monkeypatch.setattr(asking, "ASKED", [])
    sign_in(client, people.outsider)

    assert "Onbekend" in client.get(reverse("who-is-who")).content.decode()


def test_on_a_saturday_everybody_is_closed(people):
    with time_machine.travel(date(2026, 11, 28)):
        assert said(people.handler, date(2026, 11, 28))[1] == "Vandaag gesloten"
