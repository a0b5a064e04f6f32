"""What else asks the SST: advice put to its people, and points at a casusoverleg (SD-4, SD-5)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet

from cases.advice.lifecycle import AdviceState
from cases.advice.lights import SOON
from cases.conferences.lifecycle import ConferenceState
from cases.conferences.models import ItemInvitation
from cases.models import AdviceRequest, ConferenceItem
from clusters.models import User
from common.deadlines import ONE_DAY, local_day
from common.weeks import midnight

ADVICE = {
    "open": "Open adviesvragen",
    "te-laat": "Adviesvragen te laat",
    "bijna": "Adviesvragen bijna te laat",
}
AHEAD = timedelta(weeks=2)
"""So far ahead one looks for meetings."""


@dataclass(frozen=True)
class Advices:
    """How many questions each list of ``ADVICE`` holds, and since when the oldest waits."""

    counts: dict[str, int]
    oldest: datetime | None


def advice_rows(teams: Iterable[int], code: str, at: datetime) -> QuerySet[AdviceRequest]:
    """Questions that wait for an answer of somebody asked in these teams."""
    rows = AdviceRequest.objects.filter(adviser_team_id__in=sorted(teams), state=AdviceState.ASKED)
    return rows.filter(_advice(code, at))


def advice_counts(teams: Iterable[int], at: datetime) -> Advices:
    """The numbers of these lists; one query."""
    asked: dict[str, Any] = {
        code.replace("-", "_"): Count("pk", filter=_advice(code, at)) for code in ADVICE
    }
    rows = advice_rows(teams, "open", at).order_by()
    found = rows.aggregate(oldest=Min("asked_at"), **asked)
    oldest = found.pop("oldest")
    return Advices({code: found[code.replace("-", "_")] for code in ADVICE}, oldest)


def _advice(code: str, at: datetime) -> Q:
    if code == "te-laat":
        return Q(answer_by__lt=at)
    if code == "bijna":
        return Q(answer_by__gte=at, answer_by__lte=at + SOON)
    return Q(state=AdviceState.ASKED)


def point_rows(teams: Iterable[int], at: datetime) -> QuerySet[ConferenceItem]:
    """Points of the coming two weeks of a dossier of these teams, or with one of them as guest."""
    ids = sorted(teams)
    guests = ItemInvitation.objects.current().filter(item=OuterRef("pk"), team_id__in=ids)
    start = midnight(local_day(at))
    rows = ConferenceItem.objects.waiting().filter(
        Q(Exists(guests)) | Q(file__team_id__in=ids),
        conference__state=ConferenceState.PLANNED,
        conference__begins_at__gte=start,
        conference__begins_at__lt=start + AHEAD + ONE_DAY,
    )
    return rows.select_related("conference__series__team", "conference__series__district")


def seen_among(rows: Iterable[Any], user: User) -> frozenset[int]:
    """Which of these the reader may open; the others stand in the list without a name (SD-3)."""
    found = list(rows)
    if not found:
        return frozenset()
    scope = type(found[0])._default_manager.visible_to(user)
    return frozenset(scope.filter(pk__in=[row.pk for row in found]).values_list("pk", flat=True))
