"""What comes after an answer, and what the worker does when there is none."""

import uuid
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.dossiers.models import FileLine, LineKind, ResidentFile
from cases.dossiers.tracing import leave_line, may
from cases.handovers.lifecycle import CAME_BACK, WAITING
from cases.handovers.locking import end, leave, lock_handover, tell
from cases.handovers.models import Handover
from cases.handovers.readers import end_early_readers
from cases.handovers.receiving import managers_of, workers_of
from cases.handovers.terms import remind_from
from cases.permissions import GRANTS, Action
from clusters.models import User
from common.deadlines import local_day

AT_ONCE = 200


@transaction.atomic
def mark_seen(*, handover_id: int, by: User, at: datetime | None = None) -> Handover:
    """The casusregisseur saw that it came back and goes on with the dossier.

    Rules: OD-9 (it stays in Mijn werk until then; twice is once).
    Raises: PermissionDenied.
    Effects: the moment; audit line.
    """
    at = at or timezone.now()
    _, handover = lock_handover(handover_id, by)
    decision = GRANTS.require(by, Action.OFFER_HANDOVER, handover)
    if handover.state in CAME_BACK and handover.seen_at is None:
        handover.seen_at = at
        handover.save(update_fields=["seen_at"])
        record("handover.seen", handover, by=by, decision=decision, fields=["seen_at"])
    return handover


@transaction.atomic
def add_late_note(
    *, submission_key: uuid.UUID, file_id: int, words: str, by: User, at: datetime | None = None
) -> FileLine:
    """The one thing a former casusregisseur still writes: what the new one must know.

    Rules: OD-7 (for some weeks after the hand-over), DS-9 (sent twice is once).
    Raises: RuleViolation when the dossier is closed; PermissionDenied.
    Effects: a line; a notice to the casusregisseur; audit line.
    """
    at = at or timezone.now()
    file = ResidentFile.objects.visible_to(by).select_for_update(of=("self",)).get(pk=file_id)
    decision = may(file, Action.ADD_LATE_NOTE, by)
    made = FileLine.objects.filter(file=file, uuid=submission_key).first()
    if made is not None:
        return made
    line = leave_line(file, LineKind.LATE_NOTE, by=by, at=at, words=words, key=submission_key)
    record("handover.late_note", file, by=by, decision=decision)
    handover = file.handovers.filter(state="accepted").order_by("-ended_at").first()
    if handover is not None:
        text = f"{by} vulde dossier {file} aan na de overdracht."
        tell({file.director_id}, handover, text, at=at, what=f"note:{submission_key}")
    return line


@transaction.atomic
def remind_of_handovers(*, at: datetime) -> int:
    """Tell the receiving team and its manager once that the term of an answer is near.

    Rules: OD-5 (a day before the end; once per term). A second run finds everybody told.
    Raises: nothing.
    Effects: notices without anything about the resident; returns how many.
    """
    rows = Handover.objects.filter(state__in=WAITING, answer_by__gt=at).order_by("answer_by", "pk")
    rows = rows.select_related("to_team").select_for_update(of=("self",), skip_locked=True)
    told = 0
    for handover in rows[:AT_ONCE]:
        due = handover.answer_by
        if due is None or at < remind_from(due):
            break
        today = local_day(at)
        people = set(workers_of(handover.to_team, today).values_list("user_id", flat=True))
        people |= managers_of(handover.to_team_id, today)
        text = f"{handover} vraagt antwoord: de termijn is bijna om."
        told += tell(
            people - {handover.offered_by_id or 0},
            handover,
            text,
            at=at,
            what=f"near:{due:%Y%m%d%H%M}",
        )
    return told


@transaction.atomic
def expire_handover(*, handover_id: int, file_id: int, at: datetime) -> bool:
    """Give back what nobody answered within its term; an answer a second ago wins.

    Rules: OD-9 (past the term it is visibly back with the sender; the casusregie never moved).
    Raises: nothing.
    Effects: the end; who read early reads no more; a line; notices to the sender and both managers;
        audit line; whether it was done.
    """
    file = ResidentFile.objects.select_for_update(of=("self",)).get(pk=file_id)
    rows = Handover.objects.expired(at).select_for_update(of=("self",))
    handover = rows.select_related("offered_by", "to_team").filter(pk=handover_id).first()
    if handover is None or handover.offered_by is None:
        return False
    handover.file = file
    end(handover, "expire", by=None, at=at)
    handover.save()
    sender = handover.offered_by
    end_early_readers(file, by=sender, at=at)
    words = f"{handover.to_team} antwoordde niet op tijd."
    leave(handover, LineKind.HANDOVER_LATE, "expired", by=sender, at=at, words=words)
    today = local_day(at)
    people = {file.director_id, sender.pk, *managers_of(handover.from_team_id, today)}
    people |= managers_of(handover.to_team_id, today)
    text = f"{handover} is verlopen zonder antwoord. De regie bleef waar zij was."
    tell(people, handover, text, at=at, what="expired")
    return True
