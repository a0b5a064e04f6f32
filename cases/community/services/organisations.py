"""Writing down who offers something; every organisation stands there once (SK-5)."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from audit.services import record
from cases.community.models import Organisation
from cases.community.services.words import create_words
from cases.permissions import GRANTS, Action
from clusters.models import User
from common.errors import RuleViolation

KNOWN = "Deze organisatie staat al op de kaart. Zoek haar op onder Organisaties."


@dataclass(frozen=True)
class OrganisationText:
    """An organisation as it was typed."""

    name: str
    kind: str
    phone: str = ""
    email: str = ""
    website: str = ""
    address: str = ""
    postcode: str = ""
    note: str = ""


@transaction.atomic
def create_organisation(
    *, submission_key: uuid.UUID, text: OrganisationText, by: User, at: datetime | None = None
) -> Organisation:
    """Put an organisation on the map, so that what it offers can be written down.

    Rules: SK-4 (two clicks make one), SK-5 (an organisation stands there once).
    Raises: RuleViolation when the name is there already; PermissionDenied.
    Effects: the organisation; audit line.
    """
    decision = GRANTS.require(by, Action.WRITE_OFFERS)
    at = at or timezone.now()
    try:
        with transaction.atomic():
            organisation = Organisation.objects.create(
                submission_key=submission_key, changed_at=at, changed_by=by, **vars(text)
            )
    except IntegrityError:
        there = Organisation.objects.filter(submission_key=submission_key).first()
        if there is None:
            raise RuleViolation(KNOWN, field="name") from None
        return there
    record("organisation.created", organisation, by=by, decision=decision)
    return organisation


@transaction.atomic
def change_organisation(
    *,
    organisation_id: int,
    text: OrganisationText,
    version: int,
    by: User,
    at: datetime | None = None,
) -> Organisation:
    """Correct what is written about an organisation; ``version`` is the one the form knew.

    Rules: SK-3 (who opened an older text does not overwrite the newer one), SK-5.
    Raises: RuleViolation when a colleague was first or the name is taken; PermissionDenied.
    Effects: the organisation; with another name also the words of its offers; audit line.
    """
    organisation = Organisation.objects.select_for_update(no_key=True).get(pk=organisation_id)
    decision = GRANTS.require(by, Action.WRITE_OFFERS)
    changed = [name for name, value in vars(text).items() if getattr(organisation, name) != value]
    if not changed:
        return organisation
    if organisation.version != version:
        raise RuleViolation(
            f"{organisation.changed_by} heeft deze organisatie intussen gewijzigd. Uw tekst staat "
            "hier nog; die van uw collega staat erbij.",
            field="version",
        )
    for name in changed:
        setattr(organisation, name, getattr(text, name))
    organisation.version += 1
    organisation.changed_at, organisation.changed_by = at or timezone.now(), by
    _save(organisation, [*changed, "version", "changed_at", "changed_by"])
    if "name" in changed:
        create_words(offers=organisation.offers.select_related("organisation"))
    record("organisation.changed", organisation, by=by, decision=decision, fields=changed)
    return organisation


def _save(organisation: Organisation, fields: list[str]) -> None:
    """Keep it, unless another organisation has this name."""
    try:
        with transaction.atomic():
            organisation.save(update_fields=fields)
    except IntegrityError:
        raise RuleViolation(KNOWN, field="name") from None
