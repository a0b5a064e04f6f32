"""Whose work nobody does: a tile that opens the list that counts the same (WN-12)."""

from datetime import date

from django.conf import settings
from django.urls import reverse

from clusters.cover.missing import missing_for
from clusters.models import User
from dashboards.figures import Figure


def cover_tiles(user: User, today: date) -> list[Figure]:
    """How many people are away with work and without a deputy who is there."""
    number = len(missing_for(user, today))
    return [
        Figure(
            value=number,
            url=reverse("cover-missing"),
            label="Zonder waarnemer",
            kind="warning" if number else "",
            note=f"langer dan {settings.COVER_WARN_AFTER_DAYS} werkdagen afwezig, met werk op naam",
        )
    ]
