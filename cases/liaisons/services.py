"""Keeping the register of linking pins: one by one, nobody overwrites a colleague."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, time

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from audit.services import record
from cases.community.models import next_look
from cases.liaisons.models import OLDEST, Liaison
from cases.permissions import GRANTS, Action
from clusters.models import Role, Team, User
from common.deadlines import local_day
from common.errors import RuleViolation


@dataclass(frozen=True)
class LiaisonFacts:
    """A linking pin as it was typed; without ages it is not about children."""

    kind: str
    name: str
    organisation: str
    valid_from: date
    review_by: date
    valid_until: date | None = None
    specialism: str = ""
    age_from: int | None = None
    age_until: int | None = None
    phone: str = ""
    email: str = ""
    on_call_days: str = ""
    on_call_from: time | None = None
    on_call_until: time | None = None
    on_call_phone: str = ""


@transaction.atomic
def create_liaison(
    *,
    submission_key: uuid.UUID,
    team: Team,
    facts: LiaisonFacts,
    by: User,
    at: datetime | None = None,
) -> Liaison:
    """Write down whom a team can turn to at another organisation.

    Rules: LP-1 (who, of what, from a day), LP-3 (by the manager of that team or the application
        manager), LP-4 (two clicks make one), LP-5 (a day to look again).
    Raises: RuleViolation for ages, hours or days that cannot be; PermissionDenied.
    Effects: the linking pin; audit line.
    """
    at = at or timezone.now()
    decision = GRANTS.require(by, Action.KEEP_LIAISONS)
    if by.acting_role != Role.APPLICATION_MANAGER and team.pk not in by.team_ids:
        raise PermissionDenied
    _check(facts, local_day(at), before=None)
    try:
        with transaction.atomic():
            liaison = Liaison.objects.create(
                submission_key=submission_key,
                team=team,
                changed_at=at,
                changed_by=by,
                **vars(facts),
            )
    except IntegrityError:
        return Liaison.objects.get(submission_key=submission_key)
    record("liaison.created", liaison, by=by, decision=decision)
    return liaison


@transaction.atomic
def change_liaison(
    *, liaison_id: int, facts: LiaisonFacts, version: int, by: User, at: datetime | None = None
) -> Liaison:
    """Correct a linking pin, or end it with a last day; ``version`` is the one the form knew.

    Rules: LP-1, LP-3, LP-4 (who opened an older text does not overwrite the newer one).
    Raises: RuleViolation when a colleague was first, or as for a new one; PermissionDenied.
    Effects: the linking pin; audit line with names of fields.
    """
    at = at or timezone.now()
    rows = Liaison.objects.visible_to(by).select_for_update(of=("self",), no_key=True)
    liaison: Liaison = rows.select_related("changed_by").get(pk=liaison_id)
    decision = GRANTS.require(by, Action.CHANGE_LIAISON, liaison)
    changed = [name for name, value in vars(facts).items() if getattr(liaison, name) != value]
    if not changed:
        return liaison
    if liaison.version != version:
        raise RuleViolation(
            f"{liaison.changed_by} heeft deze linking pin intussen gewijzigd. Uw tekst staat hier "
            "nog; die van uw collega staat erbij.",
            field="version",
        )
    _check(facts, local_day(at), before=liaison)
    for name in changed:
        setattr(liaison, name, getattr(facts, name))
    liaison.version += 1
    liaison.changed_at, liaison.changed_by = at, by
    liaison.save(update_fields=[*changed, "version", "changed_at", "changed_by"])
    record("liaison.changed", liaison, by=by, decision=decision, fields=changed)
    return liaison


@transaction.atomic
def review_liaison(*, liaison_id: int, by: User, at: datetime | None = None) -> Liaison:
    """It is still right; somebody looks again half a year from now.

    Rules: LP-3, LP-5 (twice on a day is once).
    Raises: PermissionDenied.
    Effects: the next day to look, on the row locked by ``select_for_update``; audit line.
    """
    at = at or timezone.now()
    rows = Liaison.objects.visible_to(by).select_for_update(no_key=True)
    liaison: Liaison = rows.get(pk=liaison_id)
    decision = GRANTS.require(by, Action.CHANGE_LIAISON, liaison)
    if liaison.review_by != next_look(at):
        liaison.review_by = next_look(at)
        liaison.save(update_fields=["review_by"])
        record("liaison.reviewed", liaison, by=by, decision=decision, fields=["review_by"])
    return liaison


def _check(facts: LiaisonFacts, today: date, *, before: Liaison | None) -> None:
    """Somebody with a name, a period, ages and hours that can be; raises RuleViolation."""
    if not facts.name.strip() or not facts.organisation.strip():
        raise RuleViolation("Vul in wie het is en van welke organisatie.", field="name")
    if facts.valid_until is not None and facts.valid_until < facts.valid_from:
        raise RuleViolation("De laatste dag ligt voor de eerste dag.", field="valid_until")
    is_new_day = before is None or facts.review_by != before.review_by
    if is_new_day and facts.review_by <= today:
        raise RuleViolation("Kies een dag die nog komt.", field="review_by")
    _check_ages(facts.age_from, facts.age_until)
    _check_hours(facts)


def _check_ages(begin: int | None, end: int | None) -> None:
    """Both or neither, in order; raises RuleViolation."""
    if (begin is None) != (end is None):
        raise RuleViolation("Vul de jongste en de oudste leeftijd in.", field="age_until")
    if begin is not None and end is not None and not 0 <= begin <= end <= OLDEST:
        raise RuleViolation("De oudste leeftijd ligt onder de jongste.", field="age_until")


def _check_hours(facts: LiaisonFacts) -> None:
    """Days with a begin and an end, or none of these; raises RuleViolation."""
    hours = (facts.on_call_from, facts.on_call_until)
    if bool(facts.on_call_days) != (None not in hours) or (hours[0] is None) != (hours[1] is None):
        raise RuleViolation("Vul dagen, begin en einde in, of niets.", field="on_call_until")
    if hours[0] is not None and hours[1] is not None and hours[1] <= hours[0]:
        raise RuleViolation("Het einde ligt voor het begin.", field="on_call_until")
