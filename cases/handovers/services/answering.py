"""The receiving team asks, reads on or refuses."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cases.dossiers.models import FileRole, LineKind
from cases.handovers.locking import end, leave, lock_handover, step, tell
from cases.handovers.models import Handover, Refusal
from cases.handovers.readers import end_early_readers, let_read
from cases.handovers.receiving import managers_of
from cases.permissions import GRANTS, Action
from clusters.models import User
from common.deadlines import local_day


@transaction.atomic
def ask_about_handover(
    *, handover_id: int, words: str, by: User, at: datetime | None = None
) -> Handover:
    """Ask the casusregisseur for more.

    Rules: OD-4 (the term runs on until the answer).
    Raises: RuleViolation when it is over or something was asked already; PermissionDenied.
    Effects: the question; a line; a notice to the casusregisseur; audit line.
    """
    at = at or timezone.now()
    file, handover = lock_handover(handover_id, by)
    decision = GRANTS.require(by, Action.ANSWER_HANDOVER, handover)
    step(handover, "ask")
    handover.asked = handover.shut("asked", words)
    handover.version += 1
    handover.save(update_fields=["state", "asked", "version"])
    kind = LineKind.HANDOVER_ASKED
    leave(handover, kind, "asked", by=by, at=at, decision=decision, words=words)
    what = f"asked:{handover.version}"
    text = f"{by} vraagt toelichting op {handover}."
    tell({file.director_id}, handover, text, at=at, what=what)
    return handover


@transaction.atomic
def open_early(*, handover_id: int, words: str, by: User, at: datetime | None = None) -> Handover:
    """Read the dossier before deciding, with a reason, until the term of the answer.

    Rules: OD-2 (gated and logged; the casusregisseur is told; reading only; twice is once).
    Raises: RuleViolation when it is over; PermissionDenied.
    Effects: a reader with an end; a line with the reason; a notice; audit line.
    """
    at = at or timezone.now()
    file, handover = lock_handover(handover_id, by)
    decision = GRANTS.require(by, Action.ANSWER_HANDOVER, handover)
    due = local_day(handover.answer_by or at)
    until = max(due, local_day(at))
    if not let_read(file, by, FileRole.PREVIEW, until=until, by=by, at=at):
        return handover
    leave(handover, LineKind.EARLY, "opened_early", by=by, at=at, decision=decision, words=words)
    text = f"{by} leest dossier {file} om over {handover} te beslissen."
    tell({file.director_id}, handover, text, at=at, what=f"early:{by.pk}")
    return handover


@transaction.atomic
def refuse_handover(
    *, handover_id: int, reason: str, words: str, by: User, at: datetime | None = None
) -> Handover:
    """Do not take it over; the casusregie stays where it is.

    Rules: OD-8 (with a reason from the list), OD-9 (the casusregisseur sees that it came back).
    Raises: RuleViolation when somebody was first; PermissionDenied.
    Effects: the end; who read early reads no more; a line; notices to the casusregisseur and both
        managers; audit line.
    """
    at = at or timezone.now()
    file, handover = lock_handover(handover_id, by)
    decision = GRANTS.require(by, Action.ANSWER_HANDOVER, handover)
    end(handover, "refuse", by=by, at=at)
    handover.reason = Refusal(reason)
    handover.answer = handover.shut("answer", words)
    handover.save()
    end_early_readers(file, by=by, at=at)
    told = f"{handover.get_reason_display()}. {words}"
    kind = LineKind.HANDOVER_NO
    leave(handover, kind, "refused", by=by, at=at, decision=decision, words=told)
    today = local_day(at)
    people = {file.director_id, *managers_of(handover.from_team_id, today)}
    tell(people, handover, f"{handover} is geweigerd en terug bij u.", at=at, what="refused")
    return handover
