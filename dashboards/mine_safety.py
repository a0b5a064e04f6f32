"""Of Mijn werk the meldcodes that go on soon; only for who is inside (MC-13)."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils import timezone

from cases.meldcode.lights import light_of
from cases.models import SafetyCode
from clusters.models import User
from common.templatetags.screen import address, deadline
from common.weeks import midnight
from dashboards.work import WorkItem

SAFETY = ("next_on", "state")


def safety_of(user: User) -> QuerySet[SafetyCode]:
    """Of who does it what comes soon; of the aandachtsfunctionaris what is late."""
    return SafetyCode.objects.due(user, timezone.now())


def safety_items(rows: Iterable[SafetyCode], user: User) -> list[WorkItem]:
    """A row per meldcode, by the day on which it goes on; it says no more than a number."""
    at = timezone.now()
    return [
        WorkItem(
            due_at=midnight(row.next_on),
            light=light_of(row, at),
            when=deadline(row.next_on),
            url=address("safety-detail", row.pk),
            label="Verdergaan",
            reference=str(row),
            resident=row.resident,
            subject="Afgeschermd",
            status=row.get_state_display(),
        )
        for row in rows
        if row.next_on is not None
    ]
