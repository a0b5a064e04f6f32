"""Keeping the register of aandachtsfunctionarissen."""

import uuid
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from audit.services import record
from cases.meldcode.models import CARING_ROLES, SafeguardingOfficer
from cases.permissions import GRANTS, Action
from clusters.models import Cluster, Membership, Team, User
from common.deadlines import local_day
from common.errors import RuleViolation


@transaction.atomic
def create_officer(
    *,
    submission_key: uuid.UUID,
    employee: User,
    valid_from: date,
    valid_until: date | None = None,
    team: Team | None = None,
    cluster: Cluster | None = None,
    by: User,
    at: datetime | None = None,
) -> SafeguardingOfficer:
    """Say who is aandachtsfunctionaris of a team or of a cluster, from a day.

    Rules: MC-16 (a wijkwerker or somebody of the SST, for one place, by the general manager or the
        application manager; nobody makes themselves one), MC-17 (two clicks make one).
    Raises: RuleViolation; PermissionDenied.
    Effects: the row of the register; audit line.
    """
    at = at or timezone.now()
    decision = GRANTS.require(by, Action.KEEP_OFFICERS)
    _check_who(employee, by, local_day(at))
    if (team is None) == (cluster is None):
        raise RuleViolation("Kies een team of een cluster, niet allebei.", field="team")
    _check_period(valid_from, valid_until)
    place = {"team": team, "cluster": cluster}
    row = {**place, "employee": employee, "valid_from": valid_from, "valid_until": valid_until}
    try:
        with transaction.atomic():
            officer = SafeguardingOfficer.objects.create(
                submission_key=submission_key, changed_at=at, changed_by=by, **row
            )
    except IntegrityError:
        return SafeguardingOfficer.objects.get(submission_key=submission_key)
    record("officer.created", officer, by=by, decision=decision)
    return officer


@transaction.atomic
def change_officer(
    *,
    officer_id: int,
    version: int,
    valid_from: date,
    valid_until: date | None,
    by: User,
    at: datetime | None = None,
) -> SafeguardingOfficer:
    """Another period, or a last day; who it is and where stays.

    Rules: MC-16 (what was stays as history), MC-17.
    Raises: RuleViolation from an old page or for a period that cannot be; PermissionDenied.
    Effects: the period, on the row locked by ``select_for_update``; audit line.
    """
    at = at or timezone.now()
    rows = SafeguardingOfficer.objects.visible_to(by).select_for_update(of=("self",), no_key=True)
    officer: SafeguardingOfficer = rows.get(pk=officer_id)
    decision = GRANTS.require(by, Action.CHANGE_OFFICER, officer)
    if (officer.valid_from, officer.valid_until) == (valid_from, valid_until):
        return officer
    if officer.version != version:
        raise RuleViolation(
            "Een collega heeft deze periode intussen gewijzigd. Controleer de dagen en bewaar "
            "opnieuw.",
            field="version",
        )
    _check_period(valid_from, valid_until)
    officer.valid_from, officer.valid_until = valid_from, valid_until
    officer.version, officer.changed_at, officer.changed_by = officer.version + 1, at, by
    officer.save()
    fields = ["valid_from", "valid_until"]
    record("officer.changed", officer, by=by, decision=decision, fields=fields)
    return officer


def _check_who(employee: User, by: User, day: date) -> None:
    """Somebody else, who works with residents; raises RuleViolation."""
    if employee == by:
        raise RuleViolation("U wijst uzelf niet aan. Vraag een ander.", field="employee")
    caring = Membership.objects.running(day).filter(role__in=CARING_ROLES)
    if not caring.filter(user=employee).exists():
        raise RuleViolation("Kies een wijkwerker of iemand van het SST.", field="employee")


def _check_period(begin: date, end: date | None) -> None:
    """It does not end before it begins; raises RuleViolation."""
    if end is not None and end < begin:
        raise RuleViolation("De laatste dag ligt voor de eerste dag.", field="valid_until")
