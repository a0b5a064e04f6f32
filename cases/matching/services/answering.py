"""The coordinator takes a request up and answers it."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.dossiers.models import LineKind, ResidentFile
from cases.dossiers.tracing import leave_line
from cases.matching.lifecycle import LIFECYCLE, MatchState
from cases.matching.locking import locked, must_run
from cases.matching.models import MatchRequest, NoMatch, follow_up_day
from cases.permissions import GRANTS, Action
from clusters.models import User
from clusters.notices.services import notify
from common.deadlines import local_day
from common.errors import RuleViolation

LONGEST_WAIT = timedelta(days=183)
"""First contact further away than this is a mistake in the date."""


@transaction.atomic
def take_match(*, match_id: int, by: User, at: datetime | None = None) -> MatchRequest:
    """Say that I look for a volunteer.

    Rules: MV-5 (one coordinator, who takes it first; twice is once), MV-1 (the question runs).
    Raises: RuleViolation when a colleague was first or the question ended; PermissionDenied.
    Effects: the coordinator, on the row locked by ``select_for_update``; a line; audit line.
    """
    at = at or timezone.now()
    file, match = locked(match_id, by)
    if match.coordinator_id not in {None, *by.desk_ids}:
        raise RuleViolation(f"{match.coordinator} pakte deze vraag al op.")
    decision = GRANTS.require(by, Action.ANSWER_MATCH, match)
    if match.state == MatchState.TAKEN:
        return match
    must_run(match.question)
    match.state = LIFECYCLE.target("take", match.state)
    match.coordinator = match.coordinator or by  # a deputy takes it for who was asked (WN-1)
    match.save(update_fields=["state", "coordinator"])
    leave_line(file, LineKind.MATCH_TAKEN, by=by, at=at, question=match.question)
    record("match.taken", match, by=by, decision=decision, fields=["state", "coordinator"])
    return match


@transaction.atomic
def find_match(
    *,
    match_id: int,
    matched_with: str,
    first_contact_on: date,
    words: str = "",
    by: User,
    at: datetime | None = None,
) -> MatchRequest:
    """Say where the volunteer comes from and when they meet for the first time.

    Rules: MV-6 (an organisation or offer, a day from the day it was asked on), MV-10 (two weeks
        later somebody asks whether it works), MV-1 (the question runs). The same answer twice is
        one.
    Raises: RuleViolation for an impossible day, a question that ended, or an answer there is;
        PermissionDenied.
    Effects: the answer, on the row locked by ``select_for_update``; a line; a notice to who asked
        and who directs; audit line.
    """
    at = at or timezone.now()
    file, match = locked(match_id, by)
    decision = GRANTS.require(by, Action.ANSWER_MATCH, match)
    answer = (MatchState.MATCHED, matched_with, first_contact_on)
    if (match.state, match.matched_with, match.first_contact_on) == answer:
        return match
    state = LIFECYCLE.target("match", match.state)
    must_run(match.question)
    _must_be_near(first_contact_on, match, local_day(at))
    match.state, match.answered_at = state, at
    match.matched_with, match.first_contact_on = matched_with, first_contact_on
    match.follow_up_on = follow_up_day(local_day(at), first_contact_on)
    names = ["state", "answered_at", "matched_with", "first_contact_on", "follow_up_on", "answer"]
    _answered(file, match, LineKind.MATCHED, names, words, by=by, at=at)
    record("match.found", match, by=by, decision=decision, fields=names)
    return match


@transaction.atomic
def refuse_match(
    *, match_id: int, reason: str, words: str = "", by: User, at: datetime | None = None
) -> MatchRequest:
    """Say that there is no volunteer, and why.

    Rules: MV-7 (a reason from the list; with another reason a word about it). The same answer
        twice is one.
    Raises: RuleViolation without words where they are needed, or when there is another answer;
        PermissionDenied.
    Effects: the answer, on the row locked by ``select_for_update``; a line; a notice to who asked
        and who directs; audit line.
    """
    at = at or timezone.now()
    file, match = locked(match_id, by)
    decision = GRANTS.require(by, Action.ANSWER_MATCH, match)
    if (match.state, match.reason) == (MatchState.NO_MATCH, reason):
        return match
    state = LIFECYCLE.target("refuse", match.state)
    if reason == NoMatch.OTHER and not words:
        raise RuleViolation("Schrijf kort op waarom.", field="words")
    match.state, match.answered_at, match.reason = state, at, NoMatch(reason)
    names = ["state", "answered_at", "reason", "answer"]
    _answered(file, match, LineKind.NO_MATCH, names, words, by=by, at=at)
    record("match.refused", match, by=by, decision=decision, fields=names)
    return match


def _must_be_near(day: date, match: MatchRequest, today: date) -> None:
    """The first contact is not before the question and not far away; raises RuleViolation."""
    if not local_day(match.asked_at) <= day <= today + LONGEST_WAIT:
        raise RuleViolation(
            "Kies een dag vanaf de dag van de vraag, en binnen een half jaar.",
            field="first_contact_on",
        )


def _answered(
    file: ResidentFile,
    match: MatchRequest,
    kind: LineKind,
    names: list[str],
    words: str,
    *,
    by: User,
    at: datetime,
) -> None:
    """Keep the answer, write it in the dossier, and tell who waits for it."""
    match.keep_answer(words)
    match.save(update_fields=names)
    said = match.matched_with or match.get_reason_display()
    told = f"{said}\n{words}" if words else said
    leave_line(file, kind, by=by, at=at, words=told, question=match.question)
    notify(
        person_ids={match.asked_by_id, file.director_id} - {by.pk},
        text=f"{match} is beantwoord: {match.get_state_display().lower()}.",
        url_name="match-detail",
        object_id=match.pk,
        dedup_key=f"match:{match.pk}:{match.state}",
        at=at,
    )
