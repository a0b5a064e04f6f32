"""What a decision that changes another asks: mandate, four eyes, hearing, a day (AB-22, AB-23)."""

import pytest

from cases.decisions import services
from cases.decisions.models import Decision, Provision
from common.errors import RuleViolation
from tests.cases.decisions.acting import (
    DAY,
    TODAY,
    change,
    decide,
    draft,
    grant,
    granted_before,
    pause,
    revise,
    send,
    withdrawal,
)
from tests.factories.mandates import MandateFactory, ProductFactory

END = TODAY + 364 * DAY


def test_who_took_it_needs_a_mandate_for_what_ends_and_to_refuse(sent, cast, begun, mandate):
    withdrawal(begun, cast.handler)
    mandate.may_refuse = False
    mandate.save()
    with pytest.raises(RuleViolation, match="om te weigeren"):
        decide(begun, cast.handler)
    mandate.may_refuse = True
    mandate.save()
    mandate.products.set([ProductFactory(label="Vervoer")])

    with pytest.raises(RuleViolation, match=r"Geen mandaat voor .*Begeleiding individueel"):
        decide(begun, cast.handler)


def test_what_the_resident_asks_asks_no_mandate_to_refuse(sent, cast, product, mandate):
    mandate.may_refuse = False
    mandate.save()
    begun = revise(sent, cast.handler, ground="request")
    change(begun, cast.handler, product, hearing="")

    decide(begun, cast.handler)

    assert Decision.objects.get(application=begun).mandates == [mandate.reference]


def test_a_request_that_is_not_wholly_met_does(sent, cast, product, mandate):
    mandate.may_refuse = False
    mandate.save()
    begun = revise(sent, cast.handler, ground="request")
    change(begun, cast.handler, product)
    grant(begun, cast.handler, product, is_granted=False, provider=None)

    with pytest.raises(RuleViolation, match="om te weigeren"):
        decide(begun, cast.handler)


def test_four_eyes_as_at_the_first(sent, cast, begun, product, mandate):
    mandate.needs_second = True
    mandate.save()
    MandateFactory(holder=cast.team_worker, products=[product], may_refuse=True)
    made = withdrawal(begun, cast.handler)
    with pytest.raises(RuleViolation, match="tweede beoordeling"):
        decide(begun, cast.handler)
    act = {"application_id": begun.pk, "version": made.version}

    services.offer_decision(second=cast.team_worker, by=cast.handler, **act)
    services.countersign(by=cast.team_worker, **act)
    send(begun, cast.handler)

    made.refresh_from_db()
    assert (made.decided_by, made.second_by) == (cast.handler, cast.team_worker)
    assert granted_before(sent).is_cut_short


@pytest.mark.parametrize(
    ("ground", "asked", "day", "said"),
    [
        ("no_need", TODAY, TODAY - DAY, "niet eerder ingaan dan 23-11-2026"),
        ("no_need", TODAY, TODAY, ""),
        ("request", TODAY - 3 * DAY, TODAY - 4 * DAY, "niet eerder ingaan dan 20-11-2026"),
        ("request", TODAY - 3 * DAY, TODAY - 3 * DAY, ""),
        ("facts", TODAY, TODAY - 10 * DAY, ""),
        ("facts", TODAY, TODAY - 11 * DAY, "niet eerder ingaan dan 13-11-2026"),
        ("no_need", TODAY, END + DAY, "loopt er niets meer"),
        ("no_need", TODAY, END, ""),
    ],
)
def test_from_which_day_it_can_hold(sent, cast, ground, asked, day, said):
    ago = TODAY - 10 * DAY
    Provision.objects.update(since=ago)
    Decision.objects.update(sent_on=ago, decided_on=ago)
    begun = revise(sent, cast.handler, ground=ground, day=asked)
    withdrawal(begun, cast.handler, day)

    if said:
        with pytest.raises(RuleViolation, match=said):
            decide(begun, cast.handler)
    else:
        decide(begun, cast.handler)


