"""Keeping who stands around a resident (WMO 5.1.1)."""

import uuid
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from audit.services import record
from cases.permissions import GRANTS, Action
from cases.residents.models import Resident
from cases.residents.models.parties import EMPTY, Party
from cases.residents.services.changing import WHILE_YOU_TYPED
from cases.residents.signing import PARENTAL, is_minor
from clusters.models import User
from common.errors import RuleViolation

GAVE_CONSENT = (
    "Deze persoon gaf toestemming en blijft daarom bewaard. Is diegene er niet meer bij, vul dan "
    "“tot en met” in."
)


@dataclass(frozen=True)
class PartyFacts:
    """What is kept of somebody; what does not belong to the kind stays empty."""

    kind: str
    role: str
    name: str
    valid_from: date
    valid_until: date | None = None
    relation: str = ""
    phone: str = ""
    organisation: str = ""
    can_do: str = ""
    birth_year: int | None = None


@transaction.atomic
def create_party(
    *, resident_id: int, submission_key: uuid.UUID, facts: PartyFacts, by: User
) -> Party:
    """Write down that somebody stands around a resident, from a day on.

    Rules: IK-8 (a parent or guardian signs for a minor only), IK-9 (no more than the law allows).
    Raises: RuleViolation for a parent of an adult, or a form of somebody else; PermissionDenied.
    Effects: audit line. Sent twice is one person.
    """
    resident = Resident.objects.select_for_update().get(pk=resident_id)
    decision = GRANTS.require(by, Action.CHANGE_RESIDENT, resident)
    _refuse_parent_of_adult(resident, facts)
    try:
        with transaction.atomic():
            party = Party.objects.create(
                resident=resident, submission_key=submission_key, **vars(facts)
            )
    except IntegrityError:
        earlier = Party.objects.filter(submission_key=submission_key, resident=resident).first()
        if earlier is None:
            raise
        return earlier
    record("party.created", party, by=by, decision=decision)
    return party


@transaction.atomic
def change_party(
    *, resident_id: int, party_id: int, version: int, facts: PartyFacts, by: User
) -> Party:
    """Keep what is known of this person now, or until when they stood there.

    Rules: IK-3 (an old form does not undo a newer text), IK-8, IK-9.
    Raises: RuleViolation; PermissionDenied.
    Effects: one version on; audit line with the names of what changed; nothing when nothing did.
    """
    resident = Resident.objects.select_for_update().get(pk=resident_id)
    decision = GRANTS.require(by, Action.CHANGE_RESIDENT, resident)
    party = Party.objects.select_for_update().get(pk=party_id, resident=resident)
    if party.version != version:
        raise RuleViolation(WHILE_YOU_TYPED, field="version")
    _refuse_parent_of_adult(resident, facts)
    wanted: dict[str, Any] = EMPTY | vars(facts)
    changed = [name for name, value in wanted.items() if getattr(party, name) != value]
    if not changed:
        return party
    for name in changed:
        setattr(party, name, wanted[name])
    party.version += 1
    party.save(update_fields=[*changed, "version"])
    record("party.changed", party, by=by, decision=decision, fields=changed)
    return party


@transaction.atomic
def remove_party(*, resident_id: int, party_id: int, by: User) -> Resident:
    """Forget somebody who was written down by mistake, or who asks not to be kept.

    Rules: IK-9, TS-7 (who gave a consent stays known as long as the consent).
    Raises: RuleViolation; PermissionDenied. Somebody who is gone already stays gone.
    Effects: the row is gone; audit line.
    """
    resident = Resident.objects.select_for_update().get(pk=resident_id)
    decision = GRANTS.require(by, Action.CHANGE_RESIDENT, resident)
    party = Party.objects.filter(pk=party_id, resident=resident).first()
    if party is not None:
        if party.consents.exists():
            raise RuleViolation(GAVE_CONSENT)
        record("party.removed", party, by=by, decision=decision)
        party.delete()
    return resident


def _refuse_parent_of_adult(resident: Resident, facts: PartyFacts) -> None:
    """A parent or guardian represents who is, or was at the end of the period, under eighteen."""
    day = min(facts.valid_until or timezone.localdate(), timezone.localdate())
    ages = resident.born.ages_on(day) if resident.born else None
    if facts.role in PARENTAL and not is_minor(ages):
        text = "Deze inwoner is achttien of ouder. Een ouder of voogd tekent dan niet meer."
        raise RuleViolation(text, field="role")
