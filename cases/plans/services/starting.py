"""Begin the plan of a household, say for whom it is, and note that the resident agrees."""

import uuid
from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.dossiers.models import LineKind, ResidentFile
from cases.dossiers.tracing import leave_line, may
from cases.permissions import Action
from cases.plans.editions import CHANGED, move_on, plan_next, plan_of
from cases.plans.fitting import check_coming, check_past
from cases.plans.models import AgreedHow, Member, Plan
from cases.residents.models import Party, PartyKind
from clusters.models import User
from common.deadlines import local_day
from common.dutch_dates import full_date
from common.errors import RuleViolation


@transaction.atomic
def start_plan(
    *,
    submission_key: uuid.UUID,
    file_id: int,
    members: Collection[int],
    evaluate_on: date,
    by: User,
    at: datetime | None = None,
) -> Plan:
    """Begin the plan of a household, with the day on which it is looked at for the first time.

    Rules: PL-1 (one plan per dossier, for whom), PL-2 (who works in it), PL-8 (a day to look at
        it), PL-11 (a form sent twice).
    Raises: RuleViolation when there is a plan, somebody is not of the household, the day cannot
        be, or the dossier is closed; PermissionDenied.
    Effects: a plan and a planned evaluation; two lines; audit line.
    """
    at = at or timezone.now()
    file = _locked(file_id, by)
    decision = may(file, Action.WRITE_FILE, by)
    earlier = Plan.objects.filter(file=file).first()
    if earlier is not None and earlier.uuid == submission_key:
        return earlier
    if earlier is not None:
        raise RuleViolation("Er is al een plan in dit dossier.")
    check_coming(evaluate_on, local_day(at), "evaluate_on")
    plan = Plan(uuid=submission_key, file=file, resident_id=file.resident_id)
    plan.started_at, plan.started_by = at, by
    plan.keep_members(_household(file, members, [], local_day(at)))
    plan.save(force_insert=True)
    leave_line(file, LineKind.PLAN, by=by, at=at, words=", ".join(map(str, plan.members)))
    plan_next(plan, evaluate_on, by=by, at=at)
    record("plan.started", plan, by=by, decision=decision)
    return plan


@transaction.atomic
def change_members(
    *,
    file_id: int,
    version: int,
    members: Collection[int],
    by: User,
    at: datetime | None = None,
) -> Plan:
    """Say again for whom in the household the plan is.

    Rules: PL-1, PL-2, PL-10 (not over the change of a colleague).
    Raises: RuleViolation when a colleague was first, somebody is not of the household, or the
        dossier is closed; PermissionDenied.
    Effects: for whom it is, one version and one edition on; a line with who it was before; audit
        line.
    """
    at = at or timezone.now()
    file = _locked(file_id, by)
    decision = may(file, Action.WRITE_FILE, by)
    plan = plan_of(file)
    chosen = _household(file, members, plan.members, local_day(at))
    if {each.party for each in chosen} == {each.party for each in plan.members}:
        return plan
    if version != plan.version:
        raise RuleViolation(CHANGED, field="version")
    before = ", ".join(map(str, plan.members))
    plan.keep_members(chosen)
    plan.version += 1
    plan.save(update_fields=["content", "version"])
    move_on(plan)
    leave_line(file, LineKind.HOUSEHOLD, by=by, at=at, words=before)
    record("plan.members_changed", plan, by=by, decision=decision, fields=["content"])
    return plan


@transaction.atomic
def record_agreement(
    *,
    file_id: int,
    version: int,
    edition: int,
    agreed_on: date,
    how: str,
    by: User,
    at: datetime | None = None,
) -> Plan:
    """Note that the resident agrees to the plan as it stands: which day and in which way.

    Rules: PL-2, PL-9 (to what was on the page, and no other edition), PL-10.
    Raises: RuleViolation when there is no goal, the day cannot be, the plan changed meanwhile, or
        the dossier is closed; PermissionDenied.
    Effects: day, way and edition, one version on; a line; audit line.
    """
    at = at or timezone.now()
    file = _locked(file_id, by)
    decision = may(file, Action.WRITE_FILE, by)
    plan, way = plan_of(file), AgreedHow(how)
    there = (plan.agreed_on, plan.agreed_how, plan.agreed_edition)
    if there == (agreed_on, way, plan.edition) and edition == plan.edition:
        return plan
    if (version, edition) != (plan.version, plan.edition):
        raise RuleViolation(CHANGED, field="version")
    check_past(agreed_on, local_day(at), "agreed_on")
    if not plan.goals.exists():
        raise RuleViolation("Zet eerst een doel in het plan.")
    plan.agreed_on, plan.agreed_how, plan.agreed_edition = agreed_on, way, plan.edition
    plan.version += 1
    plan.save(update_fields=["agreed_on", "agreed_how", "agreed_edition", "version"])
    words = f"{full_date(agreed_on)}, {way.label.lower()}"
    leave_line(file, LineKind.AGREED, by=by, at=at, words=words)
    record("plan.agreed", plan, by=by, decision=decision, fields=["agreed_on", "agreed_how"])
    return plan


def _household(
    file: ResidentFile, chosen: Collection[int], kept: Collection[Member], day: date
) -> list[Member]:
    """Those that were chosen: of the household today, or named in the plan already."""
    rows = Party.objects.valid_on(day).filter(resident_id=file.resident_id)
    found = {row.pk: Member.of(row) for row in rows.filter(kind=PartyKind.HOUSEHOLD)}
    known = {each.party: each for each in kept} | found
    if set(chosen) - set(known):
        raise RuleViolation("Deze persoon hoort niet bij het huishouden.", field="members")
    return [each for number, each in sorted(known.items()) if number in set(chosen)]


def _locked(file_id: int, by: User) -> ResidentFile:
    """The dossier in scope, locked."""
    rows = ResidentFile.objects.visible_to(by).select_for_update(of=("self",))
    return rows.get(pk=file_id)
