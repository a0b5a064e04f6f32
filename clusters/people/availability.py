"""Whether colleagues are there today, as a room above knows it; that room registers itself here."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Availability:
    """One phrase for everybody: there or not, and when back; never why (ORG-11)."""

    is_present: bool
    text: str
    back: str = ""


Ask = Callable[[Collection[int], date], Mapping[int, Availability]]
ASKED: list[Ask] = []
"""One function at most."""


def tells_availability(ask: Ask) -> Ask:
    """Let a room above say who is there."""
    ASKED[:] = [ask]
    return ask


def availability(people: Collection[int], day: date) -> Mapping[int, Availability]:
    """What is known of these people on ``day``; nothing when nobody knows."""
    return ASKED[0](people, day) if ASKED else {}
