"""A hand-over with its dossier, locked in one order, and the line an act leaves."""

from datetime import datetime

from audit.services import record
from cases.dossiers.models import LineKind, ResidentFile
from cases.dossiers.tracing import leave_line
from cases.handovers.lifecycle import LIFECYCLE
from cases.handovers.models import Handover
from clusters.models import User
from clusters.notices.services import notify
from common.access import Decision
from common.errors import RuleViolation

CHANGED = "Een collega heeft deze overdracht net gewijzigd. Lees wat er nu staat."


def lock_handover(handover_id: int, by: User) -> tuple[ResidentFile, Handover]:
    """First the dossier, as every act in it does, and then the hand-over in scope.

    The receiving team does not see the dossier: it is locked, not read.
    """
    scope = Handover.objects.visible_to(by)
    number = scope.values_list("file_id", flat=True).get(pk=handover_id)
    files = ResidentFile.objects.select_related("director", "team", "resident")
    file = files.select_for_update(of=("self",)).get(pk=number)
    rows = scope.select_related("from_team", "to_team", "offered_by")
    handover = rows.select_for_update(of=("self",)).get(pk=handover_id)
    handover.file = file
    return file, handover


def step(handover: Handover, name: str) -> None:
    """The next state.

    Raises: RuleViolation when somebody was first.
    """
    if not LIFECYCLE.allows(name, handover.state):
        raise RuleViolation(f"Deze overdracht is intussen {handover.get_state_display().lower()}.")
    handover.state = LIFECYCLE.target(name, handover.state)


def end(handover: Handover, name: str, *, by: User | None, at: datetime) -> None:
    """The last state but one, with who and when; the caller saves the row."""
    step(handover, name)
    handover.ended_at, handover.ended_by = at, by
    handover.version += 1


def must_be_current(handover: Handover, version: int) -> None:
    """Not from an old page.

    Raises: RuleViolation.
    """
    if handover.version != version:
        raise RuleViolation(CHANGED, field="version")


def leave(
    handover: Handover,
    kind: LineKind,
    code: str,
    *,
    by: User,
    at: datetime,
    decision: Decision | None = None,
    words: str = "",
    person: User | None = None,
) -> None:
    """The line in the dossier and the line in the trail."""
    leave_line(handover.file, kind, by=by, at=at, words=words, person=person)
    record(f"handover.{code}", handover, by=by, decision=decision, fields=["state"])


def tell(people: set[int], handover: Handover, text: str, *, at: datetime, what: str) -> int:
    """A notice without anything about the resident; returns how many were new."""
    return notify(
        person_ids=people,
        text=text,
        url_name="handover-detail",
        object_id=handover.pk,
        dedup_key=f"handover:{handover.pk}:{what}",
        at=at,
    )
