"""Of Mijn werk what comes from a waakvlam: contacts, and looking at it again (WK-8, WK-10)."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils import timezone

from cases.models import Waakvlam
from cases.waakvlam.lights import light_of, review_light
from clusters.models import User
from common.deadlines import ONE_DAY
from common.templatetags.screen import address, deadline
from common.weeks import midnight
from dashboards.work import WorkItem

AGREED = ("consent__valid_from", "consent__valid_until", "consent__withdrawn_on")
DAYS = ("due_at", "review_on", "state", "way", "deputy_id")
WAAKVLAM = (*DAYS, *AGREED)


def contacts_of(user: User) -> QuerySet[Waakvlam]:
    """Contacts that come soon, and as deputy those that the owner let pass."""
    return Waakvlam.objects.contacts_due(user, timezone.now())


def waakvlam_reviews_of(user: User) -> QuerySet[Waakvlam]:
    """Those that must be looked at again soon."""
    return Waakvlam.objects.reviews_due(user, timezone.now())


def contact_items(rows: Iterable[Waakvlam], user: User) -> list[WorkItem]:
    """A row per contact; what to look for stands on its page."""
    at = timezone.now()
    return [
        WorkItem(
            due_at=row.due_at,
            light=light_of(row, at),
            when=deadline(row.next_on),
            url=address("waakvlam-detail", row.pk),
            label="Waakvlam",
            reference=row.reference,
            resident=row.resident,
            subject=row.get_way_display(),
            status="als vervanger" if row.deputy_id == user.pk else row.get_state_display(),
        )
        for row in rows
    ]


def waakvlam_review_items(rows: Iterable[Waakvlam], user: User) -> list[WorkItem]:
    """A row per waakvlam to look at again, by its day."""
    at = timezone.now()
    return [
        WorkItem(
            due_at=midnight(row.review_on + ONE_DAY),
            light=review_light(row, at),
            when=deadline(row.review_on),
            url=address("waakvlam-renew", row.pk),
            label="Waakvlam bekijken",
            reference=row.reference,
            resident=row.resident,
            subject="Doorgaan of stoppen",
            status="als vervanger" if row.deputy_id == user.pk else row.get_state_display(),
        )
        for row in rows
    ]
