"""Two cards of one person become one, and for a day two again (SV-1 to SV-7)."""

import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db.models import UniqueConstraint
from django.urls import reverse
from django.utils import timezone

from audit.models import AuditEvent
from cases.models import CallbackRequest, Party, Resident, ResidentBsn, ResidentMerge, SecretAddress
from cases.residents.models import HiddenAddress
from cases.residents.relations import links
from cases.residents.services import merge_residents, tidy_merges, undo_merge
from cases.residents.services.merging import ALREADY, TWO_NUMBERS
from cases.residents.services.sealed import ROUTE_FORGOTTEN
from common.errors import RuleViolation
from tests.cases.callbacks.pages import answers_in, errors_of, text_of
from tests.factories.cases import CallbackFactory, ResidentFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]
BSN, OTHER_BSN = "999990019", "111222333"
MOVE = {
    "CallbackRequest", "CallbackAttempt", "CallbackStep", "CallbackAnswer", "AddedQuestion",
    "Contact", "ContactQuestion", "WmoNotification", "NotificationStep", "Triage",
    "ConfirmationLetter", "KitchenTableTalk", "TalkCard", "TalkAgreement", "InvestigationReport",
    "ReportVersion", "Party", "Resident", "Consent", "InvolvedProfessional", "ClientSupport",
    "ResidentFile", "HelpRequest", "FileLine", "Plan", "Goal", "PlanAction", "Evaluation",
    "FileEvaluation", "MatchRequest", "AdviceRequest", "Referral", "Feedback", "Paper", "Handover",
    "BudgetRequest",
    "Waakvlam", "WaakvlamContact", "ConferenceItem", "ItemInvitation", "ItemAgreement",
    "SafetyCode", "SafetyCodeStep", "SafetyCodeReport",
    "Task", "Document", "Application", "TermPause", "TermLetter", "Decision", "Provision",
    "Objection", "SupportRequest", "ShortProcedure", "LegalCheck", "ProfessionalAssessment",
}  # fmt: skip


@pytest.fixture
def twin(noord):
    who = ResidentFactory(
        name="A. Jansen-Wit", phone="+31612345678", birth_date="1950-02-28", may_be_called=False
    )
    CallbackFactory(team=noord, resident=who, routing_reason="postcode 1315KA")
    facts = {"kind": "household", "role": "partner", "name": "K", "valid_from": "2026-01-01"}
    Party.objects.create(resident=who, **facts)
    return who


@pytest.fixture
def merge(cast, resident, twin):
    def merged(by=cast.team_worker, **own):
        versions = tuple(
            Resident.objects.values_list("version", flat=True).get(pk=who.pk)
            for who in (resident, twin)
        )
        told = {"versions": versions, "picks": {}, "reason": "zelfde nummer"}
        told |= {"submission_key": uuid.uuid4()} | own
        return merge_residents(winner_id=resident.pk, loser_id=twin.pk, by=by, **told)

    return merged


def everything():
    """All rows that hang on a resident, and the residents, without versions."""
    found = {}
    for model in {link.field.model for link in links()} - {ResidentMerge}:
        for row in model._base_manager.values():
            row.pop("version", None)
            row = {name: bytes(v) if isinstance(v, memoryview) else v for name, v in row.items()}
            found[model.__name__, row.get("id", row.get("resident_id"))] = row
    return found


def test_every_relation_to_a_resident_has_a_decided_rule():
    fates = {(link.field.model.__name__, link.fate) for link in links()}

    combined = {("ResidentBsn", "combine"), ("SecretAddress", "combine"), ("ResidentMerge", "keep")}
    assert fates == {(name, "move") for name in MOVE} | combined


def test_what_moves_can_stand_more_than_once_with_one_resident():
    for link in links():
        rules = link.field.model._meta.constraints  # those with a condition too
        in_rules = {n for r in rules if isinstance(r, UniqueConstraint) for n in r.fields}
        assert link.fate != "move" or (not link.field.unique and link.field.name not in in_rules)


def test_everything_moves_and_the_card_that_goes_is_empty(cast, resident, twin, merge):
    merge()

    twin.refresh_from_db()
    resident.refresh_from_db()
    assert (twin.name, twin.phone, twin.merged_into_id) == ("", "", resident.pk)
    assert resident.callbacks.count() == 2
    assert resident.parties.count() == 1
    assert not resident.may_be_called
    assert not Resident.objects.visible_to(cast.team_worker).filter(pk=twin.pk).exists()


@pytest.mark.parametrize("secret", [None, "winner", "loser", "both"])
@pytest.mark.parametrize("number", [None, "winner", "loser"])
def test_after_undo_every_row_is_as_before(cast, resident, twin, merge, secret, number):
    sides = {"winner": resident, "loser": twin}
    for side, who in sides.items():
        if number == side:
            ResidentBsn.of(who.pk, BSN).save(force_insert=True)
        if secret in (side, "both"):
            address = HiddenAddress("1315KA", 7, side[:1], "danger")
            SecretAddress.of(who.pk, address).save(force_insert=True)
            nothing = {"postcode": "", "house_number": None, "house_suffix": ""}
            Resident.objects.filter(pk=who.pk).update(address_secret=True, **nothing)
            who.callbacks.update(routing_reason=ROUTE_FORGOTTEN, neighbourhood=None)
    before = everything()

    row = merge()
    resident.refresh_from_db()
    assert resident.address_secret == (secret is not None)
    told = CallbackRequest.objects.filter(routing_reason__contains="1315KA").exists()
    assert told == (secret is None)
    if secret:
        expected = "l" if secret == "loser" else "w"
        assert SecretAddress.objects.get().address.house_suffix == expected
    if number:
        assert ResidentBsn.objects.get(pk=resident.pk).number == BSN
    assert undo_merge(merge_id=row.pk, by=cast.team_worker)

    assert everything() == before
    assert bytes(ResidentMerge.objects.get().content) == b""


