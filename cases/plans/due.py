"""Which evaluations somebody must hold soon, and how they stand against their day; only reads."""

from datetime import datetime, time, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from cases.callbacks.models.lights import Light
from cases.dossiers.models import ResidentFile
from cases.dossiers.models.files import WORKING_ROLES
from cases.plans.models import Evaluation, EvaluationState
from clusters.models import User
from common.deadlines import local_day

AHEAD = timedelta(days=14)
"""From this long before its day an evaluation is work."""


def evaluations_due(user: User) -> QuerySet[Evaluation]:
    """Those of dossiers that this employee directs (PL-8), the nearest day first; one query."""
    rows = Evaluation.objects.select_related("file", "resident")
    if user.acting_role not in WORKING_ROLES:
        return rows.none()
    mine = ResidentFile.objects.visible_to(user).open().filter(user.on_desk("director"))
    near = timezone.localdate() + AHEAD
    due = rows.filter(file__in=mine, state=EvaluationState.PLANNED, planned_on__lte=near)
    return due.order_by("planned_on", "pk")


def end_of(evaluation: Evaluation) -> datetime:
    """The last moment of its day, to stand among other terms."""
    return timezone.make_aware(datetime.combine(evaluation.planned_on, time.max))


def light_of(evaluation: Evaluation, at: datetime) -> Light:
    """In a word and a colour; never a colour alone."""
    days = (evaluation.planned_on - local_day(at)).days
    if days < 0:
        return Light("late", "nog niet gehouden")
    return Light("warning", "vandaag") if days == 0 else Light("ok", "gepland")
