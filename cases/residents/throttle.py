"""Searching is for who one works with: more than that in ten minutes is refused (T1, T2)."""

from datetime import datetime, timedelta

from audit.models import AuditEvent
from clusters.models import User

SEARCHED = "resident.searched"
MOST, WITHIN = 60, timedelta(minutes=10)
TOO_MANY = "U hebt in korte tijd veel gezocht. Wacht een paar minuten."


def searched_too_often(user: User, at: datetime) -> bool:
    """Whether this employee searched more than anybody's work asks; one query."""
    lately = AuditEvent.objects.filter(actor_id=user.pk, code=SEARCHED, at__gt=at - WITHIN)
    return lately[: MOST + 1].count() >= MOST
