"""Keeping who helps a resident already, outside the team (MAN-6)."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.permissions import GRANTS, Action
from cases.residents.models import (
    CONTACT_FIELDS,
    Consent,
    Giver,
    InvolvedProfessional,
    RecipientKind,
    Resident,
)
from cases.residents.services.changing import WHILE_YOU_TYPED
from clusters.models import User
from common.deadlines import local_day
from common.errors import RuleViolation

NO_CONSENT = (
    "Kies een toestemming die vandaag geldt en die voor deze soort professional gegeven is."
)


@dataclass(frozen=True)
class ProfessionalFacts:
    """Who it is, how to reach them, since when; ``kind`` is a code of the list of recipients."""

    kind: str
    name: str
    valid_from: date
    valid_until: date | None = None
    organisation: str = ""
    phone: str = ""
    email: str = ""
    consent_id: int | None = None


@transaction.atomic
def create_professional(
    *,
    resident_id: int,
    submission_key: uuid.UUID,
    facts: ProfessionalFacts,
    by: User,
    at: datetime | None = None,
) -> InvolvedProfessional:
    """Write down who helps already.

    Rules: TS-8 (contact only on a consent in force that was given for this kind).
    Raises: RuleViolation; PermissionDenied.
    Effects: audit line. Sent twice is one.
    """
    day = local_day(at or timezone.now())
    resident = Resident.objects.select_for_update().get(pk=resident_id)
    decision = GRANTS.require(by, Action.CHANGE_RESIDENT, resident)
    rows = InvolvedProfessional.objects.filter(resident=resident)
    earlier = rows.filter(submission_key=submission_key).first()
    if earlier is not None:
        return earlier
    found = InvolvedProfessional(resident=resident, submission_key=submission_key)
    columns = _columns(resident, facts, day, was=None)
    for name, value in columns.items():
        setattr(found, name, value)
    found.words = found.sealed("words", _words(facts))
    found.save(force_insert=True)
    record("professional.created", found, by=by, decision=decision)
    return found


@transaction.atomic
def change_professional(
    *,
    resident_id: int,
    professional_id: int,
    version: int,
    facts: ProfessionalFacts,
    by: User,
    at: datetime | None = None,
) -> InvolvedProfessional:
    """Keep what is known now, until when they helped, or the consent that came.

    Rules: IK-3 (an old form does not undo a newer text), TS-8. A consent that was linked before
        and has ended may stay linked: the card says that it is over.
    Raises: RuleViolation; PermissionDenied.
    Effects: one version on; audit line with the names of what changed; nothing when nothing did.
    """
    day = local_day(at or timezone.now())
    resident = Resident.objects.select_for_update().get(pk=resident_id)
    decision = GRANTS.require(by, Action.CHANGE_RESIDENT, resident)
    rows = InvolvedProfessional.objects.select_for_update()
    found = rows.get(pk=professional_id, resident=resident)
    if found.version != version:
        raise RuleViolation(WHILE_YOU_TYPED, field="version")
    columns = _columns(resident, facts, day, was=found.consent_id)
    changed = [name for name, value in columns.items() if getattr(found, name) != value]
    for name in changed:
        setattr(found, name, columns[name])
    if found.said != _words(facts):
        found.words, found.said = found.sealed("words", _words(facts)), _words(facts)
        changed.append("words")
    if changed:
        found.version += 1
        found.save(update_fields=[*changed, "version"])
        record("professional.changed", found, by=by, decision=decision, fields=changed)
    return found


def _columns(
    resident: Resident, facts: ProfessionalFacts, day: date, *, was: int | None
) -> dict[str, Any]:
    """The columns that are not sealed, when the consent fits (TS-8)."""
    kind = RecipientKind.objects.get(code=facts.kind)
    if facts.consent_id is not None:
        given = Consent.objects.exclude(given_by=Giver.NOBODY).filter(recipient_kind=kind)
        standing = given.in_force(resident, day).filter(pk=facts.consent_id).exists()
        kept = facts.consent_id == was and given.filter(pk=was, resident=resident).exists()
        if not (standing or kept):
            raise RuleViolation(NO_CONSENT, field="consent")
    return {
        "kind_id": kind.pk,
        "consent_id": facts.consent_id,
        "valid_from": facts.valid_from,
        "valid_until": facts.valid_until,
    }


def _words(facts: ProfessionalFacts) -> dict[str, str]:
    """What is only kept encrypted."""
    return {name: getattr(facts, name) for name in CONTACT_FIELDS}
