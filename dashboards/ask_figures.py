"""The tiles of Wat vraagt u nu, and the sentence above them."""

from datetime import datetime

from clusters.models import User
from dashboards.ask_kinds import ASKS, counts_for
from dashboards.figures import Figure


def ask_tiles(user: User, at: datetime) -> list[Figure]:
    """A tile for everything that waits for this employee; one query, none for what is nought."""
    return [
        Figure(
            value=waiting,
            url=ASKS[code].url(user),
            label=ASKS[code].label,
            kind="warning",
            note=ASKS[code].note,
        )
        for code, waiting in counts_for(user, at).items()
        if waiting
    ]
