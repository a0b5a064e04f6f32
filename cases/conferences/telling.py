"""Who hears of what happens to a meeting or a point; inside an act's transaction."""

from collections.abc import Collection
from datetime import datetime

from cases.conferences.models import Conference, ConferenceItem
from clusters.notices.services import notify, retire_notice


def tell_of_item(
    item: ConferenceItem, people: Collection[int], text: str, key: str, at: datetime
) -> None:
    """A notice that leads to the point; ``key`` says what it is about, once per version."""
    notify(
        person_ids=people,
        text=text,
        url_name="item-detail",
        object_id=item.pk,
        dedup_key=f"item:{item.pk}:{key}",
        at=at,
    )


def tell_off(
    item: ConferenceItem, people: Collection[int], text: str, key: str, at: datetime
) -> None:
    """A notice for who does not see the point any more: it leads home."""
    notify(
        person_ids=people,
        text=text,
        url_name="home",
        object_id=None,
        dedup_key=f"item:{item.pk}:{key}",
        at=at,
    )


def tell_of_conference(
    conference: Conference, people: Collection[int], text: str, key: str, at: datetime
) -> int:
    """A notice that leads to the meeting; returns how many were not told before."""
    return notify(
        person_ids=people,
        text=text,
        url_name="conference-detail",
        object_id=conference.pk,
        dedup_key=f"conference:{conference.pk}:{key}:{conference.version}",
        at=at,
    )


def invited_key(invitation_id: int) -> str:
    """What a notice of an invitation is known by."""
    return f"invited:{invitation_id}"


def retire_invitation(
    item: ConferenceItem, invitation_id: int, person_id: int, at: datetime
) -> None:
    """The notice of an invitation leads nowhere any more (CT-12)."""
    key = f"item:{item.pk}:{invited_key(invitation_id)}"
    retire_notice(person_id=person_id, dedup_key=key, at=at)


def guests_of(item: ConferenceItem) -> set[int]:
    """The colleagues and linking pins with an account who are invited; one query."""
    rows = item.invitations.current().filter(person__isnull=False)
    return set(rows.values_list("person_id", flat=True))
