"""Points that were not reached go on, inside an act with their meeting locked (CT-16)."""

from datetime import datetime

from django.db.models import Max

from cases.conferences.messages import moved_text, nowhere_text
from cases.conferences.models import Conference, ConferenceItem
from cases.conferences.planning import next_after
from cases.conferences.telling import guests_of, tell_of_item
from common.deadlines import local_day


def carry_over(conference: Conference, at: datetime) -> int:
    """Move what waits to the next meeting of the series, in its order; returns how many.

    Without a next one they stay, and who brought them hears that they must choose.
    """
    rows = conference.items.waiting().select_for_update(of=("self",))
    items = list(rows.select_related("file").order_by("position", "pk"))
    following = next_after(conference, local_day(at)) if items else None
    for item in items:
        if following is None:
            text, key = nowhere_text(item), f"nowhere:{item.version}"
            tell_of_item(item, {item.brought_by_id, item.file.director_id}, text, key, at)
            continue
        put_on(item, following, at)
    return len(items) if following is not None else 0


def put_on(item: ConferenceItem, conference: Conference, at: datetime) -> None:
    """Put a waiting point last on the agenda of another meeting, and tell who comes."""
    item.conference, item.position = conference, last_place(conference)
    item.version += 1
    item.save(update_fields=["conference", "position", "version"])
    tell_moved(item, at)


def tell_moved(item: ConferenceItem, at: datetime) -> None:
    """The guests and who brought it hear the new day."""
    people = guests_of(item) | {item.brought_by_id}
    tell_of_item(item, people, moved_text(item), f"moved:{item.version}", at)


def last_place(conference: Conference) -> int:
    """The place after what is on the agenda."""
    found = conference.items.aggregate(last=Max("position"))["last"]
    return (found or 0) + 1
