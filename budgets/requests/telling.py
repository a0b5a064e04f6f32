"""Who hears of a request, inside an act."""

from datetime import datetime

from budgets.requests.mandate import deciders_of
from budgets.requests.messages import to_decide_text
from budgets.requests.models import BudgetRequest
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
    """Everybody who can decide; when it is urgent the words say so (MB-3)."""
    people = deciders_of(request.team, request.level, local_day(at)) - {request.requested_by_id}
    tell(request, people, to_decide_text(request), f"decide:{request.level}", at)
