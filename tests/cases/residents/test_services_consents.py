"""Consents: what is kept, how long it holds, and that it is taken back as easily."""

import uuid

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction

from audit.models import AuditEvent
from cases.models import Consent, Resident, SharingGround
from cases.residents.models import has_consent
from cases.residents.models.sealed import CannotOpenError
from common.errors import RuleViolation
from tests.cases.residents.consents import (
    DAY,
    FACTS,
    TODAY,
    give,
    lists,
    withdraw,
)
from tests.factories.consents import ConsentFactory

__all__ = ["give", "lists", "withdraw"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday", "lists")]

# --- giving


def test_a_consent_is_kept_with_what_it_allows_and_stands_in_the_trail(give, resident, cast):
    consent = give()

    assert consent.said == {"recipient": "Praktijk Haven", "representative": "", "why": ""}
    assert {each.code for each in consent.categories.all()} == set(FACTS.categories)
    line = AuditEvent.objects.get(code="consent.given")
    assert line.actor_id == cast.team_worker.pk
    assert [each.resident_id for each in line.subjects.all()] == [resident.pk]


def test_sent_twice_is_one_consent(give):
    key = uuid.uuid4()

    assert give(submission_key=key) == give(submission_key=key)
    assert AuditEvent.objects.filter(code="consent.given").count() == 1


def test_the_words_are_not_readable_in_the_database_and_open_in_their_own_row_only(give):
    first, second = give(), give()
    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM cases_consent")
        assert all(b"Haven" not in bytes(row[0]) for row in cursor.fetchall())
    first.words = second.words

    with pytest.raises(CannotOpenError):
        first.opened("words")


@pytest.mark.parametrize(
    "person", ["team_manager", "contact_centre", "city_hall_team", "controller"]
)
def test_another_role_or_cluster_gives_and_withdraws_nothing(give, withdraw, cast, person):
    consent, who = give(), getattr(cast, person)
    with pytest.raises(PermissionDenied):
        give(by=who)
    with pytest.raises(PermissionDenied):
        withdraw(consent, by=who)


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"given_on": TODAY + DAY, "valid_from": TODAY + DAY}, "given_on", "nog komen"),
        ({"valid_from": TODAY - DAY}, "valid_from", "begint niet voor"),
        ({"valid_until": TODAY - DAY}, "valid_until", "niet voor de eerste"),
        ({"categories": ()}, "categories", "welke gegevens"),
        ({"way": ""}, "way", "hoe"),
        ({"ground": "toestemming"}, "ground", "uitdrukkelijke"),
        ({"ground": "meldcode", "given_by": "nobody", "way": ""}, "why", "waarom"),
        ({"ground": "meldcode", "given_by": "nobody", "why": "x"}, "way", "geen manier"),
        ({"ground": "meldcode", "way": "", "why": "Gevaar."}, "given_by", "niemand"),
        ({"given_by": "nobody"}, "given_by", "wie die gaf"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(give, changes, field, words):
    with pytest.raises(RuleViolation, match=words) as refused:
        give(**changes)
    assert refused.value.field == field
    assert not Consent.objects.exists()


def test_a_consent_that_ended_yesterday_is_only_kept_as_history(give, resident):
    past = {"given_on": TODAY - 9 * DAY, "valid_from": TODAY - 9 * DAY, "valid_until": TODAY - DAY}
    with pytest.raises(RuleViolation, match="al voorbij") as refused:
        give(**past)
    assert refused.value.field == "valid_until"
    with pytest.raises(RuleViolation, match="laatste dag die voorbij is"):
        give(is_history=True)

    consent = give(**past, is_history=True)

    assert not Consent.objects.in_force(resident, TODAY).exists()
    assert consent.is_over(TODAY)
    assert give(valid_until=TODAY).is_in_force(TODAY)


def test_somebody_who_died_gave_no_consent_afterwards(give):
    Resident.objects.update(deceased_on=TODAY - DAY)

    with pytest.raises(RuleViolation, match="overleden"):
        give()


@pytest.mark.parametrize(
    ("kind", "category", "needs"),
    [
        ("school", "hulpvraag", False),
        ("school", "gezondheid", True),
        ("schuldhulp", "hulpvraag", True),
        ("wijkverpleegkundige", "contactgegevens", True),
    ],
)
def test_care_debts_and_other_laws_need_explicit_consent(give, kind, category, needs):
    plain = {"recipient_kind": kind, "categories": (category,), "ground": "toestemming"}
    if not needs:
        assert give(**plain).pk
        return
    with pytest.raises(RuleViolation, match="uitdrukkelijke"):
        give(**plain)
    assert give(**plain | {"ground": "uitdrukkelijk"}).pk


def test_a_ground_in_the_law_is_kept_with_its_reason_and_is_no_consent(give, resident):
    law = {"ground": "meldcode", "given_by": "nobody", "way": "", "why": "Kind in gevaar."}
    consent = give(recipient_kind="veilig-thuis", **law)

    assert consent.said["why"] == "Kind in gevaar."
    assert list(Consent.objects.in_force(resident, TODAY)) == [consent]
    assert not has_consent(resident, "veilig-thuis", "hulpvraag", TODAY)


def test_a_law_of_tomorrow_is_a_row(give):
    wams = {"code": "wams", "label": "Wams", "position": 9, "is_consent": False}
    SharingGround.objects.create(**wams)

    assert give(ground="wams", given_by="nobody", way="", why="Ernstige zorgen.").pk


# --- in force


@pytest.mark.parametrize(
    ("day", "holds"),
    [(TODAY - DAY, False), (TODAY, True), (TODAY + DAY, True), (TODAY + 2 * DAY, False)],
)
def test_both_days_of_the_period_count(give, resident, day, holds):
    consent = give(valid_until=TODAY + DAY)

    assert Consent.objects.in_force(resident, day).exists() is holds
    assert consent.is_in_force(day) is holds
    assert has_consent(resident, "huisarts", "hulpvraag", day) is holds


@pytest.mark.parametrize(
    ("kind", "category", "says"),
    [
        ("huisarts", "contactgegevens", True),
        ("huisarts", "gezondheid", False),
        ("wijkverpleegkundige", "contactgegevens", False),
        ("geen", "niets", False),
    ],
)
def test_consent_is_for_one_kind_of_recipient_and_these_data(give, resident, kind, category, says):
    give()
    ConsentFactory(categories=["gezondheid"])  # of somebody else

    assert has_consent(resident.pk, kind, category, TODAY) is says


# --- withdrawing


def test_a_withdrawal_works_from_that_day_and_the_past_stays(give, withdraw, resident):
    early = TODAY - 5 * DAY
    consent = give(given_on=early, valid_from=early)

    withdraw(consent, reason="Wil het niet meer.")

    consent.refresh_from_db()
    assert not has_consent(resident, "huisarts", "hulpvraag", TODAY)
    assert has_consent(resident, "huisarts", "hulpvraag", TODAY - DAY)
    assert not consent.is_in_force(TODAY)
    assert consent.is_over(TODAY)
    assert consent.withdrawal_reason == "Wil het niet meer."
    assert AuditEvent.objects.filter(code="consent.withdrawn").count() == 1


def test_a_second_click_changes_nothing_and_a_colleague_is_told(give, withdraw, cast):
    consent = give()
    withdraw(consent)
    withdraw(consent, withdrawn_by="representative")

    consent.refresh_from_db()
    assert consent.withdrawn_by == "resident"
    with pytest.raises(RuleViolation, match="collega"):
        withdraw(consent, by=cast.handler)


@pytest.mark.parametrize(("days", "words"), [(1, "nog komen"), (-1, "niet voor de dag")])
def test_a_withdrawal_is_not_tomorrow_and_not_before_it_was_given(give, withdraw, days, words):
    with pytest.raises(RuleViolation, match=words):
        withdraw(give(), withdrawn_on=TODAY + days * DAY)


@pytest.mark.parametrize(
    "wrong",
    [
        {"given_by": "representative"},
        {"given_by": "nobody"},
        {"way": "mind"},
        {"given_on": TODAY + DAY, "valid_from": TODAY},
        {"valid_until": TODAY - DAY},
        {"withdrawn_on": TODAY},
    ],
)
def test_the_database_refuses_half_a_consent(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        ConsentFactory(**wrong)
