"""Begin a waakvlam."""

import uuid
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.dossiers.models import ResidentFile
from cases.permissions import GRANTS, Action
from cases.residents.models import Resident
from cases.waakvlam.agreeing import must_be_ahead, must_be_kept_by, must_be_possible
from cases.waakvlam.messages import given_text
from cases.waakvlam.models import Agreed, Waakvlam
from clusters.models import User
from clusters.notices.services import notify
from common.deadlines import local_day
from common.errors import RuleViolation

RUNNING = "Er loopt al een waakvlam van deze inwoner bij dit team."
STALE = "Dit formulier is verouderd. Open de pagina opnieuw."


@transaction.atomic
def start_waakvlam(
    *,
    submission_key: uuid.UUID,
    resident_id: int,
    team_id: int,
    owner: User,
    deputy: User,
    agreed: Agreed,
    first_on: date,
    file_id: int | None = None,
    by: User,
    at: datetime | None = None,
) -> Waakvlam:
    """Agree that the team keeps in touch with somebody, with or without a dossier.

    Rules: WK-1 (one that runs per resident and team, at a team of one's own), WK-2 (owner and
        deputy work in the team), WK-3 (a rhythm and a review that can be), WK-5 (the resident
        agreed), WK-13 (a form sent twice makes one).
    Raises: RuleViolation; PermissionDenied.
    Effects: a waakvlam, with the resident locked by ``select_for_update``; a notice to who keeps
        it; audit line.
    """
    at = at or timezone.now()
    scope = Resident.objects.openable_by(by)
    resident = scope.select_for_update(of=("self",)).get(pk=resident_id)
    decision = GRANTS.require(by, Action.START_WAAKVLAM)
    if (earlier := Waakvlam.objects.filter(uuid=submission_key).first()) is not None:
        return _same(earlier, resident)
    if team_id not in by.team_ids:
        raise RuleViolation("Kies een team waar u werkt.", field="team_id")
    if resident.waakvlammen.running().filter(team_id=team_id).exists():
        raise RuleViolation(RUNNING)
    waakvlam = Waakvlam(uuid=submission_key, resident=resident, team_id=team_id)
    waakvlam.owner, waakvlam.deputy, waakvlam.begun_at, waakvlam.begun_by = owner, deputy, at, by
    waakvlam.file = _file(file_id, resident, by)
    _create(waakvlam, agreed, first_on)
    record("waakvlam.started", waakvlam, by=by, decision=decision)
    _tell(waakvlam, by, at)
    return waakvlam


def _same(earlier: Waakvlam, resident: Resident) -> Waakvlam:
    """What this form made before; a key of somebody else is no key here."""
    if earlier.resident_id != resident.pk:
        raise RuleViolation(STALE)
    return earlier


def _create(waakvlam: Waakvlam, agreed: Agreed, first_on: date) -> None:
    """The row with its key, its words and its first day, when all of it can be."""
    today = local_day(waakvlam.begun_at)
    must_be_kept_by(waakvlam.team_id, waakvlam.owner, waakvlam.deputy, today)
    must_be_possible(agreed, waakvlam.resident, today)
    must_be_ahead(first_on, today, field="first_on")
    waakvlam.make_key()
    waakvlam.keep_agreed(agreed)
    waakvlam.plan(first_on)
    waakvlam.save(force_insert=True)


def _file(number: int | None, resident: Resident, by: User) -> ResidentFile | None:
    """The dossier it came from, open or closed, when it is of this resident and in scope."""
    if number is None:
        return None
    return ResidentFile.objects.visible_to(by).filter(pk=number, resident=resident).first()


def _tell(waakvlam: Waakvlam, by: User, at: datetime) -> None:
    """Owner and deputy, when they are not who begins it."""
    notify(
        person_ids={waakvlam.owner_id, waakvlam.deputy_id} - {by.pk},
        text=given_text(waakvlam, by),
        url_name="waakvlam-detail",
        object_id=waakvlam.pk,
        dedup_key=f"waakvlam:{waakvlam.pk}:given:{waakvlam.version}",
        at=at,
    )
