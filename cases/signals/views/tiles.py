"""The numbers above the list of the manager: each opens the list it counted (design 9)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count
from django.urls import reverse

from cases.signals.models import WHICH, Signal
from clusters.models import User

TILES = {
    "open": ("Lopende signalen", ""),
    "te-laat": ("Te laat", "late"),
    "te-verdelen": ("Te verdelen", "warning"),
}


@dataclass(frozen=True)
class Tile:
    """A number, what it counts, and its list."""

    value: int
    label: str
    url: str
    kind: str


def tiles_for(user: User, at: datetime) -> list[Tile]:
    """One query, with the conditions of the lists."""
    counts: dict[str, Any] = {
        name.replace("-", "_"): Count("pk", filter=WHICH[name](at)) for name in TILES
    }
    found = Signal.objects.of_my_teams(user).order_by().aggregate(**counts)
    return [
        Tile(
            value=(number := found[name.replace("-", "_")]),
            label=label,
            url=f"{reverse('signal-list')}?selectie={name}",
            kind=kind if number else "",
        )
        for name, (label, kind) in TILES.items()
    ]
