"""What ties a resident to a team or an employee: the work that points to them."""

from collections.abc import Collection
from typing import Any

from django.apps import apps
from django.db.models import Exists, OuterRef, Q

TIES = (
    ("callbacks", "closed_at", "handler_id"),
    ("notifications", "ended_at", "handler_id"),
    ("files", "ended_at", "director_id"),
    ("applications", "ended_at", "handler_id"),
    ("waakvlammen", "ended_at", "owner_id"),
)
"""The work that points to a resident, the moment it was over, and whose desk it is on."""


def has_work(work: str, **facts: Any) -> Exists:
    """Whether a resident has such work: asked per resident, never as a list of all of them.

    A team has a hundred thousand residents in ten years; a card and a search look at a few.
    """
    rows: Any = apps.get_model("cases.Resident")._meta.get_field(work).related_model
    return Exists(rows._base_manager.filter(resident_id=OuterRef("pk"), **facts))


def on_desks(people: Collection[int]) -> Q:
    """Who has open work on the desk of any of these employees (relations E and W)."""
    found = Q()
    for work, over, desk in TIES:
        found |= Q(has_work(work, **{f"{desk}__in": sorted(people), f"{over}__isnull": True}))
    return found
