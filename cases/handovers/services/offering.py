"""The casusregisseur writes an offer, offers it, explains it and takes it back."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.dossiers.models import LineKind, ResidentFile
from cases.dossiers.tracing import may
from cases.handovers.locking import end, leave, lock_handover, must_be_current, step, tell
from cases.handovers.models import Handover, Offer
from cases.handovers.readers import end_early_readers
from cases.handovers.receiving import managers_of, teams_for, workers_of
from cases.handovers.terms import answer_due, due_after_answer
from cases.permissions import GRANTS, Action
from clusters.models import Team, TeamKind, User
from common.deadlines import local_day
from common.errors import RuleViolation

NOBODY = "In dit team kan vandaag niemand een dossier overnemen. Kies een ander team."
RUNS = "Er loopt al een overdracht van dit dossier: {0}. Trek die eerst in."
DEAD = "De inwoner is overleden. Sluit het dossier af; overdragen kan niet meer."


@dataclass(frozen=True)
class Draft:
    """What the casusregisseur fills in."""

    to_team: Team
    expertise: str
    urgency: str
    agreed: str
    offer: Offer


@transaction.atomic
def save_handover(
    *,
    submission_key: uuid.UUID,
    file_id: int,
    draft: Draft,
    handover_id: int | None = None,
    version: int = 0,
    by: User,
    at: datetime | None = None,
) -> Handover:
    """Keep an offer as concept: nobody but who works in the dossier sees it.

    Rules: OD-1 (by the casusregisseur, to a team that can direct, one at a time), DS-9 (sent twice
        is once), OD-10 (to the team it came from, it is a return).
    Raises: RuleViolation when another one runs, nobody works there, or the expertise is missing;
        PermissionDenied.
    Effects: the concept; audit line.
    """
    at = at or timezone.now()
    file = ResidentFile.objects.visible_to(by).select_for_update(of=("self",)).get(pk=file_id)
    decision = may(file, Action.OFFER_HANDOVER, by)
    made = Handover.objects.filter(uuid=submission_key, file=file).first()
    if made is not None and handover_id is None:
        return made
    made = _draft_of(file, handover_id, version) or Handover(uuid=submission_key, drafted_at=at)
    _check(file, draft, local_day(at))
    made.file, made.resident_id, made.from_team_id = file, file.resident_id, file.team_id
    made.drafted_by = by if made.pk is None else made.drafted_by
    made.to_team, made.expertise, made.urgency = draft.to_team, draft.expertise, draft.urgency
    made.agreed, made.returns = draft.agreed, _earlier(file, draft.to_team)
    made.version += 1
    made.keep_offer(draft.offer)
    made.save()
    record("handover.drafted", made, by=by, decision=decision)
    return made


@transaction.atomic
def offer_handover(
    *, handover_id: int, version: int, by: User, at: datetime | None = None
) -> Handover:
    """Offer it: from now on the receiving team reads the summary, and its term runs.

    Rules: OD-1 (somebody works there today), OD-5 (the term), OD-2 (a summary, not the dossier).
    Raises: RuleViolation from an old page, when nobody works there, or the resident died;
        PermissionDenied.
    Effects: the offer; a line; a notice to everybody who can take it over; audit line.
    """
    at = at or timezone.now()
    file, handover = lock_handover(handover_id, by)
    decision = GRANTS.require(by, Action.OFFER_HANDOVER, handover)
    if handover.is_waiting:
        return handover
    step(handover, "offer")
    must_be_current(handover, version)
    _must_live(file)
    today = local_day(at)
    people = set(workers_of(handover.to_team, today).values_list("user_id", flat=True)) - {by.pk}
    if not people:
        raise RuleViolation(NOBODY)
    handover.offered_at, handover.offered_by = at, by
    handover.answer_by = answer_due(at, handover.urgency)
    handover.version += 1
    handover.save()
    words = f"Aan {handover.to_team}. {handover.offer.why}"
    leave(handover, LineKind.OFFERED, "offered", by=by, at=at, decision=decision, words=words)
    text = f"{by} biedt uw team een dossier aan ({handover}). Antwoord is nodig."
    tell(people | managers_of(handover.to_team_id, today), handover, text, at=at, what="offered")
    return handover


@transaction.atomic
def explain_handover(
    *, handover_id: int, words: str, by: User, at: datetime | None = None
) -> Handover:
    """Answer the question of the receiving team, which gets time to read it.

    Rules: OD-4 (by the casusregisseur; a day to read it, at least).
    Raises: RuleViolation when nothing was asked or it is over; PermissionDenied.
    Effects: the summary with the answer below it; a line; a notice; audit line.
    """
    at = at or timezone.now()
    _, handover = lock_handover(handover_id, by)
    decision = GRANTS.require(by, Action.OFFER_HANDOVER, handover)
    step(handover, "explain")
    before = handover.offer
    told = f"{before.summary}\n\nGevraagd: {handover.question}\nToelichting: {words}"
    handover.keep_offer(Offer(told, before.why, before.told))
    if handover.answer_by is not None:
        handover.answer_by = due_after_answer(at, handover.answer_by)
    handover.version += 1
    handover.save()
    kind = LineKind.HANDOVER_TOLD
    leave(handover, kind, "explained", by=by, at=at, decision=decision, words=words)
    people = set(workers_of(handover.to_team, local_day(at)).values_list("user_id", flat=True))
    what = f"explained:{handover.version}"
    tell(people - {by.pk}, handover, f"{by} lichtte {handover} toe.", at=at, what=what)
    return handover


@transaction.atomic
def withdraw_handover(
    *, handover_id: int, words: str, by: User, at: datetime | None = None
) -> Handover:
    """Take it back before it was accepted.

    Rules: OD-3 (by the casusregisseur, as long as it runs).
    Raises: RuleViolation when there is an answer; PermissionDenied.
    Effects: the end; who read the dossier early reads no more; a line; a notice; audit line.
    """
    at = at or timezone.now()
    file, handover = lock_handover(handover_id, by)
    decision = GRANTS.require(by, Action.OFFER_HANDOVER, handover)
    was_waiting = handover.is_waiting
    end(handover, "withdraw", by=by, at=at)
    handover.answer = handover.shut("answer", words) if words else b""
    handover.save()
    end_early_readers(file, by=by, at=at)
    kind = LineKind.HANDOVER_OFF
    leave(handover, kind, "withdrawn", by=by, at=at, decision=decision, words=words)
    if was_waiting:
        people = set(workers_of(handover.to_team, local_day(at)).values_list("user_id", flat=True))
        tell(people - {by.pk}, handover, f"{by} trok {handover} in.", at=at, what="withdrawn")
    return handover


@transaction.atomic
def drop_agreement(
    *, handover_id: int, words: str, by: User, at: datetime | None = None
) -> Handover:
    """The resident no longer agrees: the receiving team reads nothing more, from now on.

    Rules: OD-11 (nobody takes over without agreement or another ground; said once).
    Raises: RuleViolation when it is over or rests on another ground; PermissionDenied.
    Effects: the moment; who read the dossier early reads no more; a line; audit line.
    """
    at = at or timezone.now()
    file, handover = lock_handover(handover_id, by)
    decision = GRANTS.require(by, Action.OFFER_HANDOVER, handover)
    if handover.unagreed_at is not None:
        return handover
    if not handover.is_waiting or handover.agreed != "resident":
        raise RuleViolation("Deze overdracht rust niet (meer) op het akkoord van de inwoner.")
    handover.unagreed_at = at
    handover.version += 1
    handover.save(update_fields=["unagreed_at", "version"])
    end_early_readers(file, by=by, at=at)
    kind = LineKind.UNAGREED
    leave(handover, kind, "unagreed", by=by, at=at, decision=decision, words=words)
    return handover


def _draft_of(file: ResidentFile, handover_id: int | None, version: int) -> Handover | None:
    """The concept that is written on; refuses a second hand-over of one dossier."""
    running = file.handovers.running().select_for_update(of=("self",)).first()
    if running is None:
        return None
    if running.pk != handover_id or running.is_waiting:
        raise RuleViolation(RUNS.format(running))
    must_be_current(running, version)
    return running


def _check(file: ResidentFile, draft: Draft, today: date) -> None:
    _must_live(file)
    if not teams_for(file, today).filter(pk=draft.to_team.pk).exists():
        raise RuleViolation(NOBODY, field="to_team")
    if draft.to_team.kind == TeamKind.CITY_SOCIAL_TEAM and not draft.expertise:
        raise RuleViolation("Kies welke expertise u vraagt van het SST.", field="expertise")


def _must_live(file: ResidentFile) -> None:
    if file.resident.deceased_on is not None:
        raise RuleViolation(DEAD)


def _earlier(file: ResidentFile, to_team: Team) -> Handover | None:
    """The hand-over by which the dossier came from that team: this one takes it back."""
    rows = file.handovers.filter(state="accepted", to_team_id=file.team_id, from_team=to_team)
    return rows.order_by("-ended_at").first()
