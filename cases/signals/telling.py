"""Who hears of a signal that came to their team; inside the act that brings it (SG-2, SG-5)."""

from datetime import datetime

from cases.signals.messages import new_text
from cases.signals.models import Signal, Urgency
from cases.signals.reaching import managers_of, workers_of
from clusters.models import User
from clusters.notices.services import notify
from common.deadlines import local_day


def tell_team(signal: Signal, by: User, at: datetime) -> None:
    """Everybody who can take it; the manager too when it is for today."""
    day = local_day(at)
    people = set(workers_of(signal.team_id, day).values_list("pk", flat=True))
    if signal.urgency == Urgency.TODAY:
        people |= managers_of(signal.team_id, day)
    notify(
        person_ids=people - {by.pk},
        text=new_text(signal),
        url_name="signal-detail",
        object_id=signal.pk,
        dedup_key=f"signal:{signal.pk}:new:{signal.version}",
        at=at,
    )
