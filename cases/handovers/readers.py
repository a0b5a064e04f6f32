"""Who reads a dossier because of a hand-over, and until when (OD-2, OD-7)."""

from datetime import date, datetime

from cases.dossiers.models import FileColleague, FileRole, ResidentFile
from clusters.models import User
from common.deadlines import local_day


def let_read(
    file: ResidentFile, person: User, role: FileRole, *, until: date | None, by: User, at: datetime
) -> bool:
    """Let somebody into a locked dossier, until a day or without end; False when they were in."""
    today = local_day(at)
    running = file.colleagues.running(today).filter(employee=person)
    if running.exists():
        return False
    facts = {"role": role, "since": today, "until": until, "added_by": by}
    FileColleague.objects.create(file=file, employee=person, **facts)
    return True


def end_early_readers(file: ResidentFile, *, by: User, at: datetime) -> None:
    """Who read it to decide whether to take it over reads it no more."""
    early = file.colleagues.running(local_day(at)).filter(role=FileRole.PREVIEW)
    early.update(ended_at=at)
