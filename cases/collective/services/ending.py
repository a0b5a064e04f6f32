"""Something begins, ends as it was meant, or is stopped with the reason (CW-4)."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.collective.lifecycle import LIFECYCLE, CollectiveState
from cases.collective.models import CollectiveEntry
from cases.collective.wording import refuse_residents
from cases.permissions import GRANTS, Action
from clusters.models import User
from common.access import Decision
from common.deadlines import local_day
from common.errors import RuleViolation


@transaction.atomic
def start_entry(
    *, entry_id: int, day: date, by: User, at: datetime | None = None
) -> CollectiveEntry:
    """An idea becomes something that runs, from a day on.

    Rules: CW-4, CW-5 (from that month on it takes time); a second click changes nothing.
    Raises: RuleViolation for another state or a day to come; PermissionDenied.
    Effects: state and first day; audit line.
    """
    at = at or timezone.now()
    entry, decision = _locked(entry_id, by)
    if (entry.state, entry.starts_on) == (CollectiveState.RUNNING, day):
        return entry
    entry.state = LIFECYCLE.target("start", entry.state)
    _past(day, local_day(at))
    entry.starts_on = day
    _save(entry, ["state", "starts_on"], by, at)
    record("collective.started", entry, by=by, decision=decision, fields=["state", "starts_on"])
    return entry


@transaction.atomic
def end_entry(
    *, entry_id: int, step: str, day: date, outcome: str, by: User, at: datetime | None = None
) -> CollectiveEntry:
    """It ended as meant (``complete``) or is stopped (``stop``), with what came of it in words.

    Rules: CW-1, CW-4 (stopped has a reason; an idea can only be stopped).
    Raises: RuleViolation for another state, a day that cannot be, or no words; PermissionDenied.
    Effects: state, last day and words, on a locked row; audit line.
    """
    at = at or timezone.now()
    entry, decision = _locked(entry_id, by)
    target = CollectiveState.COMPLETED if step == "complete" else CollectiveState.STOPPED
    if (entry.state, entry.ends_on, entry.outcome) == (target, day, outcome):
        return entry
    entry.state = LIFECYCLE.target(step, entry.state)
    _past(day, local_day(at))
    if entry.starts_on is not None and day < entry.starts_on:
        raise RuleViolation("Het einde ligt voor het begin.", field="day")
    if step == "stop" and not outcome.strip():
        raise RuleViolation("Schrijf op waarom het stopt.", field="outcome")
    refuse_residents(outcome=outcome)
    entry.ends_on, entry.outcome = day, outcome
    _save(entry, ["state", "ends_on", "outcome"], by, at)
    code = "collective.completed" if step == "complete" else "collective.stopped"
    record(code, entry, by=by, decision=decision, fields=["state", "ends_on", "outcome"])
    return entry


def _locked(entry_id: int, by: User) -> tuple[CollectiveEntry, Decision]:
    """The row, held until the act is done, and why it may be changed."""
    rows = CollectiveEntry.objects.visible_to(by).select_for_update(of=("self",), no_key=True)
    entry = rows.get(pk=entry_id)
    return entry, GRANTS.require(by, Action.KEEP_COLLECTIVE, entry)


def _past(day: date, today: date) -> None:
    """Nothing is ended or begun ahead; raises RuleViolation."""
    if day > today:
        raise RuleViolation("Kies vandaag of een dag die voorbij is.", field="day")


def _save(entry: CollectiveEntry, names: list[str], by: User, at: datetime) -> None:
    entry.version += 1
    entry.changed_at, entry.changed_by = at, by
    entry.save(update_fields=[*names, "version", "changed_at", "changed_by"])
