"""What the worker does: what lapses, which advance is late, and what nobody decided in time."""

from datetime import date, datetime
from operator import attrgetter

from django.db import transaction

from audit.services import record
from budgets.requests.lifecycle import LIFECYCLE
from budgets.requests.locking import release
from budgets.requests.mandate import deciders_of
from budgets.requests.messages import lapsed_text, late_text, undecided_text
from budgets.requests.models import REMINDED_AFTER, BudgetRequest, Level
from budgets.requests.telling import escalate, tell
from common.deadlines import local_day

AT_ONCE = 200
MANAGER_FROM = 30
"""From so many days late the manager hears it too."""


@transaction.atomic
def look_after_budgets(*, at: datetime) -> int:
    """Let what nobody paid lapse, say that advances are late, and take urgent ones higher up.

    Rules: MB-10 (after sixty days the reservation lapses, with a notice), MB-15 (after 1, 30, 60
        and 90 days who must ask hears it; from 30 days the manager too), MB-24 (urgent and not
        decided in time: the next level too), T15.
    Raises: nothing.
    Effects: entries and states of rows locked by ``select_for_update``; notices; audit lines;
        returns how many rows. A second worker skips what is locked and finds the rest done.
    """
    today = local_day(at)
    rows = BudgetRequest.objects.select_related("team", "file", "waakvlam").select_for_update(
        of=("self",), skip_locked=True
    )
    lapsed = list(rows.lapsed(today)[:AT_ONCE])
    for request in sorted(lapsed, key=attrgetter("pot_id")):  # pots are locked in one order
        _lapse(request, at)
    late = list(rows.to_remind(today)[:AT_ONCE])
    for request in late:
        _remind(request, today, at)
    undecided = list(rows.undecided(at)[:AT_ONCE])
    for request in undecided:
        escalate(request, undecided_text(request), at)
    return len(lapsed) + len(late) + len(undecided)


def _lapse(request: BudgetRequest, at: datetime) -> None:
    """The money goes back to the pot."""
    request.state = LIFECYCLE.target("lapse", request.state)
    release(request, by=None, at=at)
    request.version += 1
    request.save(update_fields=["state", "version"])
    record("budget.lapsed", request, by=None, fields=["state"])
    tell(request, {request.requested_by_id}, lapsed_text(request), "lapsed", at)


def _remind(request: BudgetRequest, today: date, at: datetime) -> None:
    """Who asked, and who directs the dossier now; later the manager of the team."""
    days = request.days_late(today)
    step = max(each for each in REMINDED_AFTER if each <= days)
    people = {request.requested_by_id}
    if request.file is not None:
        people.add(request.file.director_id)
    if request.waakvlam is not None:
        people.add(request.waakvlam.owner_id)
    if step >= MANAGER_FROM:
        people |= deciders_of(request.team, Level.MANAGER, today)
    key = f"late:{request.expected_on:%Y%m%d}:{step}"
    tell(request, people, late_text(request, days), key, at)
    request.reminded = step
    request.save(update_fields=["reminded"])
