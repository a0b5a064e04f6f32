"""What lies with one employee at one team: each piece with who could have it; only reads (UD-1)."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, FilteredRelation, Model, OuterRef, Q, QuerySet

from cases.decisions.lifecycle import ApplicationState
from cases.decisions.services.desks import WORKERS as DECIDING
from cases.dossiers.models import ResidentFile
from cases.dossiers.models.colleagues import ONLY_READING
from cases.dossiers.models.files import WORKING_ROLES
from cases.plans.models import Evaluation, EvaluationState
from cases.talks.models import KitchenTableTalk
from cases.todos.models import Task
from cases.workload.items import LoadItem, open_items
from cases.workload.kinds import KINDS
from cases.workload.terms import NEARLY, STANDS, stands
from clusters.models import HANDLING_ROLES, Membership, Role, Team, User
from common.deadlines import ONE_DAY, local_day
from common.weeks import midnight, monday_of

WEEK, ALL = "week", "alles"
ABLE: dict[str, frozenset[Role]] = {
    "terugbellen": frozenset(HANDLING_ROLES) - {Role.TEAM_MANAGER},
    "meldingen": frozenset(HANDLING_ROLES) - {Role.TEAM_MANAGER},
    "aanvragen": frozenset(DECIDING),
    "waakvlammen": frozenset({Role.TEAM_WORKER}),
    "dossiers": frozenset(WORKING_ROLES),
}
"""Roles that can have a piece of a kind; of a task that hangs on the dossier."""
ORDER = ("terugbellen", "meldingen", "aanvragen", "waakvlammen", "dossiers", "taken")
"""In which order kinds are locked, as a hand-over does (OD-6)."""
DECIDED = "er ligt al een besluit; haal het eerst terug"
ALONE = "niemand anders werkt in dit dossier; regel waarneming of laat een collega meewerken"
GOES_ALONG = "gaat mee met het dossier"


@dataclass(frozen=True)
class Piece:
    """One piece: what it is, who can have it, and why it stays when nobody can.

    ``joined`` are those among them who work along in the dossier already.
    """

    item: LoadItem
    able: frozenset[int] = frozenset()
    joined: frozenset[int] = frozenset()
    stays: str = ""

    @property
    def key(self) -> str:
        """The name of its field."""
        return f"{self.item.kind}-{self.item.number}"


def colleagues_of(person: User, team: Team, at: datetime) -> dict[int, frozenset[str]]:
    """Who else works in the team today, each with their roles there; one query."""
    rows = Membership.objects.running(local_day(at)).filter(team=team, role__in=HANDLING_ROLES)
    found: dict[int, set[str]] = defaultdict(set)
    for user_id, role in rows.exclude(user=person).values_list("user_id", "role"):
        found[user_id].add(role)
    return {user_id: frozenset(roles) for user_id, roles in found.items()}


Roles = dict[int, frozenset[str]]
"""Per colleague the roles in the team."""


def pieces_of(
    person: User, team: Team, at: datetime, which: str = ALL, colleagues: Roles | None = None
) -> list[Piece]:
    """Everything open with this employee at this team, or what must happen this week (UD-1).

    Two queries: the work, and who works along; one more when the ``colleagues`` are not told.
    """
    listed = list_of(which)
    kinds = [listed[0]] if listed else ORDER
    items = open_items(person, {team.pk}, kinds, at, lambda kind: _narrow(kind, person, at, which))
    if colleagues is None:
        colleagues = colleagues_of(person, team, at)
    files = {item.number for item in items if item.kind == "dossiers"}
    joined = _joined(files | {item.file_id for item in items if item.file_id}, local_day(at))
    return [_judged(item, colleagues, joined, files, person) for item in items]


def rows_of(kind: str, person: User, team: Team) -> QuerySet[Model]:
    """The open rows of one kind with this employee at this team."""
    found = KINDS[kind]
    return found.of(person.pk).filter(**{found.team: team})


def end_of_week(at: datetime) -> datetime:
    """The moment after the Sunday of this week."""
    return midnight(monday_of(local_day(at)) + 7 * ONE_DAY)


def list_of(which: str) -> tuple[str, str] | None:
    """The kind and the stand of a list of terms ("meldingen.te-laat"), when it is one (WL-9)."""
    kind, _, stand = which.partition(".")
    return (kind, stand) if kind in NEARLY and stand in STANDS else None


def _narrow(kind: str, person: User, at: datetime, which: str) -> Q:
    """What must happen before the end of the week: a term, a talk, a task or an evaluation."""
    if which == ALL:
        return Q()
    listed, end = list_of(which), end_of_week(at)
    if listed:
        return stands(listed[1], kind, at)
    if kind == "dossiers":
        tasks = Task.objects.open().filter(file=OuterRef("pk"), owner=person, due_at__lte=end)
        looks = Evaluation.objects.filter(file=OuterRef("pk"), state=EvaluationState.PLANNED)
        return Q(Exists(tasks)) | Q(Exists(looks.filter(planned_on__lt=local_day(end))))
    soon = Q(due_at__lte=end)
    if kind == "meldingen":
        talks = KitchenTableTalk.objects.live().filter(notification=OuterRef("pk"))
        soon |= Q(Exists(talks.filter(starts_at__lt=end)))
    return soon


Joined = dict[int, tuple[int, frozenset[int]]]
"""Per dossier who directs it, and who works along."""


def _joined(file_ids: Collection[int], day: date) -> Joined:
    """Who is in these dossiers on ``day``; one query."""
    running = Q(colleagues__until__isnull=True) | Q(colleagues__until__gte=day)
    running &= Q(colleagues__since__lte=day, colleagues__ended_at__isnull=True)
    running &= ~Q(colleagues__role__in=list(ONLY_READING))
    rows = ResidentFile.objects.filter(pk__in=file_ids).order_by("pk")
    rows = rows.annotate(inside=FilteredRelation("colleagues", condition=running))
    found: dict[int, tuple[int, set[int]]] = {}
    for file_id, director, employee in rows.values_list("pk", "director", "inside__employee"):
        people = found.setdefault(file_id, (director, set()))[1]
        people |= set() if employee is None else {employee}
    return {file_id: (director, frozenset(people)) for file_id, (director, people) in found.items()}


def _judged(
    item: LoadItem,
    colleagues: dict[int, frozenset[str]],
    joined: Joined,
    files: set[int],
    person: User,
) -> Piece:
    """Who can have it: by the role, and of a task who works in its dossier."""
    if item.file_id is not None:
        return _judged_task(item, joined[item.file_id], item.file_id in files, person)
    if item.kind == "aanvragen" and item.state != ApplicationState.OPEN:
        return Piece(item, stays=DECIDED)
    able = frozenset(one for one, roles in colleagues.items() if roles & ABLE[item.kind])
    if item.kind != "dossiers":
        return Piece(item, able=able)
    return Piece(item, able=able, joined=joined[item.number][1] & able)


def _judged_task(
    item: LoadItem, there: tuple[int, frozenset[int]], goes_along: bool, person: User
) -> Piece:
    """A task goes to who works in its dossier, or goes along when that dossier goes over."""
    if goes_along:
        return Piece(item, stays=GOES_ALONG)
    director, others = there
    able = (others | {director}) - {person.pk}
    return Piece(item, able=able, stays="" if able else ALONE)
