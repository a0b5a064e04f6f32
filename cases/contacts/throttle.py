"""Looking up is for callers on the line: more than that in ten minutes is refused (T1, T5)."""

from datetime import datetime, timedelta

from audit.models import AuditEvent
from clusters.models import User

LOOKED_UP = "contact.caller_looked_up"
MOST, WITHIN = 60, timedelta(minutes=10)
TOO_MANY = "U hebt in korte tijd veel bellers opgezocht. Wacht een paar minuten."


def looked_up_too_often(user: User, at: datetime) -> bool:
    """Whether this employee looked up more callers than anybody can have on the line; one query."""
    lately = AuditEvent.objects.filter(actor_id=user.pk, code=LOOKED_UP, at__gt=at - WITHIN)
    return lately[: MOST + 1].count() >= MOST
