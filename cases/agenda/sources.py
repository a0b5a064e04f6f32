"""What the agenda is made of: live from the calls, the kennisbank and the callbacks (TEL-8).

A point is a kind and a number. It is on the agenda while its source says so and nobody has ticked
it off; it stays in scope as long as the source itself does.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from cases.agenda.models import AgendaPoint, PointKind
from cases.callbacks.models import SELECTIONS, CallbackRequest
from cases.contacts.models import ContactQuestion, QuestionResult
from cases.helpdesk.models import HelpState
from cases.knowledge.models import ArticleSuggestion
from clusters.models import User

PointRef = tuple[str, int]

PASSED_ON = Q(result__in=[QuestionResult.CALLBACK, QuestionResult.REFERRED])
LEFT_OPEN = Q(help_question__isnull=False) & ~Q(help_question__state=HelpState.ANSWERED)
ATTEMPTED_LATE = Q(first_attempt_at__gt=F("due_at"))
ORDER = list(PointKind)


def unanswered(user: User, at: datetime) -> QuerySet[ContactQuestion]:
    """Questions of one's own desk without an answer in the call, of the last weeks."""
    rows = ContactQuestion.objects.visible_to(user).filter(ended_at__gte=_since(at))
    rows = rows.filter(PASSED_ON | LEFT_OPEN, subject__isnull=False)
    return rows.filter(_not_ticked(PointKind.UNANSWERED))


def asked_for(user: User, at: datetime) -> QuerySet[ArticleSuggestion]:
    """Articles that were asked for; who settles one in the kennisbank takes it off the agenda."""
    rows = ArticleSuggestion.objects.visible_to(user).open()
    return rows.filter(_not_ticked(PointKind.ARTICLE)).order_by("suggested_at", "pk")


def late(user: User, at: datetime) -> QuerySet[CallbackRequest]:
    """Requests of one's own desk that were first called too late, or are late now."""
    rows = CallbackRequest.objects.visible_to(user).filter(registered_at__gte=_since(at))
    rows = rows.filter(SELECTIONS["te-laat"].at(at) | ATTEMPTED_LATE)
    return rows.filter(_not_ticked(PointKind.LATE)).order_by("registered_at", "pk")


OPEN: dict[str, Callable[[User, datetime], QuerySet[Any]]] = {
    PointKind.UNANSWERED: unanswered,
    PointKind.ARTICLE: asked_for,
    PointKind.LATE: late,
}
SOURCES: dict[str, Any] = {
    PointKind.UNANSWERED: ContactQuestion,
    PointKind.ARTICLE: ArticleSuggestion,
    PointKind.LATE: CallbackRequest,
}


def in_scope(user: User, refs: Iterable[PointRef]) -> set[PointRef]:
    """Which of these points this employee may know of at all."""
    return _found(refs, lambda kind: SOURCES[kind].objects.visible_to(user))


def still_open(user: User, refs: Iterable[PointRef], at: datetime) -> list[PointRef]:
    """Which of these points are on the agenda now, in the order of the page."""
    return in_order(_found(refs, lambda kind: OPEN[kind](user, at)))


def in_order(refs: Iterable[PointRef]) -> list[PointRef]:
    """Points in the order of the page: kind by kind, oldest first."""
    return sorted(refs, key=lambda ref: (ORDER.index(PointKind(ref[0])), ref[1]))


def of_subject(user: User, subject_id: int, newest: int, at: datetime) -> list[PointRef]:
    """Every open question about a subject, up to the newest one that was counted on the page."""
    rows = unanswered(user, at).filter(subject_id=subject_id, pk__lte=newest)
    return [(PointKind.UNANSWERED.value, pk) for pk in rows.values_list("pk", flat=True)]


def numbers_by_kind(refs: Iterable[PointRef]) -> dict[str, set[int]]:
    """The numbers of points, per kind."""
    numbers: dict[str, set[int]] = defaultdict(set)
    for kind, number in refs:
        numbers[kind].add(number)
    return numbers


def _found(refs: Iterable[PointRef], rows_of: Callable[[str], QuerySet[Any]]) -> set[PointRef]:
    """The points whose row is among those of their kind; one query per kind."""
    return {
        (kind, pk)
        for kind, numbers in numbers_by_kind(refs).items()
        for pk in rows_of(kind).filter(pk__in=numbers).values_list("pk", flat=True)
    }


def _since(at: datetime) -> datetime:
    return at - timedelta(weeks=settings.AGENDA_WEEKS)


def _not_ticked(kind: str) -> Any:
    return ~Exists(AgendaPoint.objects.order_by().filter(kind=kind, object_id=OuterRef("pk")))
