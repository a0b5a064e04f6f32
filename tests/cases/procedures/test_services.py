"""All of it or nothing: melding, assessment, legal items and consent (VP-1 … VP-5)."""

import uuid
from datetime import timedelta

import pytest
from cryptography.exceptions import InvalidTag
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent, AuditSubject
from cases.models import (
    CallbackRequest,
    Consent,
    HolderType,
    LegalCheck,
    NotificationReminder,
    ProfessionalAssessment,
    RecipientKind,
    Resident,
    ShortProcedure,
    WmoNotification,
)
from cases.procedures.models import LegalItem
from cases.procedures.services import INVESTIGATED, ConsentTold
from cases.residents.services import merge_residents
from common.errors import RuleViolation
from tests.cases.procedures.conftest import DAY, TODAY
from tests.cases.residents.consents import at_age, represent
from tests.factories.cases import CallbackFactory, ResidentFactory

DONE = dict.fromkeys(LegalItem.values, INVESTIGATED)
SECRET = "Zit in de schuldhulp."


def test_it_makes_a_melding_with_the_clocks_of_any_other(hand_in, cast):
    made = hand_in()

    melding = WmoNotification.objects.get()
    assert (melding.is_short, melding.channel, melding.handler) == (
        True,
        "professional",
        cast.handler,
    )
    assert melding.due_on == TODAY + timedelta(weeks=6)
    assert melding.plan_until == TODAY + 7 * DAY
    assert NotificationReminder.objects.filter(notification=melding).count() == 3
    assert made.notification == melding
    assert made.resident_id == melding.resident_id


def test_what_is_known_is_sealed_and_opens_again(hand_in):
    made = hand_in(known={"geld": SECRET, "wonen": "  "}, checks=DONE | {"g": SECRET})

    row = ProfessionalAssessment.objects.get()
    waived = LegalCheck.objects.get(item="g")
    assert (str(row), row.known, waived.why) == ("Geld en administratie", SECRET, SECRET)
    assert SECRET.encode() not in bytes(row.content) + bytes(waived.reason)
    assert made.source == "wijkverpleegkundige Van Loon (Zorggroep), 3 november 2026"
    assert row.mark == f"Bekend van {made.source} – niet opnieuw vragen"
    assert LegalCheck.objects.count() == 9
    assert not LegalCheck.objects.exclude(item="g").exclude(is_investigated=True).exists()


def test_words_of_another_row_do_not_open(hand_in):
    hand_in(known={"geld": SECRET, "wonen": "Trap"})
    money = ProfessionalAssessment.objects.get(domain__code="geld")
    living = ProfessionalAssessment.objects.get(domain__code="wonen")
    money.content = living.content

    with pytest.raises(InvalidTag):
        assert money.known


def test_the_trail_names_fields_and_no_words(hand_in):
    made = hand_in(known={"geld": SECRET})

    line = AuditEvent.objects.get(code="procedure.registered")
    assert AuditSubject.objects.get(event=line).resident_id == made.resident_id
    assert SECRET not in str(vars(line))
    assert "consent" in str(vars(line))


@pytest.mark.parametrize("item", LegalItem.values)
def test_a_legal_item_that_is_neither_done_nor_waived_is_refused(hand_in, item):
    without = {name: reason for name, reason in DONE.items() if name != item}

    for checks in (without, DONE | {item: "  "}):
        with pytest.raises(RuleViolation, match="of schrijf op waarom niet") as broken:
            hand_in(checks=checks)
        assert broken.value.field == f"reason_{item}"
    assert not WmoNotification.objects.exists()


@pytest.mark.parametrize(
    ("own", "field"),
    [
        ({"assessed_on": TODAY + DAY}, "assessed_on"),
        ({"assessed_on": TODAY - 367 * DAY}, "assessed_on"),
        ({"application_wished_on": TODAY + DAY}, "application_wished_on"),
        ({"known": {"wonen": " "}}, ""),
        ({"consent": ConsentTold("resident", TODAY + DAY, "oral", TODAY + 9 * DAY)}, "consent_on"),
        (
            {"consent": ConsentTold("resident", TODAY - 9 * DAY, "oral", TODAY - DAY)},
            "consent_until",
        ),
        ({"consent": ConsentTold("both", TODAY, "oral", TODAY + DAY)}, "consent_by"),
        ({"consent": ConsentTold("resident", TODAY, "", TODAY + DAY)}, "consent_way"),
    ],
)
def test_what_may_not_be_missing(hand_in, own, field):
    with pytest.raises(RuleViolation) as broken:
        hand_in(**own)

    assert (broken.value.field or "") == field
    assert not WmoNotification.objects.exists()


