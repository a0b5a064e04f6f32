"""Who may decide what, and with whom (AB-8, AB-9, AB-11, AB-12, AB-19)."""

import uuid

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from cases.decisions import services
from cases.decisions.models import Application, Decision, Provision
from cases.mandates.models import Mandate
from common.errors import RuleViolation
from tests.cases.decisions.acting import DAY, TODAY, decide, draft, grant, pause, written
from tests.factories.decisions import ApplicationFactory, PauseFactory, ProvisionFactory
from tests.factories.mandates import MandateFactory, ProductFactory


def test_within_the_mandate_it_is_decided(application, cast, product, mandate):
    written(application, cast.handler, product)

    decide(application, cast.handler)

    made = Decision.objects.get()
    assert (made.decided_on, made.decided_by, made.second_by) == (TODAY, cast.handler, None)
    assert made.mandates == [mandate.reference]
    assert Application.objects.get().state == "decided"


def test_a_mandate_that_ended_yesterday_is_lacking_and_the_refusal_says_so(
    application, cast, product
):
    ended = MandateFactory(holder=cast.handler, products=[product], until=TODAY - DAY)
    written(application, cast.handler, product)

    with pytest.raises(RuleViolation) as broken:
        decide(application, cast.handler)

    assert "buiten het mandaat" in str(broken.value)
    assert ended.reference in str(broken.value)
    assert "22-11-2026" in str(broken.value)
    assert Decision.objects.get().decided_on is None


def test_beyond_the_limit_of_the_mandate_it_is_not_decided(application, cast, product):
    MandateFactory(holder=cast.handler, products=[product], longest_months=6)
    written(application, cast.handler, product)

    with pytest.raises(RuleViolation, match="langer dan 6 maanden"):
        decide(application, cast.handler)


def test_a_refusal_needs_a_mandate_for_that_product_with_which_one_may_refuse(
    application, cast, product, mandate
):
    draft(application, cast.handler, outcome="refused", refusal="network", hearing="declined")
    other = ProductFactory(label="Vervoer")
    grant(application, cast.handler, other, is_granted=False, provider=None)

    with pytest.raises(RuleViolation, match="Vervoer"):
        decide(application, cast.handler)
    Provision.objects.update(product=product)
    decide(application, cast.handler)


def test_where_the_register_asks_four_eyes_one_does_not_decide_alone(application, cast, product):
    MandateFactory(holder=cast.handler, products=[product], needs_second=True)
    made = written(application, cast.handler, product)

    with pytest.raises(RuleViolation, match="tweede beoordeling"):
        decide(application, cast.handler)
    act = {"application_id": application.pk, "version": made.version, "by": cast.handler}
    with pytest.raises(RuleViolation, match="kan niet meebeslissen"):
        services.offer_decision(second=cast.team_worker, **act)
    with pytest.raises(RuleViolation, match="een ander dan uzelf"):
        services.offer_decision(second=cast.handler, **act)

    second = MandateFactory(holder=cast.team_worker, products=[product])
    services.offer_decision(second=cast.team_worker, **act)
    assert cast.team_worker.notices.count() == 1
    agree = {"application_id": application.pk, "version": made.version}
    with pytest.raises(PermissionDenied):
        services.countersign(by=cast.handler, **agree)
    services.countersign(by=cast.team_worker, **agree)

    made.refresh_from_db()
    assert (made.decided_by, made.second_by) == (cast.handler, cast.team_worker)
    assert second.reference in made.mandates
    assert Application.objects.get().state == "decided"


@pytest.mark.parametrize("person", ["handler", "team_worker"])
def test_both_mandates_run_on_the_day_of_the_signature(application, cast, product, person):
    held = {
        "handler": MandateFactory(holder=cast.handler, products=[product], needs_second=True),
        "team_worker": MandateFactory(holder=cast.team_worker, products=[product]),
    }
    made = written(application, cast.handler, product)
    act = {"application_id": application.pk, "version": made.version}
    services.offer_decision(second=cast.team_worker, by=cast.handler, **act)
    Mandate.objects.filter(pk=held[person].pk).update(until=TODAY - DAY)

    with pytest.raises(RuleViolation, match=r"buiten het mandaat.*eindigde op 22-11-2026"):
        services.countersign(by=cast.team_worker, **act)

    assert Application.objects.get().state == "offered"


def test_the_second_gives_it_back_with_a_reason(application, cast, product):
    MandateFactory(holder=cast.handler, products=[product], needs_second=True)
    MandateFactory(holder=cast.team_worker, products=[product])
    made = written(application, cast.handler, product)
    act = {"application_id": application.pk}
    services.offer_decision(version=made.version, second=cast.team_worker, by=cast.handler, **act)

    services.return_decision(reason="Te lang.", by=cast.team_worker, **act)

    found = Application.objects.get()
    assert (found.state, found.second) == ("open", None)
    kept = Decision.objects.get()
    kept.application = found
    assert kept.return_reason == "Te lang."
    assert cast.handler.notices.count() == 1
    with pytest.raises(PermissionDenied):
        services.countersign(version=made.version, by=cast.team_worker, **act)


def test_nothing_changes_while_a_second_looks(application, cast, product, mandate):
    MandateFactory(holder=cast.team_worker, products=[product])
    made = written(application, cast.handler, product)
    services.offer_decision(
        application_id=application.pk, version=made.version, second=cast.team_worker,
        by=cast.handler,
    )  # fmt: skip

    with pytest.raises(RuleViolation, match="ligt vast"):
        draft(application, cast.handler, version=made.version)
    with pytest.raises(RuleViolation, match="ligt vast"):
        grant(application, cast.handler, product)
    with pytest.raises(RuleViolation, match="Haal het eerst terug"):
        pause(application, cast.handler)
    services.return_decision(application_id=application.pk, reason="Zelf.", by=cast.handler)
    assert draft(application, cast.handler, version=made.version).version == made.version + 1


