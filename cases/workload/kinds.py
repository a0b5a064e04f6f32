"""What counts as work of somebody: one line per kind, for every number and every list (WL-2, WL-3).

The weights come along in the query as subqueries that hang on nothing, so the database reads each
of them once.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Case, F, IntegerField, Model, Q, QuerySet, Subquery, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from cases.callbacks.lifecycle import OPEN_STATES as OPEN_CALLBACKS
from cases.callbacks.models import CallbackRequest
from cases.decisions.models import Application
from cases.dossiers.models import ResidentFile
from cases.intakes.models import WmoNotification
from cases.intakes.models.triage import Complexity, Involvement
from cases.todos.models import Task
from cases.waakvlam.models import Waakvlam
from cases.workload.models import WeightCode, WorkloadWeight

NEW_FOR = timedelta(weeks=6)
NEAR = timedelta(weeks=2)
W = WeightCode


def weight(code: WeightCode) -> Combinable:
    """The points of the list; nothing when the line was taken out of use."""
    rows = WorkloadWeight.objects.in_use().filter(code=code).order_by()
    return Coalesce(Subquery(rows.values("amount")[:1]), Value(0), output_field=IntegerField())


def added(condition: Q, code: WeightCode) -> Combinable:
    """The points that come on top when something holds."""
    return Case(When(condition, then=weight(code)), default=Value(0), output_field=IntegerField())


def _of_file(at: datetime) -> Combinable:
    """A dossier: by how complex it is, how the team is involved and how new it is (WL-3)."""
    basis = Case(
        When(complexity=Complexity.SINGLE, then=weight(W.FILE_SINGLE)),
        When(complexity=Complexity.MULTIPLE, then=weight(W.FILE_MULTIPLE)),
        When(complexity=Complexity.COMPLEX, then=weight(W.FILE_COMPLEX)),
        default=weight(W.FILE_UNKNOWN),
        output_field=IntegerField(),
    )
    helps = added(Q(involvement=Involvement.HELP), W.HELP)
    directs = added(Q(involvement=Involvement.DIRECTION), W.DIRECTION)
    return basis + helps + directs + added(Q(opened_at__gt=at - NEW_FOR), W.NEW)


def _of_notification(at: datetime) -> Combinable:
    """A melding, heavier when its six weeks are nearly over, and after that (TRI-6)."""
    return weight(W.NOTIFICATION) + added(Q(due_at__lte=at + NEAR), W.NEAR_TERM)


@dataclass(frozen=True)
class LoadKind:
    """A kind of work: which rows are open, in which column stands whose it is, and what it weighs.

    ``model`` is what a row is.
    ``due`` is the column of the moment by which something must happen, ``shown`` how a row says it
    (a day when it is one). ``page`` is the name of its address, ``through`` the column with the key
    of that address.
    """

    label: str
    model: type[Model]
    rows: Callable[[], QuerySet[Any]]
    person: str
    team: str
    due: str
    page: str
    points: Callable[[datetime], Combinable]
    shown: str = "due_on"
    through: str = "pk"

    def of(self, person_id: int) -> QuerySet[Any]:
        """Everything of this kind that is open with one employee."""
        return self.rows().filter(**{self.person: person_id})

    def weighed(self, at: datetime) -> QuerySet[Any]:
        """Everything that is open, each with its ``points``."""
        return self.rows().annotate(points=self.points(at))


KINDS: dict[str, LoadKind] = {
    "dossiers": LoadKind(
        "Dossiers",
        ResidentFile,
        ResidentFile.objects.open,
        "director",
        "team",
        "opened_at",
        "file-detail",
        _of_file,
        shown="opened_at",
    ),
    "terugbellen": LoadKind(
        "Terugbellen",
        CallbackRequest,
        lambda: CallbackRequest.objects.filter(state__in=OPEN_CALLBACKS),
        "handler",
        "team",
        "due_at",
        "callback-detail",
        lambda at: weight(W.CALLBACK),
        shown="due_at",
    ),
    "meldingen": LoadKind(
        "Meldingen",
        WmoNotification,
        WmoNotification.objects.open,
        "handler",
        "team",
        "due_at",
        "notification-detail",
        _of_notification,
    ),
    "aanvragen": LoadKind(
        "Aanvragen",
        Application,
        Application.objects.running,
        "handler",
        "desk",
        "due_at",
        "application-detail",
        lambda at: weight(W.APPLICATION),
    ),
    "taken": LoadKind(
        "Taken",
        Task,
        lambda: Task.objects.open().annotate(team_id=F("file__team_id")),
        "owner",
        "file__team",
        "due_at",
        "file-detail",
        lambda at: weight(W.TASK),
        through="file_id",
    ),
    "waakvlammen": LoadKind(
        "Waakvlammen",
        Waakvlam,
        Waakvlam.objects.running,
        "owner",
        "team",
        "due_at",
        "waakvlam-detail",
        lambda at: weight(W.WAAKVLAM),
        shown="next_on",
    ),
}
"""The word in the address, and the kind; in the order of the page."""
