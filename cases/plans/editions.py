"""The plan of a dossier inside an act: it is there, and it is one edition further (PL-9, PL-8)."""

from datetime import date, datetime, timedelta

from cases.dossiers.models import LineKind, ResidentFile
from cases.dossiers.tracing import leave_line
from cases.plans.models import Evaluation, EvaluationState, Plan
from clusters.models import User
from common.deadlines import local_day
from common.dutch_dates import full_date
from common.errors import RuleViolation

USUAL = timedelta(weeks=13)
"""How far ahead one looks again when nobody chose a day."""
OUTDATED = "Dit formulier is verouderd. Open de pagina opnieuw."
CHANGED = "Een collega heeft dit net gewijzigd. Lees wat er nu staat en bewaar dan opnieuw."


def plan_of(file: ResidentFile) -> Plan:
    """The plan of a locked dossier.

    Raises: RuleViolation when it was not begun.
    """
    plan = Plan.objects.filter(file=file).first()
    if plan is None:
        raise RuleViolation("Er is nog geen plan. Begin eerst een plan.")
    plan.file = file
    return plan


def move_on(plan: Plan) -> None:
    """Something in the plan changed: what the resident agreed to is an earlier edition."""
    plan.edition += 1
    plan.save(update_fields=["edition"])


def planned(plan: Plan) -> Evaluation | None:
    """The evaluation that has to come."""
    found = plan.evaluations.filter(state=EvaluationState.PLANNED).first()
    if found is not None:
        found.file = plan.file
    return found


def plan_next(plan: Plan, day: date, *, by: User, at: datetime) -> Evaluation:
    """A planned evaluation with its line; the caller knows that there is none."""
    made = Evaluation(file=plan.file, resident_id=plan.resident_id, plan=plan, planned_on=day)
    made.written_by = by
    made.save(force_insert=True)
    leave_line(plan.file, LineKind.EVALUATION, by=by, at=at, words=full_date(day))
    return made


def plan_usual(plan: Plan, *, by: User, at: datetime) -> None:
    """A goal runs, so an evaluation has to come (PL-8): in thirteen weeks, when there is none."""
    if planned(plan) is None:
        plan_next(plan, local_day(at) + USUAL, by=by, at=at)
