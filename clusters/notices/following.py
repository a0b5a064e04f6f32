"""Who hears it too: notices about work follow whoever does that work today (WN-10).

A room above knows who covers for whom and registers itself here. Only the addresses below follow:
they are about work on somebody's desk. What is about the person (absence, money, the meldcode, a
guest at a meeting) stays with the person.
"""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime

FOLLOWING = frozenset(
    {"callback-detail", "notification-detail", "talk-detail", "application-detail", "file-detail"}
    | {"task-list", "document-list", "match-detail", "waakvlam-detail", "signal-detail"}
    | {"handover-detail", "agreement-detail"}
)
Ask = Callable[[Collection[int], datetime], Mapping[int, str]]
ASKED: list[Ask] = []
"""One function at most."""


def tells_deputies(ask: Ask) -> Ask:
    """Let a room above say who covers for these people: number of the deputy, and for whom."""
    ASKED[:] = [ask]
    return ask


def deputies(people: Collection[int], url_name: str, at: datetime) -> Mapping[int, str]:
    """Who hears it too, and for whom; nobody when it is about the person or nobody knows."""
    return ASKED[0](people, at) if ASKED and people and url_name in FOLLOWING else {}
