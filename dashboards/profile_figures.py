"""Where a cluster differs from its profile: a tile that opens the list of it (TP-7)."""

from datetime import date

from django.conf import settings
from django.urls import reverse

from clusters.models import User
from clusters.profile.board import city_for
from dashboards.figures import Figure


def profile_tiles(user: User, today: date) -> list[Figure]:
    """How many specialisms differ from what is wished; five queries."""
    number = len(city_for(user, today).deviating)
    limit = str(settings.PROFILE_DEVIATION).replace(".", ",")
    return [
        Figure(
            value=number,
            url=reverse("profile-overview"),
            label="Afwijking van het profiel",
            kind="warning" if number else "",
            note=f"specialismen met {limit} fte of meer verschil",
        )
    ]
