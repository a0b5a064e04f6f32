"""The lists and the export, and that many rows cost the same number of queries."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse

from audit.models import AuditEvent, AuditSubject
from cases.permissions import Action
from clusters.models import Role
from tests.cases.decisions.acting import DAY, TODAY
from tests.factories.cases import MONDAY
from tests.factories.clusters import MembershipFactory, TeamFactory
from tests.factories.decisions import (
    ApplicationFactory,
    DecisionFactory,
    PauseFactory,
    ProvisionFactory,
)

CANARY = "Kanariebesluit"


def url(name, *args):
    return reverse(name, args=args)


@pytest.fixture
def worker(as_user, cast):
    return as_user(cast.handler)


@pytest.mark.parametrize("form", ["csv", "json"])
def test_what_was_granted_goes_out_without_who_it_is_about(db, as_user, form):
    hall = TeamFactory(code="stadhuis", kind="city_hall_team")
    person = MembershipFactory(role=Role.CITY_HALL_TEAM, team=hall).user
    line = ProvisionFactory(
        decision__taken=True,
        decision__letter={"to": []},
        decision__application__sent=True,
        decision__application__desk=hall,
        product__label="=1+1",
    )
    ProvisionFactory()  # a draft of another desk

    answer = as_user(person).post(url("provision-export", form))

    body = answer.content.decode()
    if form == "json":
        (row,) = json.loads(body)["voorzieningen"]
        assert row["productcode"] == line.product.code
        assert row["aanbieder"] == line.provider.label
    else:
        assert body.count("\r\n") == 2
        assert "'=1+1" in body
    assert str(line.resident) not in body
    assert "attachment" in answer["Content-Disposition"]
    event = AuditEvent.objects.get(code="provision.exported")
    shown = AuditSubject.objects.filter(event=event).values_list("resident_id", flat=True)
    assert list(shown) == [line.resident_id]


@pytest.mark.parametrize("rows", [1, 5])
def test_the_list_takes_the_same_queries_for_one_and_five(
    worker, melding, noord, cast, rows, django_assert_num_queries
):
    for _ in range(rows):
        PauseFactory(
            application=ApplicationFactory(melding__team=noord, melding__handler=cast.handler)
        )

    with django_assert_num_queries(LIST_QUERIES):
        assert worker.get(url("application-list")).status_code == 200


@pytest.mark.parametrize("rows", [1, 5])
def test_the_page_takes_the_same_queries_for_one_and_five(
    worker, application, cast, product, mandate, rows, django_assert_num_queries
):
    decision = DecisionFactory(application=application)
    for number in range(rows):
        ProvisionFactory(decision=decision, product=product)
        asked = TODAY + 10 * number * DAY
        PauseFactory(application=application, asked_on=asked, until_on=asked + DAY)

    with django_assert_num_queries(PAGE_QUERIES):
        assert worker.get(url("application-detail", application.pk)).status_code == 200


def test_who_looked_is_in_the_trail(worker, application, cast):
    worker.get(url("application-detail", application.pk))

    event = AuditEvent.objects.get(code="application.read")
    assert (event.actor_id, event.rule) == (
        cast.handler.pk,
        f"team_worker:{Action.SEE_APPLICATION}",
    )


def test_the_next_page_of_a_long_list(worker, melding, noord, cast, settings):
    settings.PAGE_SIZE = 2
    for number in range(3):
        ApplicationFactory(
            melding__team=noord,
            melding__handler=cast.handler,
            due_at=MONDAY + timedelta(days=number),
        )

    first = worker.get(url("application-list"))

    assert len(first.context["page"].rows) == 2
    second = worker.get(url("application-list") + "?" + first.context["page"].next_query)
    assert len(second.context["page"].rows) == 1


LIST_QUERIES, PAGE_QUERIES = 10, 14  # a savepoint and its release among them
