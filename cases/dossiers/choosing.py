"""Which lines of a dossier somebody wants to see: of a kind, of a person, of a period (DS-13)."""

from datetime import datetime, time, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from cases.dossiers.models import GROUPS, FileLine


def chosen_lines(rows: QuerySet[FileLine], answers: dict[str, Any]) -> QuerySet[FileLine]:
    """The lines of this choice; what is empty does not count."""
    if answers.get("soort"):
        rows = rows.filter(kind__in=GROUPS[answers["soort"]][1])
    if answers.get("wie"):
        rows = rows.filter(Q(by_id=answers["wie"]) | Q(person_id=answers["wie"]))
    if answers.get("van"):
        rows = rows.filter(at__gte=_midnight(answers["van"]))
    if answers.get("tot"):
        rows = rows.filter(at__lt=_midnight(answers["tot"] + timedelta(days=1)))
    return rows


def _midnight(day: Any) -> datetime:
    """The beginning of a day on the clock of Amsterdam."""
    return timezone.make_aware(datetime.combine(day, time.min))
