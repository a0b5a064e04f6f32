"""Write in a dossier: questions and their outcome, notes, and what stands on top."""

import uuid
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.dossiers.models import FileLine, HelpRequest, LineKind, Outcome, ResidentFile
from cases.dossiers.tracing import leave_line, lock_file, may
from cases.intakes.models import LifeDomain
from cases.permissions import Action
from clusters.models import User
from common.errors import RuleViolation

CHANGED = "Een collega heeft dit net gewijzigd. Lees wat er nu staat en bewaar dan opnieuw."


@transaction.atomic
def add_question(
    *,
    submission_key: uuid.UUID,
    file_id: int,
    domain: LifeDomain,
    words: str,
    by: User,
    at: datetime | None = None,
) -> HelpRequest:
    """Write down another question of the resident, in own words.

    Rules: DS-3 (who works in it), DS-4 (a leefgebied and own words), DS-9 (a form sent twice).
    Raises: RuleViolation when the dossier is closed; PermissionDenied.
    Effects: a question and a line; audit line.
    """
    at = at or timezone.now()
    file = lock_file(file_id, by)
    decision = may(file, Action.WRITE_FILE, by)
    earlier = file.questions.filter(pk=submission_key).first()
    if earlier is not None:
        return earlier
    question = HelpRequest(pk=submission_key, file=file, domain=domain, asked_at=at, asked_by=by)
    question.resident_id = file.resident_id
    question.keep(words)
    question.save(force_insert=True)
    leave_line(file, LineKind.QUESTION, by=by, at=at, question=question)
    record("file.question_added", question, by=by, decision=decision)
    return question


@transaction.atomic
def close_question(
    *,
    file_id: int,
    question_id: uuid.UUID,
    outcome: str,
    words: str,
    by: User,
    at: datetime | None = None,
) -> HelpRequest:
    """End a question with an outcome from the list and what came of it.

    Rules: DS-3, DS-5 (no end without a coded outcome and a word about it; ended once).
    Raises: RuleViolation when it ended otherwise already, or the dossier is closed;
        PermissionDenied.
    Effects: the outcome and a line; audit line.
    """
    at = at or timezone.now()
    file = lock_file(file_id, by)
    decision = may(file, Action.WRITE_FILE, by)
    question = file.questions.select_related("domain").get(pk=question_id)
    question.file = file
    if not question.is_open:
        return _ended_before(question, outcome, words)
    question.outcome, question.ended_at, question.ended_by = Outcome(outcome), at, by
    question.save(update_fields=["outcome", "ended_at", "ended_by"])
    leave_line(file, LineKind.OUTCOME, by=by, at=at, words=words, question=question)
    record("file.question_closed", question, by=by, decision=decision, fields=["outcome"])
    return question


@transaction.atomic
def write_note(
    *, submission_key: uuid.UUID, file_id: int, words: str, by: User, at: datetime | None = None
) -> FileLine:
    """Add a note; it stays as it is, and a later one corrects it.

    Rules: DS-3, DS-8 (added, never changed), DS-9 (a form sent twice).
    Raises: RuleViolation when the dossier is closed; PermissionDenied.
    Effects: a line; audit line.
    """
    file = lock_file(file_id, by)
    decision = may(file, Action.WRITE_FILE, by)
    earlier = file.lines.filter(uuid=submission_key).first()
    if earlier is not None:
        return earlier
    moment = at or timezone.now()
    line = leave_line(file, LineKind.NOTE, by=by, at=moment, words=words, key=submission_key)
    record("file.noted", line, by=by, decision=decision)
    return line


@transaction.atomic
def write_safety(
    *, file_id: int, words: str, version: int, by: User, at: datetime | None = None
) -> ResidentFile:
    """Write what everybody must know before going there; empty takes it away.

    Rules: DS-3, DS-10 (nobody replaces unseen what a colleague wrote; the old text stays in the
        lines).
    Raises: RuleViolation when a colleague was first, or the dossier is closed; PermissionDenied.
    Effects: the note on top, one version on; a line with the text that was there; audit line.
    """
    file = lock_file(file_id, by)
    decision = may(file, Action.WRITE_FILE, by)
    if words == file.safety:
        return file
    if version != file.version:
        raise RuleViolation(CHANGED, field="version")
    before = file.safety
    file.keep_safety(words)
    file.version += 1
    file.save(update_fields=["content", "version"])
    leave_line(file, LineKind.SAFETY, by=by, at=at or timezone.now(), words=before)
    record("file.safety_changed", file, by=by, decision=decision, fields=["content"])
    return file


def _ended_before(question: HelpRequest, outcome: str, words: str) -> HelpRequest:
    """The same end a second time is one end; another one is refused."""
    line = question.lines.filter(kind=LineKind.OUTCOME).select_related("file").first()
    if question.outcome == outcome and line is not None and line.words == words:
        return question
    raise RuleViolation(f"Deze vraag is al afgesloten: {question.get_outcome_display().lower()}.")
