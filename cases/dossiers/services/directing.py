"""Who directs a dossier and who works along."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.dossiers.models import FileColleague, FileRole, LineKind, ResidentFile
from cases.dossiers.models.colleagues import CHOOSABLE
from cases.dossiers.models.files import WORKING_ROLES
from cases.dossiers.parting import end_colleague_of, pass_direction
from cases.dossiers.tracing import leave_line, lock_file, may
from cases.permissions import Action
from clusters.models import Membership, User
from clusters.notices.services import notify
from common.deadlines import local_day
from common.errors import RuleViolation


@transaction.atomic
def transfer_direction(
    *,
    file_id: int,
    version: int,
    person: User,
    reason: str,
    by: User,
    at: datetime | None = None,
) -> ResidentFile:
    """Hand the casusregie to a colleague of the team, who is told.

    Rules: DS-2 (exactly one casusregisseur, before and after), DS-3 (the casusregisseur or the
        manager of the team hands over), DS-10 (not from an old page).
    Raises: RuleViolation when the colleague does not work in the team today, somebody was first,
        or the dossier is closed; PermissionDenied.
    Effects: the casusregie and its history, one version on; a line; what the former one still had
        to do goes over; a notice; audit line.
    """
    at = at or timezone.now()
    file = lock_file(file_id, by)
    decision = may(file, Action.STEER_FILE, by)
    if person.pk == file.director_id:
        return file
    if version != file.version:
        raise RuleViolation("De casusregie is net gewijzigd. Open de pagina opnieuw.")
    if not _works_in(file, person, local_day(at)):
        raise RuleViolation("Deze collega werkt vandaag niet in dit team.", field="person")
    leave_line(file, LineKind.DIRECTION, by=by, at=at, words=reason, person=person)
    pass_direction(file, person, by=by, at=at)
    record("file.direction_transferred", file, by=by, decision=decision, fields=["director"])
    _tell(person, file, f"{by} droeg de regie van dossier {file} aan u over.", by=by, at=at)
    return file


@transaction.atomic
def add_colleague(
    *,
    file_id: int,
    employee: User,
    role: str,
    until: date | None,
    by: User,
    at: datetime | None = None,
) -> FileColleague:
    """Let a colleague work along, and therefore read, until a day or until further notice.

    Rules: DS-3 (who works in it reads it), DS-9 (asked twice is once).
    Raises: RuleViolation for the casusregisseur, somebody without a role that works in dossiers, a
        task that is not in the list, a day that is over, or a closed dossier; PermissionDenied.
    Effects: the colleague; a line; a notice; audit line.
    """
    at = at or timezone.now()
    file = lock_file(file_id, by)
    decision = may(file, Action.STEER_FILE, by)
    today = local_day(at)
    _check_may_join(file, employee, role, today)
    if until is not None and until < today:
        raise RuleViolation("Deze dag is al voorbij.", field="until")
    there = file.colleagues.running(today).filter(employee=employee).first()
    if there is not None:
        return there
    made = FileColleague(file=file, employee=employee, since=today, until=until, added_by=by)
    made.role = FileRole(role)
    made.save(force_insert=True)
    leave_line(file, LineKind.JOINED, by=by, at=at, person=employee)
    record("file.colleague_added", file, by=by, decision=decision, fields=["colleagues"])
    _tell(employee, file, f"{by} vraagt u mee te werken in dossier {file}.", by=by, at=at)
    return made


@transaction.atomic
def end_colleague(
    *, file_id: int, colleague_id: int, by: User, at: datetime | None = None
) -> FileColleague:
    """A colleague no longer works along, from this moment on; that they did stays to be read.

    Rules: DS-3 (who does not work in it reads it no more).
    Raises: RuleViolation when the dossier is closed; PermissionDenied.
    Effects: the end of the colleague; a line; what they still had to do goes over; audit line.
    """
    at = at or timezone.now()
    file = lock_file(file_id, by)
    decision = may(file, Action.STEER_FILE, by)
    colleague = file.colleagues.select_related("employee").get(pk=colleague_id)
    if not colleague.is_running:
        return colleague
    end_colleague_of(file, colleague, by=by, at=at)
    record("file.colleague_ended", file, by=by, decision=decision, fields=["colleagues"])
    return colleague


def _check_may_join(file: ResidentFile, employee: User, role: str, day: date) -> None:
    """A known task, for somebody else than the casusregisseur whose role works in dossiers."""
    if employee.pk == file.director_id:
        raise RuleViolation("Deze collega is de casusregisseur.", field="employee")
    if role not in CHOOSABLE:
        raise RuleViolation("Kies wat deze collega doet.", field="role")
    running = Membership.objects.running(day).filter(user=employee, role__in=WORKING_ROLES)
    if not running.exists():
        raise RuleViolation("Deze collega kan niet in een dossier werken.", field="employee")


def _works_in(file: ResidentFile, person: User, day: date) -> bool:
    """Whether somebody works in dossiers of the team of this one today."""
    running = Membership.objects.running(day).filter(user=person, role__in=WORKING_ROLES)
    return running.filter(team_id=file.team_id).exists()


def _tell(person: User, file: ResidentFile, text: str, *, by: User, at: datetime) -> None:
    """A notice without anything about the resident."""
    notify(
        person_ids={person.pk} - {by.pk},
        text=text,
        url_name="file-detail",
        object_id=file.pk,
        dedup_key=f"file:{file.pk}:person:{at:%Y%m%d%H%M%S%f}",
        at=at,
    )