def test_a_refused_melding_leaves_nothing(hand_in):
    CallbackRequest.objects.get().resident.__class__.objects.update(is_anonymous=True, name="")

    with pytest.raises(RuleViolation, match="heeft een naam"):
        hand_in()
    assert not ShortProcedure.objects.exists()


def test_a_form_sent_twice_is_one(hand_in):
    key = uuid.uuid4()

    assert hand_in(submission_key=key) == hand_in(submission_key=key)
    assert (ShortProcedure.objects.count(), LegalCheck.objects.count()) == (1, 9)
    assert AuditEvent.objects.filter(code="procedure.registered").count() == 1


def test_a_key_that_made_an_ordinary_melding_is_stale(hand_in):
    key = uuid.uuid4()
    hand_in(submission_key=key)
    ProfessionalAssessment.objects.all().delete()
    LegalCheck.objects.all().delete()
    ShortProcedure.objects.all().delete()
    WmoNotification.objects.update(is_short=False)

    with pytest.raises(RuleViolation, match="verouderd"):
        hand_in(submission_key=key)


@pytest.mark.parametrize("role", ["team_manager", "contact_centre", "city_social_team"])
def test_who_may_not_register_a_melding_may_not_enter_this(hand_in, cast, role):
    with pytest.raises(PermissionDenied):
        hand_in(by=getattr(cast, role))


def test_another_cluster_does_not_find_the_resident(hand_in, cast):
    with pytest.raises(CallbackRequest.DoesNotExist):
        hand_in(by=cast.outsider_worker)


def test_a_leefgebied_that_needs_a_reason_is_not_handed_in(hand_in):
    hand_in(known={"wonen": "Trap", "justitie": "Taakstraf"})

    assert ProfessionalAssessment.objects.get().domain.code == "wonen"


def test_the_consent_stands_in_the_register(hand_in):
    made = hand_in(known={"geld": SECRET, "wonen": "Trap"})

    consent = Consent.objects.get()
    assert (made.consent, consent.resident_id) == (consent, made.resident_id)
    codes = set(consent.categories.values_list("code", flat=True))
    assert codes == {"hulpvraag", "gezondheid", "schulden", "thuissituatie"}
    assert (consent.recipient_kind.code, consent.ground.code) == (
        "wijkverpleegkundige",
        "uitdrukkelijk",
    )
    assert consent.said["recipient"] == "Van Loon (Zorggroep)"
    assert (consent.given_on, consent.valid_until) == (TODAY, TODAY + 90 * DAY)
    assert AuditEvent.objects.filter(code="consent.given").count() == 1


def test_every_kind_of_professional_is_known_to_the_register(callback):
    kinds = set(HolderType.objects.values_list("recipient_kind", flat=True))

    assert kinds <= set(RecipientKind.objects.values_list("code", flat=True))


def test_of_a_child_a_parent_gives_it(hand_in, callback):
    at_age("20200101")
    with pytest.raises(RuleViolation) as broken:
        hand_in()
    assert broken.value.field == "consent_by"
    assert not WmoNotification.objects.exists()
    parent = represent(callback.resident, "parent_guardian")

    told = ConsentTold("representative", TODAY, "oral", TODAY + DAY, parent.pk)
    assert hand_in(consent=told).consent.representative == parent


@pytest.mark.parametrize(("born", "giver"), [("20120101", "resident"), (None, "resident")])
def test_who_may_not_give_it_alone(hand_in, born, giver):
    at_age(born)

    with pytest.raises(RuleViolation) as broken:
        hand_in(consent=ConsentTold(giver, TODAY, "oral", TODAY + DAY))
    assert broken.value.field == "consent_by"
    assert not Consent.objects.exists()


def test_merged_away_it_moves_along_and_opens(hand_in, cast):
    made = hand_in(known={"geld": SECRET}, checks=DONE | {"g": SECRET})
    stays = ResidentFactory(name="Blijft", birth_date="1950-02-28")
    CallbackFactory(team=made.notification.team, resident=stays)
    versions = (stays.version, Resident.objects.get(pk=made.resident_id).version)

    merge_residents(
        winner_id=stays.pk,
        loser_id=made.resident_id,
        versions=versions,
        picks={},
        reason="zelfde persoon",
        submission_key=uuid.uuid4(),
        by=cast.team_worker,
    )

    made = ShortProcedure.objects.get()
    row, waived = ProfessionalAssessment.objects.get(), LegalCheck.objects.get(item="g")
    moved = (made.resident_id, made.consent.resident_id, row.resident_id, waived.resident_id)
    assert moved == (stays.pk,) * 4
    assert (row.known, waived.why) == (SECRET, SECRET)
    assert made.consent.said["recipient"] == "Van Loon (Zorggroep)"
