"""A reminder the day before, for whoever goes to the table."""

from datetime import datetime, timedelta

from django.db import transaction

from cases.talks.messages import reminder_text
from cases.talks.models import KitchenTableTalk
from clusters.notices.services import notify

AHEAD = timedelta(hours=24)


@transaction.atomic
def remind_of_talks(*, at: datetime) -> int:
    """Tell the worker and the colleagues once that a talk begins within a day.

    Rules: T15 (exactly once per moment; a talk that moves is told again). A second run, or a second
        worker at once, finds nothing.
    Raises: nothing.
    Effects: notices without a name; returns how many.
    """
    soon = KitchenTableTalk.objects.to_remind(at, at + AHEAD).select_related("notification")
    talks = list(soon.select_for_update(of=("self",), skip_locked=True, no_key=True))
    told = 0
    for talk in talks:
        people = set(talk.colleagues.values_list("employee_id", flat=True))
        if talk.notification.handler_id is not None:
            people.add(talk.notification.handler_id)
        told += notify(
            person_ids=people,
            text=reminder_text(talk),
            url_name="talk-detail",
            object_id=talk.pk,
            dedup_key=f"talk:{talk.pk}:{talk.starts_at:%Y%m%d%H%M}",
            at=at,
        )
        talk.reminded_at = at
        talk.save(update_fields=["reminded_at"])
    return told
