"""Who hears of a request, inside an act."""

from datetime import datetime

from audit.services import record
from budgets.requests.mandate import deciders_of
from budgets.requests.messages import to_decide_text
from budgets.requests.models import BudgetRequest, Level
from clusters.notices.services import notify
from common.deadlines import local_day


def tell(request: BudgetRequest, people: set[int], text: str, what: str, at: datetime) -> None:
    """Say it once; the page of the request is where it leads."""
    notify(
        person_ids=people,
        text=text,
        url_name="budget-request",
        object_id=request.pk,
        dedup_key=f"budget:{request.pk}:{what}",
        at=at,
    )


def tell_deciders(request: BudgetRequest, at: datetime) -> None:
    """Everybody who can decide; when it is urgent the words say so (MB-3).

    When a team has nobody who can, it goes to the next level at once (MB-24).
    """
    people = deciders_of(request.team, request.level, local_day(at)) - {request.requested_by_id}
    tell(request, people, to_decide_text(request), f"decide:{request.level}", at)
    if not people and request.level == Level.MANAGER:
        escalate(request, to_decide_text(request), at)


def escalate(request: BudgetRequest, text: str, at: datetime) -> None:
    """The general manager can decide about it too from now on, and hears it (MB-24)."""
    request.escalated_at = at
    request.version += 1
    request.save(update_fields=["escalated_at", "version"])
    record("budget.escalated", request, by=None, fields=["escalated_at"])
    people = deciders_of(request.team, Level.GENERAL, local_day(at)) - {request.requested_by_id}
    tell(request, people, text, "undecided", at)
