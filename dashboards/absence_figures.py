"""Who is missing in the coming weeks: a tile that opens the list that counts the same (AF-15)."""

from datetime import date

from django.urls import reverse

from clusters.absence.gaps import gaps_for
from clusters.models import User
from dashboards.figures import Figure


def absence_tiles(user: User, today: date) -> list[Figure]:
    """How often a specialism goes missing; four queries."""
    number = len(gaps_for(user, today))
    return [
        Figure(
            value=number,
            url=reverse("absence-gaps"),
            label="Specialisme ontbreekt",
            kind="warning" if number else "",
            note="perioden in de komende vier weken",
        )
    ]