def test_announced_later_than_the_day_it_is_reopened(sent, cast, begun):
    withdrawal(begun, cast.handler, TODAY)
    decide(begun, cast.handler)
    Decision.objects.filter(application=begun).update(effective_on=TODAY - DAY)

    with pytest.raises(RuleViolation, match="Heropen het besluit en kies een andere dag"):
        send(begun, cast.handler)
    assert granted_before(sent).decision.replaced_by is None


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ({"hearing": ""}, "AWB 4:8"),
        ({"hearing": "heard", "heard_on": TODAY + DAY}, "in de toekomst"),
        ({"motivation": " "}, "Schrijf waarom"),
        ({"outcome": "changed"}, "Voeg toe wat u toekent"),
    ],
)
def test_what_lacks_is_said(cast, begun, own, said):
    withdrawal(begun, cast.handler, **own)

    with pytest.raises(RuleViolation, match=said):
        decide(begun, cast.handler)


def test_what_is_granted_begins_when_the_change_does(cast, begun, product):
    withdrawal(begun, cast.handler, outcome="changed")
    grant(begun, cast.handler, product, since=TODAY + 6 * DAY)

    with pytest.raises(RuleViolation, match="op of na de dag"):
        decide(begun, cast.handler)


def test_a_withdrawal_grants_nothing(cast, begun, product):
    withdrawal(begun, cast.handler)
    grant(begun, cast.handler, product)

    with pytest.raises(RuleViolation, match="horen geen producten"):
        decide(begun, cast.handler)


@pytest.mark.parametrize(
    ("ground", "outcome", "fits"),
    [
        ("request", "refused", True),
        ("request", "granted", False),
        ("no_need", "refused", False),
        ("review", "changed", True),
    ],
)
def test_only_what_fits_is_written(sent, cast, ground, outcome, fits):
    begun = revise(sent, cast.handler, ground=ground)
    own = {"outcome": outcome, "refusal": "network", "effective_on": TODAY}
    if fits:
        assert draft(begun, cast.handler, **own).outcome == outcome
        return
    with pytest.raises(RuleViolation) as broken:
        draft(begun, cast.handler, **own)
    assert broken.value.field == "outcome"


def test_a_first_decision_replaces_nothing(application, cast):
    with pytest.raises(RuleViolation, match="past niet"):
        draft(application, cast.handler, outcome="withdrawn", effective_on=TODAY)


def test_without_a_day_it_is_not_kept(begun, cast):
    with pytest.raises(RuleViolation) as broken:
        withdrawal(begun, cast.handler, None)

    assert broken.value.field == "effective_on"


def test_a_request_that_is_refused_leaves_everything(sent, cast, product):
    begun = revise(sent, cast.handler, ground="request")
    draft(begun, cast.handler, outcome="refused", refusal="network", hearing="declined")
    grant(begun, cast.handler, product, is_granted=False, provider=None)
    decide(begun, cast.handler)
    send(begun, cast.handler)

    assert not granted_before(sent).is_cut_short
    letter = Decision.objects.select_related("application").get(application=begun).frozen
    assert letter["subject"] == "Wij veranderen het besluit over uw ondersteuning niet"
    assert "vroeg u ons om het besluit" in str(letter)


def test_without_a_request_no_term_of_the_law_runs(begun, sent, cast):
    with pytest.raises(RuleViolation, match="Niemand vroeg hierom"):
        pause(begun, cast.handler)
    own = {"application_id": begun.pk, "by": cast.handler}
    with pytest.raises(RuleViolation, match="Niemand vroeg hierom"):
        services.name_delay(promised_on=TODAY + 30 * DAY, told_on=TODAY, **own)
    with pytest.raises(RuleViolation, match="Niemand vroeg hierom"):
        services.note_default(noticed_on=TODAY, **own)
    services.withdraw_application(reason="Nee.", **own)
    asked = revise(sent, cast.handler, ground="request")
    assert asked.due_on == TODAY + 14 * DAY
    assert pause(asked, cast.handler)
