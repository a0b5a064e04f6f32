"""What happens to a resident in other rooms, on the line of the dossier that runs (DS-11)."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Model

from audit.guard import resident_of
from cases.dossiers.earlier import earlier_events
from cases.dossiers.models import EVENTS, FileLine, ResidentFile
from clusters.models import User
from common.deadlines import local_day


@transaction.atomic
def note_elsewhere(*, code: str, subjects: Iterable[Model], by: User, at: datetime) -> int:
    """Leave a line of an act in another room, in the transaction of that act.

    Rules: DS-7 (a closed dossier gets none), DS-11 (what happens is on one line), DS-12 (what,
        when and who; never a word of it), MB-28 (money too, when it is of a dossier).
    Raises: nothing.
    Effects: a line in the dossier that runs of each resident; the act itself has its audit line.
        Returns how many.
    """
    people = {resident_of(subject): subject for subject in subjects if _is_of_a_file(subject)}
    running = ResidentFile.objects.open().filter(resident_id__in=[one for one in people if one])
    rows = running.order_by("pk").only("pk", "resident_id").select_for_update(of=("self",))
    files = list(rows)
    if not files:
        return 0
    ResidentFile.objects.filter(pk__in=[file.pk for file in files]).update(touched_on=local_day(at))
    lines = [_line(code, file, _number(people[file.resident_id]), by.pk, at) for file in files]
    return len(FileLine.objects.bulk_create(lines))


@transaction.atomic
def create_earlier_lines(*, file: ResidentFile, at: datetime) -> int:
    """Take over once, at the opening, what happened to the resident before.

    Rules: DS-11 (the last fifty), DS-12 (never a word of it).
    Raises: nothing.
    Effects: lines with the moments of then. Returns how many.
    """
    lines = [
        _line(one.code, file, one.ref, one.by_id, one.at)
        for one in earlier_events(file.resident, at)
    ]
    return len(FileLine.objects.bulk_create(lines))


def _line(code: str, file: ResidentFile, ref: int, by_id: int | None, at: datetime) -> FileLine:
    """What is kept of it."""
    own = {"file_id": file.pk, "resident_id": file.resident_id, "by_id": by_id, "at": at}
    return FileLine(kind=EVENTS[code][0], event=code, ref=ref, **own)


def _is_of_a_file(subject: Model) -> bool:
    """Not what says of itself that it belongs to no dossier, such as money of a waakvlam."""
    return getattr(subject, "file_id", 0) is not None


def _number(subject: Model) -> int:
    """The number of the page; a report has its page at its talk."""
    number: int = getattr(subject, "talk_id", None) or subject.pk
    return number
