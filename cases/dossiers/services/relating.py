"""Say that two dossiers have to do with each other, and take that back (DS-17)."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.dossiers.messages import related_text
from cases.dossiers.models import FileRelation, LineKind, RelationKind, ResidentFile
from cases.dossiers.tracing import leave_line, may
from cases.permissions import GRANTS, Action
from clusters.models import User
from clusters.notices.services import notify
from common.errors import RuleViolation

UNKNOWN = "Wij vonden dit dossier niet. Kijk het nummer na."


@transaction.atomic
def relate_files(
    *, file_id: int, other_id: int, kind: str, reason: str, by: User, at: datetime | None = None
) -> FileRelation:
    """Join two dossiers of different residents, and say why.

    Rules: DS-3 (who works in it), DS-7 (a closed dossier changes no more), DS-9 (asked twice is
        once), DS-17 (only a dossier one may know of; a line where one works).
    Raises: RuleViolation for a dossier that is not there or out of scope, the same resident, or
        another relation that stands; PermissionDenied.
    Effects: a relation; a line in each dossier one works in; a notice to the other casusregisseur
        that names only the own dossier; audit line that is on both trails.
    """
    at = at or timezone.now()
    file, other = _lock_both(file_id, other_id, by)
    decision = may(file, Action.WRITE_FILE, by)
    if other is None:
        raise RuleViolation(UNKNOWN, field="other_id")
    if other.resident_id == file.resident_id:
        raise RuleViolation("Dit dossier is van dezelfde inwoner.", field="other_id")
    there = FileRelation.objects.of(file).running().of(other).first()
    if there is not None:
        return _same(there, file, kind)
    made = FileRelation(file=file, other=other, kind=RelationKind(kind), since=at, by=by)
    made.save(force_insert=True)
    leave_line(file, LineKind.RELATED, by=by, at=at, words=reason, ref=other.pk)
    _leave_line_there(other, LineKind.RELATED, by=by, at=at, words=reason, ref=file.pk)
    record("file.related", file, by=by, decision=decision, also=[other.resident_id])
    _tell(made, by, at)
    return made


@transaction.atomic
def unrelate_files(
    *, file_id: int, relation_id: int, reason: str, by: User, at: datetime | None = None
) -> FileRelation:
    """Two dossiers have nothing to do with each other any more; that they had is kept.

    Rules: DS-3, DS-7, DS-9 (asked twice is once), DS-17.
    Raises: RuleViolation when the dossier is closed; PermissionDenied.
    Effects: the end of the relation; a line in each dossier one works in; audit line.
    """
    at = at or timezone.now()
    found = FileRelation.objects.get(pk=relation_id)
    number = found.other_id if found.file_id == file_id else found.file_id
    file, other = _lock_both(file_id, number, by)
    relation = FileRelation.objects.of(file).select_for_update().get(pk=relation_id)
    decision = may(file, Action.WRITE_FILE, by)
    if relation.ended_at is not None:
        return relation
    relation.ended_at, relation.ended_by = at, by
    relation.save(update_fields=["ended_at", "ended_by"])
    leave_line(file, LineKind.UNRELATED, by=by, at=at, words=reason, ref=number)
    if other is not None:
        _leave_line_there(other, LineKind.UNRELATED, by=by, at=at, words=reason, ref=file.pk)
    also = [other.resident_id] if other is not None else []
    record("file.unrelated", file, by=by, decision=decision, also=also)
    return relation


def _lock_both(file_id: int, other_id: int, by: User) -> tuple[ResidentFile, ResidentFile | None]:
    """Both dossiers in scope, locked in the order of their numbers."""
    scope = ResidentFile.objects.visible_to(by).filter(pk__in=(file_id, other_id))
    both = {file.pk: file for file in scope.select_for_update(of=("self",)).order_by("pk")}
    if file_id not in both:
        raise ResidentFile.DoesNotExist
    return both[file_id], both.get(other_id)


def _tell(made: FileRelation, by: User, at: datetime) -> None:
    """A notice to the other casusregisseur."""
    notify(
        person_ids={made.other.director_id} - {by.pk},
        text=related_text(made.other, by),
        url_name="file-detail",
        object_id=made.other_id,
        dedup_key=f"file-relation:{made.pk}",
        at=at,
    )


def _same(there: FileRelation, file: ResidentFile, kind: str) -> FileRelation:
    """The same relation a second time is one; another one is refused."""
    if there.kind_from(file) == RelationKind(kind).label:
        return there
    raise RuleViolation("Deze dossiers zijn al gekoppeld. Koppel ze eerst los.", field="other_id")


def _leave_line_there(other: ResidentFile, kind: LineKind, *, by: User, **told: Any) -> None:
    """The same line in the other dossier, when one works there; sealed with the key of that one."""
    if other.is_open and Action.WRITE_FILE in GRANTS.grounds_in_scope(by, other):
        leave_line(other, kind, by=by, **told)
