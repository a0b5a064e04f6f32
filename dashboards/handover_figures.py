"""Hand-overs of the teams of a manager as tiles; each opens the list that counts the same."""

from datetime import datetime
from urllib.parse import urlencode

from django.urls import reverse

from cases.handovers.figures import SELECTIONS, counts_for
from clusters.models import Role, User
from dashboards.figures import Figure

NOTES = {
    "wacht": "aangeboden, van of naar uw team",
    "terug": "geweigerd of verlopen",
    "heen-en-weer": "meer dan één keer overgedragen",
}
WARNS = ("terug",)


def handover_tiles(user: User, at: datetime) -> list[Figure]:
    """The numbers of a wijkteammanager, in one query; none for who stands above the teams."""
    if user.acting_role != Role.TEAM_MANAGER:
        return []
    return [
        Figure(
            value=number,
            url=f"{reverse('handover-list')}?{urlencode({'selectie': code})}",
            label=SELECTIONS[code],
            kind="warning" if number and code in WARNS else "",
            note=NOTES[code],
        )
        for code, number in counts_for(user, at).items()
    ]
