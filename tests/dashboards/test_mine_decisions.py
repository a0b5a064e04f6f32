"""Mijn werk knows of what must be decided and of what comes back after it (AB-3, AB-9, AB-14)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from cases.decisions.models import Decision
from tests.cases.callbacks.pages import text_of
from tests.factories.cases import MONDAY
from tests.factories.decisions import ApplicationFactory, DecisionFactory, ObjectionFactory
from tests.factories.intakes import NotificationFactory

DAY = timedelta(days=1)


@pytest.fixture
def melding(monday, cast, noord):
    return NotificationFactory(team=noord, handler=cast.handler, investigated=True)


def labels(client):
    return [(line.label, line.light.text) for line in client.get(reverse("home")).context["lines"]]


def test_an_aanvraag_stands_with_whoever_has_it(as_user, cast, melding):
    ApplicationFactory(melding=melding)

    assert labels(as_user(cast.handler)) == [("Besluiten", "nog 14 dagen")]
    assert labels(as_user(cast.team_worker)) == []


def test_the_second_person_is_asked_too(as_user, cast, melding):
    ApplicationFactory(melding=melding, state="offered", second=cast.team_worker)

    assert labels(as_user(cast.team_worker)) == [("Besluit beoordelen", "nog 14 dagen")]


def test_an_objection_and_a_decision_to_look_at_again(as_user, cast, melding):
    application = ApplicationFactory(melding=melding, sent=True)
    ObjectionFactory(application=application, due_at=MONDAY - DAY)
    DecisionFactory(
        application=application, taken=True, letter={"to": []}, review_on=(MONDAY + 20 * DAY).date()
    )

    objected = ("Bezwaar", "te laat")
    assert labels(as_user(cast.handler)) == [objected, ("Opnieuw kijken", "nog 21 dagen")]
    Decision.objects.update(review_on=(MONDAY + 31 * DAY).date())
    assert labels(as_user(cast.handler)) == [objected]


def test_what_was_replaced_is_not_looked_at_again(as_user, cast, melding):
    own = {"taken": True, "letter": {"to": []}}
    application = ApplicationFactory(melding=melding, sent=True)
    made = DecisionFactory(application=application, review_on=MONDAY.date() + DAY, **own)
    assert labels(as_user(cast.handler)) == [("Opnieuw kijken", "nog 2 dagen")]

    later = ApplicationFactory(
        melding=melding, sent=True, ground="revision", revises=made, revision_ground="facts"
    )
    made.replaced_by = DecisionFactory(
        application=later, outcome="withdrawn", effective_on=MONDAY.date(), **own
    )
    made.save()

    assert labels(as_user(cast.handler)) == []


def test_of_another_team_nothing_is_shown(as_user, cast, melding):
    application = ApplicationFactory(melding=melding, handler=cast.outsider_worker)

    page = as_user(cast.outsider_worker).get(reverse("home"))

    assert application.reference not in text_of(page)
