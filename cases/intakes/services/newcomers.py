"""A melding of who never called: somebody at the walk-in hour, in a letter, or known by a card.

The resident is opened by searching for one person (H6) or, when nobody knows them, made here.
"""

import uuid
from dataclasses import dataclass, field
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from cases.intakes.models import NotificationChannel, WmoNotification
from cases.intakes.services.registering import Melding, Origin, create_notification, made_before
from cases.permissions import GRANTS, Action
from cases.residents.models import Resident
from cases.residents.services import SafeContact, create_resident
from clusters.models import User
from common.errors import RuleViolation


@dataclass(frozen=True)
class Newcomer:
    """What somebody tells about themselves; ``phone`` is E.164, ``postcode`` 1315AA."""

    name: str
    phone: str = ""
    birth_date: date | None = None
    postcode: str = ""
    house_number: int | None = None
    house_suffix: str = ""
    address_secret: bool = False
    card: SafeContact = field(default_factory=SafeContact)


@transaction.atomic
def register_for_known(
    *,
    submission_key: uuid.UUID,
    resident_id: int,
    team_id: int,
    melding: Melding,
    mine: bool = True,
    by: User,
    at: datetime | None = None,
) -> WmoNotification:
    """Write a melding down for somebody whose card this employee may open.

    Rules: ML-1, ML-2, ML-3, ML-4, ML-5, ML-6; ML-11 (for a team of one's own).
    Raises: RuleViolation; PermissionDenied; Resident.DoesNotExist when the card stays closed.
    Effects: a melding with its reminders, audit line.
    """
    decision = GRANTS.require(by, Action.REGISTER_NOTIFICATION)
    resident = Resident.objects.openable_by(by).select_for_update(of=("self",)).get(pk=resident_id)
    earlier = _earlier(submission_key, team_id, melding, by)
    if earlier is not None:
        return earlier
    origin = Origin(resident, team_id, "Inwoner bekend van de kaart")
    handler = by if mine else None
    return create_notification(
        submission_key, origin, melding, handler=handler, by=by, at=at, on=decision
    )


@transaction.atomic
def register_for_newcomer(
    *,
    submission_key: uuid.UUID,
    newcomer: Newcomer,
    team_id: int,
    melding: Melding,
    mine: bool = True,
    by: User,
    at: datetime | None = None,
) -> WmoNotification:
    """Keep who somebody is and write their melding down, both or neither (security 3.3 row 2).

    Rules: ML-1 to ML-6, ML-11, INW-3 (a secret address is not kept), INW-4.
    Raises: RuleViolation; PermissionDenied.
    Effects: a resident and a melding with its reminders, audit lines.
    """
    decision = GRANTS.require(by, Action.REGISTER_NOTIFICATION)
    earlier = _earlier(submission_key, team_id, melding, by)
    if earlier is not None:
        return earlier
    if not newcomer.name.strip():
        raise RuleViolation("Een melding heeft een naam.", field="name")
    resident = create_resident(**vars(newcomer), is_anonymous=False, by=by)
    origin = Origin(resident, team_id, "Inwoner nieuw vastgelegd")
    handler = by if mine else None
    made = create_notification(
        submission_key, origin, melding, handler=handler, by=by, at=at, on=decision
    )
    if made.resident_id != resident.pk:
        raise RuleViolation("Dit formulier is al verstuurd. Kijk in de lijst van meldingen.")
    return made


def _earlier(
    submission_key: uuid.UUID, team_id: int, melding: Melding, by: User
) -> WmoNotification | None:
    """What this form made before; refuses a team of others and a callback that is not there."""
    if team_id not in by.team_ids:
        raise PermissionDenied
    if melding.channel == NotificationChannel.CALLBACK:
        text = "Maak de melding vanaf het terugbelverzoek zelf."
        raise RuleViolation(text, field="channel")
    return made_before(submission_key, None, by)
