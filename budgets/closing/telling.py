"""Who hears that a year was closed, inside an act."""

from datetime import datetime

from budgets.closing.models import YearClosing
from clusters.models import Membership, Role
from clusters.notices.services import notify
from common.deadlines import local_day


def tell(closing: YearClosing, text: str, at: datetime) -> None:
    """Who asked it, and the controllers; the page of the year is where it leads."""
    rows = Membership.objects.running(local_day(at)).filter(role=Role.CONTROLLER)
    notify(
        person_ids={closing.asked_by_id, *rows.values_list("user_id", flat=True)},
        text=text,
        url_name="year-statement",
        object_id=closing.year,
        dedup_key=f"closing:{closing.key}:{closing.state}",
        at=at,
    )