def test_what_is_decided_is_what_the_page_showed(application, cast, product, mandate):
    made = written(application, cast.handler, product)

    with pytest.raises(RuleViolation, match="net gewijzigd"):
        decide(application, cast.handler, version=made.version - 1)
    with pytest.raises(RuleViolation, match="net gewijzigd"):
        draft(application, cast.handler, version=made.version - 1)


@pytest.mark.parametrize(
    ("own", "lacks"),
    [
        ({}, "Voeg toe wat u toekent"),
        ({"outcome": "partly", "refusal": "general", "hearing": "declined"}, "Voeg toe"),
        ({"outcome": "refused", "refusal": "general"}, "gehoord"),
        ({"outcome": "refused", "refusal": "incomplete"}, "niet in behandeling genomen"),
        ({"outcome": "not_taken", "refusal": "incomplete"}, "termijn gaf om"),
        ({"motivation": "  "}, "Schrijf waarom"),
        (
            {
                "outcome": "refused",
                "refusal": "own",
                "hearing": "heard",
                "heard_on": TODAY + DAY,
            },
            "in de toekomst",
        ),
    ],
)
def test_what_lacks_is_said(application, cast, mandate, own, lacks):
    draft(application, cast.handler, **own)

    with pytest.raises(RuleViolation, match=lacks):
        decide(application, cast.handler)


def test_an_incomplete_aanvraag_is_not_considered_after_its_term_within_four_weeks(
    application, cast, product, mandate
):
    own = {"outcome": "not_taken", "refusal": "incomplete"}
    draft(application, cast.handler, **own)
    waits = PauseFactory(application=application, asked_on=TODAY - DAY, until_on=TODAY)
    with pytest.raises(RuleViolation, match="nog aanvullen tot en met"):
        decide(application, cast.handler)
    waits.asked_on, waits.until_on = TODAY - 60 * DAY, TODAY - 40 * DAY
    waits.save(update_fields=["asked_on", "until_on"])
    with pytest.raises(RuleViolation, match="vier weken"):
        decide(application, cast.handler)
    waits.until_on = TODAY - DAY
    waits.save(update_fields=["until_on"])

    decide(application, cast.handler)

    assert Decision.objects.get().outcome == "not_taken"


def test_granted_under_a_refusal_and_refused_under_a_grant_is_noticed(
    application, cast, product, mandate
):
    made = written(application, cast.handler, product)
    refused = {"outcome": "refused", "refusal": "own", "hearing": "declined"}
    draft(application, cast.handler, version=made.version, **refused)
    with pytest.raises(RuleViolation, match="als toegekend in een afwijzing"):
        decide(application, cast.handler)
    draft(application, cast.handler, version=made.version + 1)
    grant(application, cast.handler, product, is_granted=False, provider=None)
    with pytest.raises(RuleViolation, match="gedeeltelijk toegekend"):
        decide(application, cast.handler)


@pytest.mark.parametrize(
    ("own", "field"),
    [({"provider": None}, "provider"), ({"until": TODAY - DAY}, "until")],
)
def test_a_product_that_cannot_be_is_refused(application, cast, product, own, field):
    draft(application, cast.handler)

    with pytest.raises(RuleViolation) as broken:
        grant(application, cast.handler, product, **own)

    assert broken.value.field == field


def test_a_budget_and_a_refusal_have_no_provider(application, cast, product):
    draft(application, cast.handler)

    assert grant(application, cast.handler, product, form="pgb", provider=None)
    assert grant(application, cast.handler, product, is_granted=False, provider=None)


def test_a_temporary_provision_has_a_last_day(melding, cast, product):
    urgent = ApplicationFactory(melding=melding, ground="urgent", due_at=melding.due_at)
    draft(urgent, cast.handler)

    with pytest.raises(RuleViolation, match="heeft een laatste dag"):
        grant(urgent, cast.handler, product, until=None)


def test_a_product_before_there_are_words_is_refused_and_twice_is_one(application, cast, product):
    with pytest.raises(RuleViolation, match="Schrijf eerst het besluit"):
        grant(application, cast.handler, product)
    draft(application, cast.handler)
    key = uuid.uuid4()
    first = grant(application, cast.handler, product, key=key)

    assert grant(application, cast.handler, product, key=key).pk == first.pk
    act = {"application_id": application.pk, "provision_id": first.pk, "by": cast.handler}
    version = services.remove_provision(**act).version
    assert services.remove_provision(**act).version == version
    assert not Provision.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [{"volume": 0}, {"until": TODAY - DAY}, {"provider": None}],
)
def test_the_database_refuses_a_product_that_cannot_be(application, cast, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        ProvisionFactory(decision__application=application, **wrong)


def test_the_database_refuses_two_of_the_same_eyes(application, cast, product, mandate):
    written(application, cast.handler, product)
    decide(application, cast.handler)

    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.update(second_by=cast.handler)


def test_only_who_has_it_writes(application, cast, product):
    with pytest.raises(PermissionDenied):
        draft(application, cast.team_worker)
    with pytest.raises(PermissionDenied):
        draft(application, cast.team_manager)
    with pytest.raises(Application.DoesNotExist):
        draft(application, cast.outsider_worker)


@pytest.mark.parametrize(("days", "months"), [(0, 1), (30, 1), (31, 2), (364, 12), (365, 13)])
def test_a_period_in_months_is_rounded_up(days, months):
    from datetime import date, timedelta

    first = date(2026, 5, 1)
    line = Provision(since=first, until=first + timedelta(days=days))

    assert line.months == months
