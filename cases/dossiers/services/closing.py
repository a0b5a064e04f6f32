"""Close a dossier when nothing in it is open any more."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from audit.services import record
from cases.dossiers.lifecycle import LIFECYCLE
from cases.dossiers.models import (
    HIGHEST,
    LOWEST,
    Asked,
    FileEvaluation,
    Follows,
    LineKind,
    ResidentFile,
    SatisfactionCount,
)
from cases.dossiers.tracing import leave_line, may
from cases.dossiers.unfinished import unfinished
from cases.permissions import Action
from clusters.models import User
from common.deadlines import local_day
from common.errors import RuleViolation


@transaction.atomic
def close_file(
    *,
    file_id: int,
    words: str,
    well: str = "",
    stays: str = "",
    follows: str = "",
    grade: int | None = None,
    thought_along: bool | None = None,
    by: User,
    at: datetime | None = None,
) -> ResidentFile:
    """End the dossier; from then on it changes no more.

    Rules: DS-6 (not with something open: the refusal says what), DS-7 (it changes no more), DS-19
        (an evaluation when somebody wrote one), DS-20 (what the resident thought is only counted).
    Raises: RuleViolation with the list of what is open, or without a word about what else follows;
        PermissionDenied.
    Effects: the end of the dossier; a line; the evaluation; audit line. The casusregisseur stays
        the last one. Answers of the resident are one more in a count, and nowhere else.
    """
    at = at or timezone.now()
    scope = ResidentFile.objects.visible_to(by).select_for_update(of=("self",))
    file = scope.get(pk=file_id)
    if not file.is_open and file.relations_to(by):
        return file
    decision = may(file, Action.CLOSE_FILE, by)
    left = unfinished(file)
    if left:
        raise RuleViolation(f"Er staat nog open: {', '.join(left)}.")
    _evaluate(file, well=well, stays=stays, follows=follows, by=by, at=at)
    _count(file, {Asked.GRADE: grade, Asked.THINK_ALONG: thought_along}, local_day(at))
    leave_line(file, LineKind.CLOSED, by=by, at=at, words=words)
    file.state, file.ended_at = LIFECYCLE.target("close", file.state), at
    file.save(update_fields=["state", "ended_at"])
    record("file.closed", file, by=by, decision=decision, fields=["state", "ended_at"])
    return file


def _evaluate(
    file: ResidentFile, *, well: str, stays: str, follows: str, by: User, at: datetime
) -> None:
    """Keep what was said, when anything was; raises RuleViolation (DS-19)."""
    if not (well or stays or follows):
        return
    if follows == Follows.OTHER and not stays:
        raise RuleViolation("Schrijf bij “Wat blijft er nodig?” op wat volgt.", field="stays")
    evaluation = FileEvaluation(file=file, resident_id=file.resident_id, at=at, by=by)
    evaluation.follows = follows or Follows.NOTHING
    evaluation.keep_texts(well=well, stays=stays)
    evaluation.save(force_insert=True)


def _count(file: ResidentFile, answers: dict[Asked, int | bool | None], day: date) -> None:
    """One more in the counts of the cluster and quarter (DS-20); raises RuleViolation."""
    grade = answers[Asked.GRADE]
    if grade is not None and not LOWEST <= grade <= HIGHEST:
        raise RuleViolation(f"Een cijfer is {LOWEST} tot en met {HIGHEST}.", field="grade")
    if file.team.cluster_id is None:
        return
    counts = SatisfactionCount.objects
    for asked, answer in answers.items():
        if answer is None:
            continue
        row, _ = counts.get_or_create(
            cluster_id=file.team.cluster_id,
            year=day.year,
            quarter=(day.month + 2) // 3,
            asked=asked,
            answer=int(answer),
        )
        counts.filter(pk=row.pk).update(n=F("n") + 1)
