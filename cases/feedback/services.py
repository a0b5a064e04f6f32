"""Write down who referred, tell them what came of it, or why they are not told."""

import uuid
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.advice.models import Recipient
from cases.advice.sharing import register_row, shared_data
from cases.dossiers.models import LineKind, ResidentFile
from cases.dossiers.tracing import leave_line, lock_file, may
from cases.feedback.lifecycle import LIFECYCLE
from cases.feedback.models import Feedback, Phrase, Way, WhyNot
from cases.liaisons.models import Liaison
from cases.permissions import Action
from clusters.models import User
from common.access import Decision
from common.deadlines import local_day
from common.errors import RuleViolation

LONGEST_AGO, LONGEST_WAIT = timedelta(days=365), timedelta(days=183)
SENT = ["state", "phrase", "way", "told_on", "consent", "ended_at", "ended_by"]
DROPPED = ["state", "why_not", "ended_at", "ended_by"]


@transaction.atomic
def name_referrer(
    *,
    submission_key: uuid.UUID,
    file_id: int,
    recipient: Recipient,
    referred_on: date,
    due_on: date,
    by: User,
    at: datetime | None = None,
) -> Feedback:
    """Write down who referred the resident of a dossier, and by when they hear.

    Rules: TG-1 (an organisation or a linking pin of the team; days that can be), LP-7, DS-9 (sent
        twice is one).
    Raises: RuleViolation; PermissionDenied.
    Effects: feedback that is due, with the dossier locked by ``select_for_update``; a line; audit
        line.
    """
    at = at or timezone.now()
    file = lock_file(file_id, by)
    decision = may(file, Action.GIVE_FEEDBACK, by)
    earlier = Feedback.objects.filter(uuid=submission_key, file=file).first()
    if earlier is not None:
        return earlier
    feedback = Feedback(uuid=submission_key, file=file, recorded_at=at, recorded_by=by)
    feedback.referred_on, feedback.due_on = referred_on, due_on
    _create(feedback, recipient)
    said = f"Verwezen door {feedback.referrer}."
    leave_line(file, LineKind.REFERRER, by=by, at=at, words=said)
    record("feedback.created", feedback, by=by, decision=decision)
    return feedback


@transaction.atomic
def send_feedback(
    *,
    feedback_id: int,
    phrase: str,
    way: str,
    told_on: date,
    by: User,
    at: datetime | None = None,
) -> Feedback:
    """The referrer was told one fixed sentence.

    Rules: TG-3 (only with a consent that was in force on that day for this kind of recipient, with
        name and question; today or lately, not before they referred).
    Raises: RuleViolation without those, or when it was settled otherwise; PermissionDenied.
    Effects: what was told, when and how, on the row locked by ``select_for_update`` after its
        dossier; a line; audit line.
    """
    at = at or timezone.now()
    file, feedback, decision = _locked(feedback_id, by)
    if (feedback.phrase, feedback.way, feedback.told_on) == (phrase, way, told_on):
        return feedback
    feedback.state = LIFECYCLE.target("send", feedback.state)
    if not feedback.referred_on <= told_on <= local_day(at):
        text = f"Kies een dag vanaf {feedback.referred_on:%d-%m-%Y} tot en met vandaag."
        raise RuleViolation(text, field="told_on")
    number, kind = feedback.resident_id, feedback.recipient_kind
    feedback.consent = register_row(number, kind, shared_data(()), by_law=False, day=told_on)
    feedback.phrase, feedback.way, feedback.told_on = Phrase(phrase), Way(way), told_on
    feedback.ended_at, feedback.ended_by = at, by
    feedback.save(update_fields=SENT)
    said = f"Aan {feedback.referrer}: {feedback.get_phrase_display()}"
    leave_line(file, LineKind.FEEDBACK, by=by, at=at, words=said)
    record("feedback.sent", feedback, by=by, decision=decision, fields=SENT)
    return feedback


@transaction.atomic
def drop_feedback(
    *, feedback_id: int, why_not: str, by: User, at: datetime | None = None
) -> Feedback:
    """The referrer is not told, for a coded reason.

    Rules: TG-4 (the resident does not want it, there is no consent, or nothing needs to be told;
        the same reason twice is one).
    Raises: RuleViolation when it was settled otherwise; PermissionDenied.
    Effects: the end, on the row locked by ``select_for_update`` after its dossier; a line; audit
        line.
    """
    at = at or timezone.now()
    file, feedback, decision = _locked(feedback_id, by)
    if feedback.why_not == why_not:
        return feedback
    feedback.state = LIFECYCLE.target("drop", feedback.state)
    feedback.why_not = WhyNot(why_not)
    feedback.ended_at, feedback.ended_by = at, by
    feedback.save(update_fields=DROPPED)
    said = f"Aan {feedback.referrer}: {feedback.get_why_not_display().lower()}."
    leave_line(file, LineKind.NO_FEEDBACK, by=by, at=at, words=said)
    record("feedback.dropped", feedback, by=by, decision=decision, fields=DROPPED)
    return feedback


def _locked(feedback_id: int, by: User) -> tuple[ResidentFile, Feedback, Decision]:
    """First the dossier, as its end does, and then the row in scope, and why one may."""
    scope = Feedback.objects.visible_to(by)
    file = lock_file(scope.values_list("file_id", flat=True).get(pk=feedback_id), by)
    rows = scope.select_for_update(of=("self",)).select_related("recipient_kind")
    feedback = rows.get(pk=feedback_id)
    feedback.file = file
    return file, feedback, may(file, Action.GIVE_FEEDBACK, by)


def _create(feedback: Feedback, recipient: Recipient) -> None:
    """The row of somebody, on days that can be; raises RuleViolation."""
    today, file = local_day(feedback.recorded_at), feedback.file
    if recipient.kind is None or not recipient.organisation:
        raise RuleViolation("Vul in welke organisatie verwees.", field="organisation")
    if recipient.liaison not in (None, *Liaison.objects.of_team(file.team_id, today)):
        raise RuleViolation("Deze linking pin is er vandaag niet.", field="referrer")
    if not today - LONGEST_AGO <= feedback.referred_on <= today:
        text = "Kies vandaag of een dag in het afgelopen jaar."
        raise RuleViolation(text, field="referred_on")
    if not today <= feedback.due_on <= today + LONGEST_WAIT:
        text = "Kies een dag vanaf vandaag, en binnen een half jaar."
        raise RuleViolation(text, field="due_on")
    feedback.resident_id = file.resident_id
    feedback.recipient_kind, feedback.liaison = recipient.kind, recipient.liaison
    feedback.keep_referrer(recipient)
    feedback.save(force_insert=True)