def test_two_numbers_are_two_people(resident, twin, merge):
    ResidentBsn.of(resident.pk, BSN).save(force_insert=True)
    ResidentBsn.of(twin.pk, OTHER_BSN).save(force_insert=True)

    with pytest.raises(RuleViolation, match=TWO_NUMBERS[:40]):
        merge()


@pytest.mark.parametrize("who", ["outsider", "team_manager", "contact_centre"])
def test_who_may_not_open_both_may_not_merge(cast, merge, who):
    with pytest.raises(PermissionDenied):
        merge(by=getattr(cast, who))
    assert not ResidentMerge.objects.exists()


def test_an_old_form_merges_nothing(merge):
    with pytest.raises(RuleViolation, match="intussen gewijzigd"):
        merge(versions=(1, 99))


def test_sent_twice_is_one_merge_and_a_second_is_refused(merge):
    key = uuid.uuid4()

    assert merge(submission_key=key).pk == merge(submission_key=key).pk
    with pytest.raises(RuleViolation, match=ALREADY[:20]):
        merge()
    assert AuditEvent.objects.filter(code="resident.merged").count() == 1


def test_the_trail_of_each_names_the_other(resident, twin, merge):
    merge()

    for code in ("resident.merged", "resident.merged_away"):
        subjects = AuditEvent.objects.get(code=code).subjects
        assert set(subjects.values_list("resident_id", flat=True)) == {resident.pk, twin.pk}


def test_a_card_that_changed_since_keeps_what_is_newer(cast, resident, twin, noord, merge):
    row = merge()
    Resident.objects.filter(pk=resident.pk).update(language="Turks", version=50)
    later = CallbackFactory(team=noord, resident=resident)

    assert not undo_merge(merge_id=row.pk, by=cast.team_worker)

    resident.refresh_from_db()
    later.refresh_from_db()
    assert (resident.language, later.resident_id) == ("Turks", resident.pk)
    twin.refresh_from_db()
    assert (twin.name, twin.callbacks.count()) == ("A. Jansen-Wit", 1)


def test_a_part_made_since_goes_back_with_what_it_is_part_of(cast, resident, twin, merge):
    asked = twin.callbacks.get()
    row = merge()
    step = asked.steps.create(resident=resident, at=timezone.now(), step="claimed")

    undo_merge(merge_id=row.pk, by=cast.team_worker)

    step.refresh_from_db()
    assert step.resident_id == twin.pk


def test_only_who_merged_can_undo_it_and_not_after_the_day(cast, merge):
    row = merge()

    with pytest.raises(PermissionDenied):
        undo_merge(merge_id=row.pk, by=cast.handler)
    tidy_merges(at=row.undo_until)
    assert bytes(ResidentMerge.objects.get().content) == b""
    with pytest.raises(RuleViolation, match="voorbij"):
        undo_merge(merge_id=row.pk, by=cast.team_worker)


def test_what_came_late_follows_and_goes_back(cast, resident, twin, noord, merge):
    row = merge()
    late = CallbackFactory(team=noord, resident=twin)

    assert tidy_merges(at=timezone.now()) == 1

    late.refresh_from_db()
    assert late.resident_id == resident.pk
    undo_merge(merge_id=row.pk, by=cast.team_worker)
    late.refresh_from_db()
    assert late.resident_id == twin.pk


def test_from_the_card_to_the_merge_and_back(cast, resident, twin, as_user):
    page = as_user(cast.team_worker)
    url = reverse("resident-merge", args=[resident.pk, twin.pk])
    assert url in page.get(reverse("resident-twins", args=[resident.pk])).content.decode()
    sent = answers_in(page.get(url)) | {"reason": "<script>zelfde</script>"}

    answer = page.post(url, sent, follow=True)

    assert "Ongedaan maken kan tot" in text_of(answer)
    assert b"<script>zelfde" not in answer.content
    old = page.get(reverse("resident-detail", args=[twin.pk]), follow=True)
    assert old.redirect_chain[0][0] == reverse("resident-detail", args=[resident.pk])
    assert page.post(url, sent).status_code == 302
    key = ResidentMerge.objects.get().pk
    page.post(reverse("resident-merge-undo", args=[resident.pk, key]))
    assert Resident.objects.filter(merged_into__isnull=False).count() == 0


@pytest.mark.parametrize("reason", ["", "nummer 0612345678", "x" * 10_000])
def test_a_bad_reason_is_told_and_stays(cast, resident, twin, as_user, reason):
    page, url = as_user(cast.team_worker), reverse("resident-merge", args=[resident.pk, twin.pk])

    answer = page.post(url, answers_in(page.get(url)) | {"reason": reason})

    assert "reason" in errors_of(answer)
    assert answers_in(answer)["reason"] == reason


def test_somebody_of_another_team_does_not_exist(cast, resident, as_user):
    stranger = CallbackFactory().resident
    page = as_user(cast.team_worker)

    assert page.get(reverse("resident-merge", args=[resident.pk, stranger.pk])).status_code == 404


def test_the_day_is_a_setting(merge, settings):
    settings.MERGE_UNDO_HOURS = 2
    row = merge()
    assert row.undo_until - row.at == timedelta(hours=2)
