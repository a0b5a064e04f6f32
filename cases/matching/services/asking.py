"""Ask a coordinator for a volunteer, and take that back."""

import uuid
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.community.models import Offer
from cases.dossiers.models import LineKind, ResidentFile
from cases.dossiers.tracing import leave_line, may
from cases.matching.coordinators import in_cluster, memberships_of_coordinators, works_in_team
from cases.matching.lifecycle import LIFECYCLE
from cases.matching.locking import locked, must_run
from cases.matching.models import MatchRequest, SharedBy, Wish, answer_due, consents_to_share
from cases.permissions import GRANTS, Action
from cases.residents.models import Consent
from clusters.models import User
from clusters.notices.services import notify
from common.deadlines import local_day
from common.errors import RuleViolation

NO_CONSENT = (
    "De inwoner gaf geen toestemming die vandaag geldt om naam en hulpvraag te delen met een "
    "vrijwilligersorganisatie. Leg die eerst vast op de kaart, of kies een collega van uw team."
)


@transaction.atomic
def ask_match(
    *,
    submission_key: uuid.UUID,
    file_id: int,
    question_id: uuid.UUID,
    asked_of: User | None,
    urgency: str,
    wish: Wish,
    offer: Offer | None = None,
    by: User,
    at: datetime | None = None,
) -> MatchRequest:
    """Ask one coordinator, or (None) those of the cluster, for a volunteer.

    Rules: MV-1 (for a question that runs, asked of who coordinates today), MV-3 (within the team,
        or with a consent that is in force today), MV-4 (the answer has a term), DS-9 (sent twice).
    Raises: RuleViolation when the question ended, nobody coordinates, or the resident did not
        consent; PermissionDenied.
    Effects: a match request; a line; a notice to the coordinator; audit line.
    """
    at = at or timezone.now()
    file = ResidentFile.objects.visible_to(by).select_for_update(of=("self",)).get(pk=file_id)
    decision = may(file, Action.ASK_MATCH, by)
    earlier = MatchRequest.objects.filter(uuid=submission_key, file=file).first()
    if earlier is not None:
        return earlier
    question = file.questions.select_related("domain").get(pk=question_id)
    must_run(question)
    people = _who_can_be_asked(file, asked_of, by, local_day(at))
    consent = _consent_for(file, asked_of, local_day(at))
    match = MatchRequest(uuid=submission_key, file=file, question=question, offer=offer)
    match.asked_at, match.asked_by, match.urgency = at, by, urgency
    match.of_everybody, match.coordinator, match.consent = asked_of is None, asked_of, consent
    _keep(match, wish)
    leave_line(file, LineKind.MATCH_ASKED, by=by, at=at, question=question, person=asked_of)
    record("match.asked", match, by=by, decision=decision)
    _tell(people, match, f"{by} vraagt u een vrijwilliger te zoeken ({match}).", at=at)
    return match


@transaction.atomic
def withdraw_match(
    *, match_id: int, words: str, by: User, at: datetime | None = None
) -> MatchRequest:
    """The volunteer is not needed any more.

    Rules: MV-8 (who works in the dossier, before there is an answer; twice is once).
    Raises: RuleViolation when there is an answer; PermissionDenied.
    Effects: the end of the request, locked by ``select_for_update`` after its dossier; a line; a
        notice to the coordinator; audit line.
    """
    at = at or timezone.now()
    file, match = locked(match_id, by)
    decision = GRANTS.require(by, Action.ASK_MATCH, match)
    state = LIFECYCLE.target("withdraw", match.state)
    match.state, match.answered_at = state, at
    match.keep_answer(words)
    match.save(update_fields=["state", "answered_at", "answer"])
    leave_line(file, LineKind.MATCH_WITHDRAWN, by=by, at=at, words=words, question=match.question)
    record("match.withdrawn", match, by=by, decision=decision, fields=["state"])
    if match.coordinator_id:
        people = {match.coordinator_id} - {by.pk}
        _tell(people, match, f"{by} trok {match} in.", at=at)
    return match


def _keep(match: MatchRequest, wish: Wish) -> None:
    """Fill in what follows from the rest, seal the wish, and save the row."""
    file = match.file
    match.resident_id, match.team_id = file.resident_id, file.team_id
    match.cluster_id, match.answer_by = file.team.cluster_id, answer_due(match.asked_at)
    match.shared_by = SharedBy.TEAM if match.consent is None else SharedBy.CONSENT
    match.keep_wish(wish)
    match.save(force_insert=True)


def _who_can_be_asked(file: ResidentFile, asked_of: User | None, by: User, day: date) -> set[int]:
    """Who gets the request; raises RuleViolation when nobody coordinates."""
    if asked_of is None:
        people = in_cluster(file.team.cluster_id, day) - {by.pk}
        if not people:
            raise RuleViolation(
                "In dit cluster zoekt vandaag niemand vrijwilligers. Kies een collega.",
                field="asked_of",
            )
        return people
    coordinators = memberships_of_coordinators(day).filter(user=asked_of)
    if asked_of.pk == by.pk or not coordinators.exists():
        raise RuleViolation("Deze collega zoekt vandaag geen vrijwilligers.", field="asked_of")
    return {asked_of.pk}


def _consent_for(file: ResidentFile, asked_of: User | None, day: date) -> Consent | None:
    """The consent it is shared with; None when it stays within the team (WMO 5.3.3 lid 3)."""
    if asked_of is not None and works_in_team(asked_of, file, day):
        return None
    consent = consents_to_share(file.resident_id, day).order_by("-valid_from", "-pk").first()
    if consent is None:
        raise RuleViolation(NO_CONSENT, field="asked_of")
    return consent


def _tell(people: set[int], match: MatchRequest, text: str, *, at: datetime) -> None:
    """A notice without anything about the resident."""
    notify(
        person_ids=people,
        text=text,
        url_name="match-detail",
        object_id=match.pk,
        dedup_key=f"match:{match.pk}:{match.state}",
        at=at,
    )
