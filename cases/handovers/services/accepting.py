"""Take a dossier over: casusregie, team, access and everything open, in one transaction."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.dossiers.models import FileRole, LineKind, ResidentFile
from cases.dossiers.parting import end_colleague_of, pass_direction
from cases.handovers.locking import end, leave, lock_handover, must_be_current, tell
from cases.handovers.manifest import ALONG, STAYS, Item, Passing, missing, move, open_items
from cases.handovers.models import Handover, WarmTalk
from cases.handovers.readers import end_early_readers, let_read
from cases.handovers.receiving import managers_of, works_for
from cases.handovers.services.offering import DEAD
from cases.handovers.terms import reads_until
from cases.permissions import GRANTS, Action
from clusters.models import User
from common.access import Decision
from common.deadlines import local_day
from common.errors import RuleViolation

UNAGREED = "De inwoner trok het akkoord in. Overleg met de casusregisseur."
OPEN = "Kies voor alles wat openstaat of het meegaat of blijft: {0}."


@transaction.atomic
def accept_handover(
    *,
    handover_id: int,
    version: int,
    director: User,
    chosen: Mapping[str, str],
    talk: WarmTalk,
    by: User,
    at: datetime | None = None,
) -> Handover:
    """Take the dossier over, with a casusregisseur of the team and an owner for all that is open.

    Rules: OD-6 (by somebody else than who offered it; casusregie, team and access in one
        transaction; nothing open without an owner), OD-7 (the former one reads on for a while),
        OD-11 (not without agreement), DS-2 (exactly one casusregisseur), T6 (two at once: one).
    Raises: RuleViolation when somebody was first, something open has no choice, the resident died
        or no longer agrees, or the casusregisseur does not work there; PermissionDenied.
    Effects: everything named; the warm talk; lines; notices; audit lines.
    """
    at = at or timezone.now()
    _lock_what_is_open(handover_id, by, local_day(at))
    file, handover = lock_handover(handover_id, by)
    decision = GRANTS.require(by, Action.ANSWER_HANDOVER, handover)
    must_be_current(handover, version)
    _check(file, handover, director, talk, local_day(at))
    items = open_items(file, handover.to_team, local_day(at))
    _check_items(items, chosen)
    end(handover, "accept", by=by, at=at)
    handover.director = director
    handover.keep_talk(talk)
    handover.save()
    _return(handover)
    passing = _passing(handover, director, decision, by, at)
    _hand_over(file, passing, items, chosen)
    _tell(handover, passing, talk)
    return handover


def _lock_what_is_open(handover_id: int, by: User, today: date) -> None:
    """Rows of other rooms first, as the acts of those rooms do (see ``manifest``)."""
    seen = Handover.objects.visible_to(by).select_related("file", "to_team").get(pk=handover_id)
    open_items(seen.file, seen.to_team, today, lock=True)


def _check(
    file: ResidentFile, handover: Handover, director: User, talk: WarmTalk, today: date
) -> None:
    """What must be true whoever accepts."""
    if not file.is_open:
        raise RuleViolation("Dit dossier is afgesloten.")
    if handover.unagreed_at is not None:
        raise RuleViolation(UNAGREED)
    if file.resident.deceased_on is not None:
        raise RuleViolation(DEAD)
    if not works_for(director, handover.to_team, today):
        raise RuleViolation("Deze collega werkt vandaag niet in dit team.", field="director")
    if director.pk == file.director_id:
        raise RuleViolation("Deze collega heeft de regie al.", field="director")
    if talk.on > today:
        raise RuleViolation("Dit gesprek is nog niet geweest.", field="on")


def _check_items(items: list[Item], chosen: Mapping[str, str]) -> None:
    left = missing(items, chosen)
    if left:
        raise RuleViolation(OPEN.format("; ".join(item.label for item in left)))


def _passing(
    handover: Handover, director: User, decision: Decision, by: User, at: datetime
) -> Passing:
    why = f"Meegegaan met overdracht {handover}."
    return Passing(handover.to_team, director, by, at, decision, why)


def _hand_over(
    file: ResidentFile, passing: Passing, items: list[Item], chosen: Mapping[str, str]
) -> None:
    """Team and casusregie; who keeps a task works along, else the former one reads on."""
    before, by, at = file.director, passing.by, passing.at
    kept = [item for item in items if item.key.startswith("task:") and chosen[item.key] == STAYS]
    keeps_work = any(item.owner == before for item in kept)
    end_early_readers(file, by=by, at=at)
    file.team = passing.team
    role = FileRole.HELPER if keeps_work else FileRole.FORMER
    let_read(file, before, role, until=None if keeps_work else reads_until(at), by=by, at=at)
    pass_direction(file, passing.person, by=by, at=at)
    for running in file.colleagues.running(local_day(at)).filter(employee=passing.person):
        end_colleague_of(file, running, by=by, at=at)
    _move(items, chosen, passing)


def _move(items: list[Item], chosen: Mapping[str, str], passing: Passing) -> None:
    """People who stop come last: what they had to do has an owner by then."""
    for item in sorted(items, key=lambda item: item.is_person):
        if chosen[item.key] == ALONG:
            move(item, passing)


def _tell(handover: Handover, passing: Passing, talk: WarmTalk) -> None:
    """The line with the warm talk, the trail, and everybody who must know."""
    file, by, at, director = handover.file, passing.by, passing.at, passing.person
    why = passing.decision
    words = f"{talk.people}\n{talk.promised}"
    kind = LineKind.ACCEPTED
    leave(handover, kind, "accepted", by=by, at=at, decision=why, words=words, person=director)
    record("file.direction_transferred", file, by=by, decision=why, fields=["director"])
    people = {handover.offered_by_id or 0, director.pk}
    people |= managers_of(handover.from_team_id, local_day(at))
    text = f"{handover} is aanvaard: {director} heeft nu de regie."
    tell(people - {by.pk, 0}, handover, text, at=at, what="accepted")


def _return(handover: Handover) -> None:
    """Taking a dossier back ends the hand-over by which it came (OD-10)."""
    earlier = handover.returns
    if earlier is not None and earlier.state == "accepted":
        earlier.state = "returned"
        earlier.version += 1
        earlier.save(update_fields=["state", "version"])
