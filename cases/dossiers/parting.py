"""What happens to somebody's work in a dossier when they no longer work in it."""

from collections.abc import Callable
from datetime import datetime

from cases.dossiers.models import ResidentFile
from clusters.models import User

Heir = Callable[[ResidentFile, User, User, datetime], None]
AT_PARTING: list[Heir] = []
"""What rooms above do then: with the dossier, who leaves, who decided that, and the moment."""


def at_parting(act: Heir) -> Heir:
    """Decorator: a room above passes on its work inside the act by which somebody leaves."""
    AT_PARTING.append(act)
    return act


def part(file: ResidentFile, person: User, *, by: User, at: datetime) -> None:
    """Somebody leaves; the dossier is locked and knows already who directs it and works along."""
    for act in AT_PARTING:
        act(file, person, by, at)
