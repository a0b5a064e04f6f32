"""Writing down collective work and correcting it (CW-1…CW-5)."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from audit.services import record
from cases.collective.lifecycle import CollectiveState
from cases.collective.models import MOMENTS, CollectiveEntry, EffortClass, Reach, served_clusters
from cases.collective.wording import refuse_residents
from cases.community.models import Organisation
from cases.intakes.models import LifeDomain
from cases.permissions import GRANTS, Action
from clusters.models import Cluster, Membership, Neighbourhood, NeighbourhoodAssignment, Team, User
from common.deadlines import local_day
from common.errors import RuleViolation

SAYS = ("title", "topic", "neighbourhood", "employee", "effort", "reach", "description")
SOONEST = date(2015, 1, 1)
"""The wijkteams of the city began in this year."""


@dataclass(frozen=True)
class EntryText:
    """Collective work as it was typed; ``day`` is when it was, or when it began (None: an idea)."""

    kind: str
    title: str
    topic: LifeDomain
    neighbourhood: Neighbourhood
    employee: User
    effort: EffortClass
    day: date | None
    reach: str = Reach.UNKNOWN
    description: str = ""
    partners: Collection[Organisation] = ()


@transaction.atomic
def create_entry(
    *,
    submission_key: uuid.UUID,
    team: Team,
    text: EntryText,
    by: User,
    at: datetime | None = None,
) -> CollectiveEntry:
    """Write down what a team does for a neighbourhood; a contact or presence is done at once.

    Rules: CW-1 (no residents), CW-3, CW-4 (with a day it runs, without one it is an idea), CW-8 (of
        the own team, in a neighbourhood it serves); two clicks make one.
    Raises: RuleViolation for a day, place or words that cannot be; PermissionDenied.
    Effects: the entry and its partners; audit line.
    """
    at = at or timezone.now()
    decision = GRANTS.require(by, Action.REGISTER_COLLECTIVE)
    if team.pk not in by.team_ids:
        raise PermissionDenied
    _check(text, team, local_day(at))
    cluster = _cluster_of(text.neighbourhood, by, local_day(at))
    said = {name: getattr(text, name) for name in ("kind", *SAYS)} | _begun(text)
    kept = {"registered_at": at, "changed_at": at, "changed_by": by, "team": team}
    try:
        with transaction.atomic():
            entry = CollectiveEntry.objects.create(
                submission_key=submission_key, cluster=cluster, **said, **kept
            )
    except IntegrityError:
        return CollectiveEntry.objects.get(submission_key=submission_key)
    entry.partners.set(text.partners)
    record("collective.created", entry, by=by, decision=decision)
    return entry


@transaction.atomic
def change_entry(
    *, entry_id: int, text: EntryText, version: int, by: User, at: datetime | None = None
) -> CollectiveEntry:
    """Correct what was written; ``version`` is the one the form knew.

    Rules: CW-1, CW-3, CW-8 (the team that does it); nobody overwrites a colleague.
    Raises: RuleViolation when a colleague was first, or as for a new one; PermissionDenied.
    Effects: the entry, locked by ``select_for_update``; audit line with names of fields.
    """
    at = at or timezone.now()
    rows = CollectiveEntry.objects.visible_to(by).select_for_update(of=("self",), no_key=True)
    entry: CollectiveEntry = rows.select_related("changed_by", "team").get(pk=entry_id)
    decision = GRANTS.require(by, Action.KEEP_COLLECTIVE, entry)
    values = {name: getattr(text, name) for name in SAYS} | _moved(entry, text)
    changed = [name for name, value in values.items() if getattr(entry, name) != value]
    if {row.pk for row in text.partners} != set(entry.partners.values_list("pk", flat=True)):
        changed.append("partners")
    if not changed:
        return entry
    _newest(entry, version)
    _check(text, entry.team, local_day(at), before=entry)
    if "neighbourhood" in changed:
        values["cluster"] = _cluster_of(text.neighbourhood, by, local_day(at))
    _save(entry, values, by, at)
    entry.partners.set(text.partners)
    record("collective.changed", entry, by=by, decision=decision, fields=changed)
    return entry


def _save(entry: CollectiveEntry, values: dict[str, object], by: User, at: datetime) -> None:
    for name, value in values.items():
        setattr(entry, name, value)
    entry.version += 1
    entry.changed_at, entry.changed_by = at, by
    entry.save(update_fields=[*values, "version", "changed_at", "changed_by"])


def _newest(entry: CollectiveEntry, version: int) -> None:
    """Nobody overwrites a colleague; raises RuleViolation."""
    if entry.version != version:
        raise RuleViolation(
            f"{entry.changed_by} heeft dit intussen gewijzigd. Uw tekst staat hier nog. Open de "
            "pagina opnieuw om die van uw collega te lezen.",
            field="version",
        )


def _begun(text: EntryText) -> dict[str, object]:
    """The state and days something begins with."""
    if text.kind in MOMENTS:
        return {"state": CollectiveState.COMPLETED, "starts_on": text.day, "ends_on": text.day}
    if text.day is None:
        return {"state": CollectiveState.IDEA}
    return {"state": CollectiveState.RUNNING, "starts_on": text.day}


def _moved(entry: CollectiveEntry, text: EntryText) -> dict[str, object]:
    """The days a correction changes: of a moment both, of what began only the first."""
    if entry.is_moment:
        return {"starts_on": text.day, "ends_on": text.day}
    return {} if entry.starts_on is None else {"starts_on": text.day}


def _check(
    text: EntryText, team: Team, today: date, *, before: CollectiveEntry | None = None
) -> None:
    """Words, a day and a colleague that can be; raises RuleViolation."""
    if not text.title.strip():
        raise RuleViolation("Vul in wat het is.", field="title")
    refuse_residents(title=text.title, description=text.description)
    needs_day = text.kind in MOMENTS or (before is not None and before.starts_on is not None)
    if needs_day and text.day is None:
        raise RuleViolation("Vul in op welke dag het was.", field="day")
    if text.day is not None and not SOONEST <= text.day <= today:
        raise RuleViolation("Kies vandaag of een dag die voorbij is.", field="day")
    end = before.ends_on if before is not None and not before.is_moment else None
    if text.day is not None and end is not None and text.day > end:
        raise RuleViolation("Het begin ligt na het einde.", field="day")
    if before is None or before.employee_id != text.employee.pk:
        _check_colleague(text.employee, team, today)


def _check_colleague(employee: User, team: Team, today: date) -> None:
    """Somebody who works in the team today; raises RuleViolation."""
    held = Membership.objects.running(today).filter(team=team, user=employee)
    if not held.exists():
        raise RuleViolation(f"Kies een collega van {team}.", field="employee")


def _cluster_of(place: Neighbourhood, by: User, today: date) -> Cluster:
    """The cluster of a neighbourhood that the employee serves; raises RuleViolation."""
    rows = NeighbourhoodAssignment.objects.valid_on(today).filter(neighbourhood=place)
    found = rows.filter(cluster__in=served_clusters(by)).select_related("cluster").first()
    if found is None:
        raise RuleViolation("Kies een wijk van uw eigen cluster.", field="neighbourhood")
    cluster: Cluster = found.cluster
    return cluster
