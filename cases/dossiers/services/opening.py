"""Open the dossier of a resident with the first question."""

import uuid
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.dossiers.models import CaseDirection, HelpRequest, LineKind, ResidentFile
from cases.dossiers.services.elsewhere import create_earlier_lines
from cases.dossiers.tracing import leave_line
from cases.intakes.models import LifeDomain, WmoNotification
from cases.permissions import GRANTS, Action
from cases.residents.models import Resident
from clusters.models import User
from common.deadlines import local_day
from common.errors import RuleViolation

RUNNING = "Er loopt al een dossier van deze inwoner. Zet de vraag daarin."


@transaction.atomic
def open_file(
    *,
    submission_key: uuid.UUID,
    resident_id: int,
    team_id: int,
    domain: LifeDomain,
    words: str,
    notification_id: int | None = None,
    by: User,
    at: datetime | None = None,
) -> ResidentFile:
    """Open a dossier; who opens it directs it, until somebody else takes over.

    Rules: DS-1 (one that runs per resident, at a team of one's own, with a question), DS-2 (one
        casusregisseur), DS-9 (a form sent twice makes one), DS-11 (what was before comes along),
        DS-21 (complexity and involvement as the melding was triaged).
    Raises: RuleViolation when one runs already; PermissionDenied.
    Effects: a dossier with its question and its casusregisseur; audit line.
    """
    at = at or timezone.now()
    scope = Resident.objects.openable_by(by)
    resident = scope.select_for_update(of=("self",)).get(pk=resident_id)
    decision = GRANTS.require(by, Action.OPEN_FILE)
    earlier = ResidentFile.objects.filter(uuid=submission_key).first()
    if earlier is not None:
        return earlier
    if team_id not in by.team_ids:
        raise RuleViolation("Kies een team waar u werkt.", field="team")
    if resident.files.open().exists():
        raise RuleViolation(RUNNING)
    melding = _melding(notification_id, resident, by)
    file = _create(submission_key, resident, team_id, melding, by, at)
    question = _ask(file, domain, melding, words)
    leave_line(file, LineKind.OPENED, by=by, at=at, question=question)
    record("file.opened", file, by=by, decision=decision)
    return file


def _create(
    key: uuid.UUID,
    resident: Resident,
    team_id: int,
    melding: WmoNotification | None,
    by: User,
    at: datetime,
) -> ResidentFile:
    """The row with its key, who directs it, and what was before."""
    file = ResidentFile(uuid=key, resident=resident, team_id=team_id, director=by)
    triage = None if melding is None else melding.triages.first()
    if triage is not None:
        file.complexity, file.involvement = triage.chosen_complexity, triage.chosen_involvement
    file.opened_at, file.opened_by, file.touched_on = at, by, local_day(at)
    file.make_key()
    file.save(force_insert=True)
    CaseDirection.objects.create(file=file, director=by, since=at, by=by)
    create_earlier_lines(file=file, at=at)
    return file


def _ask(
    file: ResidentFile, domain: LifeDomain, melding: WmoNotification | None, words: str
) -> HelpRequest:
    """The first question, of the moment and by whom the dossier was opened."""
    question = HelpRequest(file=file, resident=file.resident, domain=domain, notification=melding)
    question.asked_at, question.asked_by = file.opened_at, file.opened_by
    question.keep(words)
    question.save(force_insert=True)
    return question


def _melding(number: int | None, resident: Resident, by: User) -> WmoNotification | None:
    """The melding the question came with, when it is of this resident and in scope."""
    if number is None:
        return None
    return WmoNotification.objects.visible_to(by).filter(pk=number, resident=resident).first()
