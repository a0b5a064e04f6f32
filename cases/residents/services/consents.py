"""Giving and taking back a consent to share data (AVG-1, AVG-2; WMO 5.1.1, 5.2.5, 5.3.3)."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.permissions import GRANTS, Action
from cases.residents.consenting import (
    AGE_FIRST,
    MAY_GIVE,
    WHO_SAYS,
    roles_that_consent,
    who_consents,
)
from cases.residents.models import Consent, DataCategory, Giver, RecipientKind, SharingGround
from cases.residents.models.parties import Party
from cases.residents.models.people import Resident
from clusters.models import User
from common.deadlines import local_day
from common.errors import RuleViolation

ENDED = (
    "Deze toestemming is al voorbij en geldt vandaag niet. Kies een latere dag, of zet aan dat u "
    "een toestemming van vroeger vastlegt."
)
NOT_ENDED = "Een toestemming van vroeger heeft een laatste dag die voorbij is."
EXPLICIT = (
    "Voor deze ontvanger of deze gegevens is uitdrukkelijke toestemming nodig (Wmo 5.1.1 en "
    "5.2.5). Kies die grondslag als de inwoner dat zo gezegd heeft."
)

KEPT_AS_TOLD = ("given_by", "way", "given_on", "valid_from", "valid_until")


@dataclass(frozen=True)
class ConsentFacts:
    """A consent as it is given; codes of the lists, and both days of the period included.

    ``is_history`` says that it is over already and is only written down to be known.
    """

    recipient_kind: str
    recipient: str
    categories: Collection[str]
    ground: str
    given_on: date
    valid_from: date
    valid_until: date | None = None
    given_by: str = Giver.RESIDENT
    representative_id: int | None = None
    way: str = ""
    why: str = ""
    is_history: bool = False


@transaction.atomic
def give_consent(
    *,
    resident_id: int,
    submission_key: uuid.UUID,
    facts: ConsentFacts,
    by: User,
    at: datetime | None = None,
) -> Consent:
    """Write down that data of a resident may go to somebody, from a day on.

    Rules: TS-1 (who, which data, which ground, how long), TS-2 (who must give it), TS-3 (explicit
        where the law asks it), TS-4 (not over already), TS-5 (without consent only with a reason).
    Raises: RuleViolation with the field; PermissionDenied.
    Effects: audit line. Sent twice is one consent.
    """
    at = at or timezone.now()
    resident = Resident.objects.select_for_update().get(pk=resident_id)
    decision = GRANTS.require(by, Action.GIVE_CONSENT, resident)
    earlier = Consent.objects.filter(submission_key=submission_key, resident=resident).first()
    if earlier is not None:
        return earlier
    consent = _checked(resident, facts, local_day(at))
    consent.submission_key, consent.recorded_at, consent.recorded_by = submission_key, at, by
    consent.words = consent.sealed("words", _words(facts, consent.representative))
    consent.save(force_insert=True)
    consent.categories.set(DataCategory.objects.in_use().filter(code__in=facts.categories))
    record("consent.given", consent, by=by, decision=decision)
    return consent


@transaction.atomic
def withdraw_consent(
    *,
    consent_id: int,
    withdrawn_on: date,
    withdrawn_by: str,
    reason: str = "",
    by: User,
    at: datetime | None = None,
) -> Consent:
    """Take a consent back; from that day on nothing may be shared on it.

    It is as easy as giving (AVG 7 lid 3): whoever says it, and no reason needed.

    Rules: TS-6 (withdrawn, never removed; not before it was given, not tomorrow).
    Raises: RuleViolation when a colleague was first or the day cannot be; PermissionDenied.
    Effects: audit line. A second click changes nothing.
    """
    at = at or timezone.now()
    resident = Resident.objects.select_for_update().get(consents=consent_id)
    consent = Consent.objects.select_for_update().get(pk=consent_id)
    decision = GRANTS.require(by, Action.WITHDRAW_CONSENT, resident)
    if consent.withdrawn_on is not None:
        if consent.withdrawn_noted_by_id == by.pk:
            return consent
        raise RuleViolation("Een collega heeft deze toestemming intussen ingetrokken.")
    if withdrawn_on > local_day(at):
        raise RuleViolation("Deze dag moet nog komen.", field="withdrawn_on")
    if withdrawn_on < consent.given_on:
        text = "Intrekken kan niet voor de dag waarop de toestemming gegeven is."
        raise RuleViolation(text, field="withdrawn_on")
    consent.withdrawn_on, consent.withdrawn_by = withdrawn_on, withdrawn_by
    consent.withdrawn_at, consent.withdrawn_noted_by = at, by
    consent.withdrawal = consent.sealed("withdrawal", {"why": reason})
    fields = ["withdrawn_on", "withdrawn_by", "withdrawn_at", "withdrawn_noted_by", "withdrawal"]
    consent.save(update_fields=fields)
    record("consent.withdrawn", consent, by=by, decision=decision, fields=fields)
    return consent


def _checked(resident: Resident, facts: ConsentFacts, today: date) -> Consent:
    """The consent of these facts, when each of them can be; not saved."""
    ground = SharingGround.objects.in_use().get(code=facts.ground)
    kind = RecipientKind.objects.in_use().get(code=facts.recipient_kind)
    categories = list(DataCategory.objects.in_use().filter(code__in=facts.categories))
    _refuse_days(resident, facts, today)
    _refuse_ground(ground, kind, categories, facts)
    return Consent(
        resident=resident,
        recipient_kind=kind,
        ground=ground,
        representative=_giver(resident, ground, facts),
        **{name: getattr(facts, name) for name in KEPT_AS_TOLD},
    )


def _refuse_days(resident: Resident, facts: ConsentFacts, today: date) -> None:
    """A consent is given today or earlier, begins then or later, and is not over already (TS-4)."""
    if facts.given_on > today:
        raise RuleViolation("Deze dag moet nog komen.", field="given_on")
    if resident.deceased_on is not None and facts.given_on > resident.deceased_on:
        raise RuleViolation("Deze inwoner was toen overleden.", field="given_on")
    if facts.valid_from < facts.given_on:
        text = "Een toestemming begint niet voor de dag waarop zij gegeven is."
        raise RuleViolation(text, field="valid_from")
    is_over = facts.valid_until is not None and facts.valid_until < today
    if facts.valid_until is not None and facts.valid_until < facts.valid_from:
        raise RuleViolation("De laatste dag ligt niet voor de eerste.", field="valid_until")
    if is_over != facts.is_history:
        raise RuleViolation(ENDED if is_over else NOT_ENDED, field="valid_until")


def _refuse_ground(
    ground: SharingGround,
    kind: RecipientKind,
    categories: list[DataCategory],
    facts: ConsentFacts,
) -> None:
    """Data, a ground that is good enough for it (TS-3), and a reason without consent (TS-5)."""
    if not categories:
        raise RuleViolation("Kies welke gegevens.", field="categories")
    if not ground.is_consent:
        if not facts.why:
            text = "Schrijf op waarom delen zonder toestemming mag en nodig is."
            raise RuleViolation(text, field="why")
        if facts.way:
            raise RuleViolation("Zonder toestemming is er geen manier van geven.", field="way")
        return
    if not facts.way:
        raise RuleViolation("Kies hoe de toestemming gegeven is.", field="way")
    needs = kind.needs_explicit or any(each.needs_explicit for each in categories)
    if needs and not ground.is_explicit:
        raise RuleViolation(EXPLICIT, field="ground")


def _giver(resident: Resident, ground: SharingGround, facts: ConsentFacts) -> Party | None:
    """Who represents the resident in it; refuses whom the law does not let give it (TS-2)."""
    if ground.is_consent == (facts.given_by == Giver.NOBODY):
        text = "Bij een toestemming hoort wie die gaf; zonder toestemming is dat niemand."
        raise RuleViolation(text, field="given_by")
    if not ground.is_consent:
        return None
    if resident.born is None:
        raise RuleViolation(AGE_FIRST, field="given_by")
    around = [
        party
        for party in resident.parties.filter(kind="representative")
        if party.holds_on(facts.given_on)
    ]
    ages = resident.born.ages_on(facts.given_on)
    rule = who_consents(ages, {party.role for party in around})
    if facts.given_by not in MAY_GIVE[rule]:
        raise RuleViolation(WHO_SAYS[rule], field="given_by")
    if facts.given_by == Giver.RESIDENT:
        return None
    return _representative(around, rule, facts.representative_id)


def _representative(around: list[Party], rule: str, number: int | None) -> Party:
    """The representative with this number, who represented the resident that day."""
    fitting = [party for party in around if party.role in roles_that_consent(rule)]
    if not fitting:
        text = f"{WHO_SAYS[rule]} Leg op de kaart eerst vast wie dat is."
        raise RuleViolation(text, field="given_by")
    for party in fitting:
        if party.pk == number:
            return party
    text = "Kies wie de inwoner op die dag vertegenwoordigde en toestemming mocht geven."
    raise RuleViolation(text, field="representative")


def _words(facts: ConsentFacts, representative: Party | None) -> dict[str, str]:
    """What is only kept encrypted; the name of the giver as it was that day."""
    name = ""
    if representative is not None:
        name = f"{representative.name} ({representative.get_role_display().lower()})"
    return {"recipient": facts.recipient, "representative": name, "why": facts.why}
