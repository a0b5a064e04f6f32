"""What happens to somebody's work in a dossier when they no longer work in it."""

from collections.abc import Callable
from datetime import datetime

from cases.dossiers.models import CaseDirection, FileColleague, LineKind, ResidentFile
from cases.dossiers.tracing import leave_line
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


def pass_direction(file: ResidentFile, person: User, *, by: User, at: datetime) -> None:
    """The casusregie goes over in a locked dossier, inside the act that decides it (SST-3).

    One period ends where the next begins; what the former one still had to do goes over, unless
    they work along.
    """
    file.directions.filter(until__isnull=True).update(until=at)
    CaseDirection.objects.create(file=file, director=person, since=at, by=by)
    before, file.director = file.director, person
    file.version += 1
    file.save(update_fields=["team", "director", "version"])
    part(file, before, by=by, at=at)


def end_colleague_of(
    file: ResidentFile, colleague: FileColleague, *, by: User, at: datetime
) -> None:
    """Somebody works along no more in a locked dossier, inside the act that decides it."""
    colleague.ended_at = at
    colleague.save(update_fields=["ended_at"])
    leave_line(file, LineKind.LEFT, by=by, at=at, person=colleague.employee)
    part(file, colleague.employee, by=by, at=at)
