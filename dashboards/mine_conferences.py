"""Of Mijn werk what comes from a casusoverleg or casustafel (CT-6, CT-14, CT-16)."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils import timezone

from cases.conferences.lights import agreement_light, light_of
from cases.models import ConferenceItem, ItemAgreement
from cases.todos.models import end_of
from clusters.models import User
from common.templatetags.screen import address, deadline
from dashboards.work import WorkItem

MEETING = ("conference__begins_at", "conference__held_on", "conference__state")
ITEM = ("topic", "state", "is_anonymous", *MEETING)
AGREEMENT = ("due_on", "state", "task", "item__topic", "item__is_anonymous")


def discussions_of(user: User) -> QuerySet[ConferenceItem]:
    """Points for which this employee was invited, the nearest meeting first."""
    return ConferenceItem.objects.to_discuss(user)


def left_over_of(user: User) -> QuerySet[ConferenceItem]:
    """Points of this casusregisseur that are on no agenda any more."""
    return ConferenceItem.objects.left_over(user)


def agreements_of(user: User) -> QuerySet[ItemAgreement]:
    """What this employee agreed to do without working in the dossier."""
    return ItemAgreement.objects.mine(user)


def discussion_items(rows: Iterable[ConferenceItem], user: User) -> list[WorkItem]:
    """A row per point; of an anonymous one it does not say about whom it is."""
    return [_item(row, "Bespreken", is_anonymous=row.is_anonymous) for row in rows]


def left_over_items(rows: Iterable[ConferenceItem], user: User) -> list[WorkItem]:
    """A row per point that needs another meeting."""
    return [_item(row, "Ander overleg kiezen") for row in rows]


def agreement_items(rows: Iterable[ItemAgreement], user: User) -> list[WorkItem]:
    """A row per agreement, by its day."""
    today = timezone.localdate()
    return [
        WorkItem(
            due_at=end_of(row.due_on),
            light=agreement_light(row, today),
            when=deadline(row.due_on),
            url=address("item-detail", row.item_id),
            label="Afspraak nakomen",
            reference=str(row.item),
            resident=row.resident,
            subject=row.item.get_topic_display(),
            status=row.get_state_display(),
            is_anonymous=row.item.is_anonymous,
        )
        for row in rows
    ]


def _item(row: ConferenceItem, label: str, *, is_anonymous: bool = False) -> WorkItem:
    return WorkItem(
        due_at=row.conference.begins_at,
        light=light_of(row, timezone.localdate()),
        when=deadline(row.conference.begins_at),
        url=address("item-detail", row.pk),
        label=label,
        reference=str(row),
        resident=row.resident,
        subject=row.get_topic_display(),
        status=row.get_state_display(),
        is_anonymous=is_anonymous,
    )
