"""Refer, follow up and give up; each rule, no permission, and the trail."""

import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent
from cases.advice.models import Recipient
from cases.dossiers import services as dossiers
from cases.models import DataCategory
from cases.referrals.models import Referral
from common.errors import RuleViolation
from tests.cases.dossiers.acting import close, lines
from tests.cases.referrals.acting import follow, give_up, refer, to
from tests.factories.advice import consent_for
from tests.factories.cases import MONDAY
from tests.factories.dossiers import FileColleagueFactory, HelpRequestFactory
from tests.factories.liaisons import LiaisonFactory
from tests.factories.referrals import ReferralFactory

DAY, TODAY = timedelta(days=1), MONDAY.date()


def test_make_referral_with_a_consent_that_covers_the_data(question, cast):
    with pytest.raises(RuleViolation, match="geen toestemming") as broken:
        refer(question, cast.handler)
    assert broken.value.field == "asked_of"
    consent = consent_for(question.resident, "schuldhulp")
    debts = list(DataCategory.objects.filter(code="schulden"))
    with pytest.raises(RuleViolation, match="inkomen en schulden"):
        refer(question, cast.handler, data=debts)

    referral = refer(question, cast.handler)
    assert (referral.consent, referral.shared_by, referral.state) == (consent, "consent", "sent")
    assert referral.referred_to == "Schuldhulp Haven"
    line = question.file.lines.get()
    assert (line.kind, line.question) == ("ref_sent", question)
    assert line.words == "Naar Schuldhulp Haven\nTe veel schuld."
    assert AuditEvent.objects.filter(code="referral.made").count() == 1


def test_make_referral_on_a_ground_with_a_reason(question, cast, consent):
    for own, field in (({}, "reason"), ({"reason": "Levensgevaar."}, "by_law")):
        with pytest.raises(RuleViolation) as broken:
            refer(question, cast.handler, by_law=True, **own)
        assert broken.value.field == field
    ground = consent_for(question.resident, "schuldhulp", given_by="nobody", way="")

    referral = refer(question, cast.handler, by_law=True, reason="Levensgevaar.")
    assert (referral.consent, referral.shared_by) == (ground, "ground")
    assert "Gedeeld zonder toestemming: Levensgevaar." in question.file.lines.get().words


@pytest.mark.parametrize(
    ("own", "field"),
    [
        ({"referred_on": TODAY + DAY}, "referred_on"),
        ({"referred_on": TODAY - 366 * DAY}, "referred_on"),
        ({"follow_up_on": TODAY - DAY}, "follow_up_on"),
        ({"follow_up_on": TODAY + 184 * DAY}, "follow_up_on"),
    ],
    ids=str,
)
def test_make_referral_on_days_that_can_be(question, cast, consent, own, field):
    with pytest.raises(RuleViolation, match="Kies") as broken:
        refer(question, cast.handler, **own)
    assert broken.value.field == field


def test_make_referral_to_somebody_for_a_question_that_runs(question, cast, consent):
    for who in (to(organisation=""), Recipient()):
        with pytest.raises(RuleViolation, match="naar welke organisatie"):
            refer(question, cast.handler, who)
    pin = LiaisonFactory(kind="schuldhulp")
    with pytest.raises(RuleViolation, match="er vandaag niet"):
        refer(question, cast.handler, Recipient.of_liaison(pin))
    type(pin).objects.update(team=question.file.team)
    assert refer(question, cast.handler, Recipient.of_liaison(pin)).liaison == pin
    with pytest.raises(type(question).DoesNotExist):
        refer(question, cast.handler, question_id=HelpRequestFactory().pk)
    close(question, cast.handler)
    with pytest.raises(RuleViolation, match="intussen afgesloten"):
        refer(question, cast.handler)


def test_make_referral_twice_is_once_and_for_who_works_in_the_dossier(question, cast, consent):
    key = uuid.uuid4()
    first = refer(question, cast.handler, submission_key=key)
    assert refer(question, cast.handler, submission_key=key) == first
    with pytest.raises(PermissionDenied):
        refer(question, cast.team_worker)
    with pytest.raises(type(question.file).DoesNotExist):
        refer(question, cast.outsider_worker)
    FileColleagueFactory(file=question.file, employee=cast.city_hall_team)
    assert refer(question, cast.city_hall_team).recorded_by == cast.city_hall_team


def test_follow_up_referral_yes_no_and_not_yet(question, cast, consent):
    first = refer(question, cast.handler)
    for day in (None, TODAY, TODAY + 184 * DAY):
        with pytest.raises(RuleViolation, match="vanaf morgen") as broken:
            follow(first, cast.handler, "later", again_on=day)
        assert broken.value.field == "again_on"
    for _ in range(2):
        later = follow(first, cast.handler, "later", again_on=TODAY + DAY, words="Belt.")
        assert (later.state, later.follow_up_on) == ("sent", TODAY + DAY)
    assert [follow(first, cast.handler, words="Gesprek.").state for _ in range(2)] == [
        "arrived"
    ] * 2
    with pytest.raises(RuleViolation, match="kan niet meer"):
        follow(first, cast.handler, "no", words="x")

    second = refer(question, cast.handler)
    with pytest.raises(RuleViolation, match="waarom het niet gelukt") as broken:
        follow(second, cast.handler, "no")
    assert broken.value.field == "words"
    failed = follow(second, cast.handler, "no", words="Wachtlijst.")
    assert (failed.state, failed.outcome) == ("failed", "Wachtlijst.")
    kinds = ["ref_sent", "ref_later", "ref_came", "ref_sent", "ref_fail"]
    assert lines(question.file) == kinds


def test_give_up_referral_with_a_reason(question, cast, consent):
    referral = refer(question, cast.handler)
    with pytest.raises(RuleViolation, match="kort op waarom"):
        give_up(referral, cast.handler, "")
    assert give_up(referral, cast.handler).outcome == "Verhuisd."
    with pytest.raises(RuleViolation, match="kan niet meer"):
        give_up(referral, cast.handler)
    for act in (follow, give_up):
        with pytest.raises(Referral.DoesNotExist):
            act(referral, cast.team_worker)


def test_a_dossier_does_not_close_until_it_is_known_or_given_up(question, cast):
    """VW-5."""
    file = question.file
    first, second = (ReferralFactory(question=question) for _ in range(2))
    file.resident.callbacks.update(state="waiting", handler=None)
    close(question, cast.handler)
    for referral, act in ((first, follow), (second, give_up)):
        with pytest.raises(RuleViolation, match=f"verwijzing {referral}"):
            dossiers.close_file(file_id=file.pk, words="Klaar.", by=cast.handler)
        act(referral, cast.handler)

    assert not dossiers.close_file(file_id=file.pk, words="Klaar.", by=cast.handler).is_open
