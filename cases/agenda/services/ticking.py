"""Ticking points off, alone or with an agreement, and taking that back (TEL-8)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.agenda.messages import made_text, withdrawn_text
from cases.agenda.models import OWNER_ROLES, AgendaPoint, Meeting
from cases.agenda.services.meetings import open_meeting
from cases.agenda.sources import PointRef, in_scope, still_open
from cases.permissions import GRANTS, Action
from clusters.models import Membership, User
from clusters.notices.services import notify, retire_notice
from common.deadlines import local_day
from common.errors import RuleViolation


@dataclass(frozen=True)
class Agreement:
    """What was agreed, who sees to it and before when."""

    text: str
    owner: User
    due_on: date | None = None


@dataclass(frozen=True)
class Ticked:
    """What came of it: how many now, by whom the others were ticked, how many were gone."""

    made: int
    earlier: tuple[str, ...] = ()
    gone: int = 0


@transaction.atomic
def tick_points(
    *,
    refs: Collection[PointRef],
    agreement: Agreement | None = None,
    by: User,
    at: datetime | None = None,
) -> Ticked:
    """Tick points off in the meeting of today; the agreement goes with the first of them.

    Rules: OV-1 (only what one may see), OV-2 (a point is ticked once; the second is told who was
        first), OV-3 (an agreement has an owner who works here and a day that is not over).
    Raises: RuleViolation when an agreement cannot be kept anywhere; PermissionDenied for a point
        out of scope, and then nothing is ticked.
    Effects: points; a notice to the owner; audit line. The meeting of today is locked, with
        ``select_for_update``, so that two who tick follow each other.
    """
    at = at or timezone.now()
    decision = GRANTS.require(by, Action.TICK_AGENDA)
    wanted = set(refs)
    if not wanted or in_scope(by, wanted) != wanted:
        raise PermissionDenied
    if agreement is not None:
        _check(agreement, local_day(at))
    if not still_open(by, wanted, at):
        return _too_late(wanted, agreement, by)
    meeting = open_meeting(day=local_day(at), by=by)
    fresh = still_open(by, wanted, at)
    if not fresh:
        return _too_late(wanted, agreement, by)
    _write(meeting, fresh, agreement, by, at)
    record("agenda.ticked", meeting, by=by, decision=decision, fields=["points"])
    others = _ticked_before(wanted - set(fresh))
    gone = len(wanted) - len(fresh) - len(others)
    return Ticked(len(fresh), tuple(str(point.ticked_by) for point in others), gone)


@transaction.atomic
def undo_tick(*, point_id: int, by: User, at: datetime | None = None) -> bool:
    """Put a point back on the agenda, as long as the meeting lasts; False when it was back.

    Rules: OV-4 (only today, and not what was kept already), OV-1.
    Raises: RuleViolation; PermissionDenied.
    Effects: audit line; the owner of an agreement hears that it is gone, and the notice that it
        was made leads there no longer.
    """
    at = at or timezone.now()
    decision = GRANTS.require(by, Action.TICK_AGENDA)
    rows = AgendaPoint.objects.select_related("meeting").select_for_update(of=("self",))
    point = rows.filter(pk=point_id).first()
    if point is None:
        return False
    ref = (point.kind, point.object_id)
    if not in_scope(by, [ref]):
        raise PermissionDenied
    if point.meeting.held_on != local_day(at):
        raise RuleViolation("Dit overleg is voorbij. Wat toen is afgevinkt, blijft staan.")
    if point.done_at is not None:
        raise RuleViolation("De afspraak bij dit punt is al nagekomen.")
    record("agenda.unticked", point, by=by, decision=decision)
    if point.owner_id is not None:
        retire_notice(person_id=point.owner_id, dedup_key=_key(point, "made"), at=at)
    _tell(point, withdrawn_text(point.meeting.held_on), "withdrawn", by, at)
    point.delete()
    return True


def _check(agreement: Agreement, day: date) -> None:
    """Whether somebody can keep this."""
    if agreement.due_on is not None and agreement.due_on < day:
        raise RuleViolation("Kies vandaag of een latere dag.", field="due_on")
    running = Membership.objects.running(day).filter(role__in=OWNER_ROLES)
    if not running.filter(user_id=agreement.owner.pk).exists():
        raise RuleViolation("Deze collega werkt nu niet bij KCC of wijkteam.", field="owner")


def _write(
    meeting: Meeting, fresh: list[PointRef], agreement: Agreement | None, by: User, at: datetime
) -> None:
    """The points; the first one carries the agreement, and its owner is told."""
    points = [
        AgendaPoint(meeting=meeting, kind=kind, object_id=number, ticked_at=at, ticked_by=by)
        for kind, number in fresh
    ]
    if agreement is not None:
        first = points.pop(0)
        first.agreement, first.owner = agreement.text, agreement.owner
        first.due_on = agreement.due_on
        first.save(force_insert=True)
        _tell(first, made_text(meeting.held_on, first.due_on), "made", by, at)
    AgendaPoint.objects.bulk_create(points)


def _too_late(wanted: set[PointRef], agreement: Agreement | None, by: User) -> Ticked:
    """Nothing left to tick: fine, unless an agreement would be lost."""
    others = _ticked_before(wanted)
    if agreement is not None and not any(_is_same(point, agreement, by) for point in others):
        names = sorted({str(point.ticked_by) for point in others})
        by_whom = f" door {', '.join(names)}" if names else ""
        raise RuleViolation(
            f"Dit is al afgevinkt{by_whom}. Uw afspraak staat hieronder nog, maar is niet bewaard."
        )
    return Ticked(0, tuple(str(point.ticked_by) for point in others), len(wanted) - len(others))


def _is_same(point: AgendaPoint, agreement: Agreement, by: User) -> bool:
    """Whether this is the very agreement, sent twice."""
    kept = (point.agreement, point.owner_id, point.ticked_by_id)
    return kept == (agreement.text, agreement.owner.pk, by.pk)


def _ticked_before(refs: set[PointRef]) -> list[AgendaPoint]:
    """The points among these that somebody ticked off."""
    rows = AgendaPoint.objects.of(refs).select_related("ticked_by")
    return list(rows)


def _tell(point: AgendaPoint, text: str, what: str, by: User, at: datetime) -> None:
    """A notice to whoever must keep the agreement, unless they did this themselves."""
    if point.owner_id is None or point.owner_id == by.pk:
        return
    gone = what == "withdrawn"
    notify(
        person_ids=[point.owner_id],
        text=text,
        url_name="home" if gone else "agreement-detail",
        object_id=None if gone else point.pk,
        dedup_key=_key(point, what),
        at=at,
    )


def _key(point: AgendaPoint, what: str) -> str:
    return f"agenda:{point.pk}:{what}"
