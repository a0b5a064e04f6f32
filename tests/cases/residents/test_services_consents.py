"""Consents: who may give one, how long it holds, and that it is taken back as easily."""

import uuid
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction

from audit.models import AuditEvent
from cases.models import Consent, DataCategory, Party, RecipientKind, Resident, SharingGround
from cases.residents.birthdays import BirthDate
from cases.residents.models import birth_parts, has_consent
from cases.residents.models.sealed import CannotOpenError
from cases.residents.services import (
    ConsentFacts,
    give_consent,
    remove_party,
    withdraw_consent,
)
from common.errors import RuleViolation
from common.reference import sync
from tests.factories.consents import ConsentFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday", "lists")]
TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)
FACTS = ConsentFacts(
    recipient_kind="huisarts",
    recipient="Praktijk Haven",
    categories=("contactgegevens", "hulpvraag"),
    ground="uitdrukkelijk",
    given_on=TODAY,
    valid_from=TODAY,
    way="oral",
)


@pytest.fixture
def lists():
    for model in (RecipientKind, DataCategory, SharingGround):
        sync(model)


@pytest.fixture
def give(cast, resident):
    def given(facts=FACTS, **changes):
        told = {"resident_id": resident.pk, "submission_key": uuid.uuid4(), "by": cast.team_worker}
        own = {name: changes.pop(name) for name in ("submission_key", "by") if name in changes}
        return give_consent(**told | own, facts=replace(facts, **changes))

    return given


@pytest.fixture
def withdraw(cast):
    def withdrawn(consent, **own):
        told = {"withdrawn_on": TODAY, "withdrawn_by": "resident", "by": cast.team_worker}
        return withdraw_consent(consent_id=consent.pk, **told | own)

    return withdrawn


def at_age(brp):
    Resident.objects.update(**birth_parts(BirthDate.read(brp) if brp else None))


def represent(resident, role, **own):
    facts = {"kind": "representative", "name": "V. Tegen", "valid_from": date(2026, 1, 1)}
    return Party.objects.create(resident=resident, role=role, **facts | own)


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


# --- who may give it (WMO 5.3.3 lid 2)

GIVERS = ("resident", "representative", "both")


@pytest.mark.parametrize(
    ("brp", "role", "right"),
    [
        ("20150101", "parent_guardian", {"representative", "both"}),  # eleven
        ("20141124", "guardian", {"representative", "both"}),  # twelve tomorrow
        ("20141123", "guardian", {"both"}),  # twelve today
        ("20140000", "guardian", {"both"}),  # eleven or twelve
        ("20101124", "guardian", {"both"}),  # sixteen tomorrow
        ("20100000", "guardian", {"both"}),  # fifteen or sixteen
        ("20101123", "guardian", {"resident"}),  # sixteen today
        ("19500000", "administrator", {"resident"}),
        ("19500000", "proxy", {"resident"}),
        ("19500000", "mentor", {"representative", "both"}),
        ("19500000", "curator", {"representative", "both"}),
        ("00000000", "proxy", {"resident"}),  # nobody knows, and the worker sees the person
    ],
)
def test_age_and_representative_say_who_gives_consent(give, resident, brp, role, right):
    at_age(brp)
    party = represent(resident, role)
    taken = set()
    for giver in GIVERS:
        number = None if giver == "resident" else party.pk
        try:
            give(given_by=giver, representative_id=number)
        except RuleViolation:
            continue
        taken.add(giver)

    assert taken == right


def test_without_a_date_of_birth_nobody_knows_who_gives(give):
    at_age("")

    with pytest.raises(RuleViolation, match="geboortedatum"):
        give()


def test_the_representative_is_of_this_resident_that_day(give, resident):
    at_age("20150101")
    with pytest.raises(RuleViolation, match="Leg op de kaart eerst vast"):
        give(given_by="representative")
    gone = represent(resident, "guardian", valid_until=TODAY - DAY)
    with pytest.raises(RuleViolation, match="Leg op de kaart eerst vast"):
        give(given_by="representative", representative_id=gone.pk)
    now = represent(resident, "parent_guardian")
    with pytest.raises(RuleViolation, match="Kies wie") as refused:
        give(given_by="representative", representative_id=gone.pk)
    assert refused.value.field == "representative"

    consent = give(given_by="representative", representative_id=now.pk)

    assert consent.said["representative"] == "V. Tegen (ouder met gezag)"


def test_who_gave_a_consent_is_not_forgotten(give, resident, cast):
    at_age("20150101")
    party = represent(resident, "guardian")
    give(given_by="representative", representative_id=party.pk)

    with pytest.raises(RuleViolation, match="gaf toestemming"):
        remove_party(resident_id=resident.pk, party_id=party.pk, by=cast.team_worker)


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
        {"way": "telepathy"},
        {"given_on": TODAY + DAY, "valid_from": TODAY},
        {"valid_until": TODAY - DAY},
        {"withdrawn_on": TODAY},
    ],
)
def test_the_database_refuses_half_a_consent(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        ConsentFactory(**wrong)
