"""Linking pins in the test city: covered, with a gap, to look at again, and over."""

from datetime import time, timedelta
from typing import Any

from django.utils import timezone

from clusters.models import Team
from tests.factories.liaisons import LiaisonFactory
from tests.journeys.city import LONG_NAME, TEAM, City

DAY = timedelta(days=1)


def furnish(city: City) -> None:
    """Write them down; ``city.things`` knows one by name."""
    today = timezone.localdate()
    own: dict[str, Any] = {
        "team": Team.objects.get(code=TEAM),
        "changed_by": city.people["team_manager"],
    }
    own |= {"valid_from": today - 30 * DAY, "review_by": today + 90 * DAY}
    hours = {"on_call_days": "12345", "on_call_from": time(8), "on_call_until": time(23)}
    reach = {"phone": "+31365399931", "email": "jgz@example.org"}
    pin = LiaisonFactory(name="J. de Jong", age_from=0, age_until=12, **own, **hours, **reach)
    city.things["liaison"] = pin.pk
    late = own | {"review_by": today}
    work = {"kind": "wi", "name": "W. de Werk", "organisation": "Gemeente, afdeling W&I"}
    LiaisonFactory(**work, **late)
    LiaisonFactory(name=LONG_NAME[:120], organisation=LONG_NAME[:100], kind="huisarts", **own)
    LiaisonFactory(name="Voorbij", **own | {"valid_until": today - DAY})
