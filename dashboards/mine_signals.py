"""Of Mijn werk what comes from signals: going to somebody who did not ask (SG-6)."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils import timezone

from cases.models import Signal
from cases.signals.lights import light_of
from clusters.models import User
from common.templatetags.screen import address, deadline
from dashboards.work import WorkItem

SIGNAL = ("due_at", "worry", "state", "neighbourhood__name")


def signals_of(user: User) -> QuerySet[Signal]:
    """Attempts that come soon or are too late."""
    return Signal.objects.work_of(user, timezone.now())


def signal_items(rows: Iterable[Signal], user: User) -> list[WorkItem]:
    """A row per signal; about whom it is stands on its page."""
    at = timezone.now()
    return [
        WorkItem(
            due_at=row.due_at,
            light=light_of(row, at),
            when=deadline(row.next_on),
            url=address("signal-detail", row.pk),
            label="Signaal",
            reference=row.reference,
            resident=None,
            subject=f"{row.get_worry_display()}, {row.neighbourhood}",
            status=row.get_state_display(),
        )
        for row in rows
    ]
