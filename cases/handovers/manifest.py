"""What is open at a hand-over, and with whom: nothing goes over without an owner (OD-6).

Rows of other rooms are locked before the dossier, as the acts of those rooms do, and in the order
of their numbers: two acts at once wait for each other and never for ever.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from cases.callbacks.inheriting import inherit_callback
from cases.callbacks.lifecycle import OPEN_STATES
from cases.callbacks.models import CallbackRequest
from cases.decisions.inheriting import inherit_application
from cases.decisions.lifecycle import ApplicationState
from cases.decisions.models import Application
from cases.decisions.services.desks import WORKERS as DECIDING_ROLES
from cases.dossiers.models import ResidentFile
from cases.dossiers.models.colleagues import ONLY_READING
from cases.dossiers.parting import end_colleague_of
from cases.handovers.receiving import WORKS_IN
from cases.intakes.inheriting import inherit_notification
from cases.intakes.models import WmoNotification
from cases.todos.inheriting import pass_on
from cases.waakvlam.models import Waakvlam
from clusters.models import Membership, Team, TeamKind, User
from common.access import Decision
from common.templatetags.screen import deadline

ALONG, STAYS = "along", "stays"
Mover = Callable[..., None]


@dataclass(frozen=True)
class Item:
    """One open thing: what it is, whose, and whether it may go along or stay."""

    key: str
    label: str
    owner: User | None
    row: Any
    can_go: bool = True
    can_stay: bool = True

    @property
    def is_person(self) -> bool:
        """Somebody who works along; that one stays, or stops."""
        return self.key.startswith("colleague:")

    @property
    def usual(self) -> str:
        """What is chosen at first."""
        return ALONG if self.can_go and not self.is_person else STAYS

    @property
    def choices(self) -> list[tuple[str, str]]:
        """What can be chosen, in words."""
        go, stay = ("werkt niet meer mee", "blijft meewerken")
        if not self.is_person:
            go, stay = ("gaat mee", f"blijft bij {self.owner}")
        return [(ALONG, go)] * self.can_go + [(STAYS, stay)] * self.can_stay


@dataclass(frozen=True)
class Passing:
    """To whom things go, who decided that and when."""

    team: Team
    person: User
    by: User
    at: datetime
    decision: Decision
    why: str

    @property
    def facts(self) -> dict[str, Any]:
        """As the acts of the rooms take it."""
        names = ("team", "person", "by", "at", "decision", "why")
        return {name: getattr(self, name) for name in names}


def open_items(file: ResidentFile, to_team: Team, day: date, *, lock: bool = False) -> list[Item]:
    """Everything that is open about this resident with this team; a query per kind."""
    at_work = set(Membership.objects.running(day).values_list("user_id", flat=True))
    found = [*_callbacks(file, lock), *_notifications(file, lock)]
    found += [*_applications(file, to_team, lock), *_waakvlammen(file, lock)]
    found += [*_tasks(file), *_colleagues(file, day)]
    return [_judged(item, at_work) for item in found]


def _judged(item: Item, at_work: set[int]) -> Item:
    """Nothing stays with nobody, or with somebody who works here no more."""
    stays = item.can_stay and item.owner is not None and item.owner.pk in at_work
    return replace(item, can_stay=stays)


def move(item: Item, passing: Passing) -> None:
    """Let one thing go along; the dossier has its new casusregisseur already."""
    kind = item.key.partition(":")[0]
    MOVERS[kind](item.row, passing)


def missing(items: list[Item], chosen: Mapping[str, str]) -> list[Item]:
    """What has no (possible) choice yet."""
    return [item for item in items if not _allows(item, chosen.get(item.key, ""))]


def _allows(item: Item, choice: str) -> bool:
    return (choice == ALONG and item.can_go) or (choice == STAYS and item.can_stay)


def _callbacks(file: ResidentFile, lock: bool) -> Iterator[Item]:
    rows = CallbackRequest.objects.filter(resident_id=file.resident_id, team_id=file.team_id)
    rows = rows.filter(state__in=OPEN_STATES).select_related("handler").order_by("pk")
    for row in rows.select_for_update(of=("self",)) if lock else rows:
        label = f"Terugbelverzoek {row}, bellen uiterlijk {deadline(row.due_at)}"
        yield Item(f"callback:{row.pk}", label, row.handler, row)


def _notifications(file: ResidentFile, lock: bool) -> Iterator[Item]:
    rows = WmoNotification.objects.open().filter(resident_id=file.resident_id)
    rows = rows.filter(team_id=file.team_id).select_related("handler").order_by("pk")
    for row in rows.select_for_update(of=("self",)) if lock else rows:
        label = f"Melding {row} met haar gesprekken, onderzoek klaar op {deadline(row.due_on)}"
        yield Item(f"melding:{row.pk}", label, row.handler, row)


def _applications(file: ResidentFile, to_team: Team, lock: bool) -> Iterator[Item]:
    """One goes along to a team that decides, and not while a second person looks at it."""
    decides = WORKS_IN.get(TeamKind(to_team.kind)) in DECIDING_ROLES
    rows = (
        Application.objects.running().filter(resident_id=file.resident_id).select_related("handler")
    )
    rows = rows.order_by("pk")
    for row in rows.select_for_update(of=("self",)) if lock else rows:
        can_go = decides and row.state == ApplicationState.OPEN
        label = f"Aanvraag {row}, besluit uiterlijk {deadline(row.due_on)}"
        yield Item(f"application:{row.pk}", label, row.handler, row, can_go)


def _waakvlammen(file: ResidentFile, lock: bool) -> Iterator[Item]:
    """A light contact stays with who keeps it: it hangs on no dossier (WAA-1)."""
    rows = Waakvlam.objects.running().filter(resident_id=file.resident_id, team_id=file.team_id)
    rows = rows.select_related("owner").order_by("pk")
    for row in rows.select_for_update(of=("self",)) if lock else rows:
        label = f"Waakvlam, contact uiterlijk {deadline(row.due_at)}"
        yield Item(f"waakvlam:{row.pk}", label, row.owner, row, can_go=False)


def _tasks(file: ResidentFile) -> Iterator[Item]:
    for row in file.tasks.open().select_related("owner").order_by("due_at", "pk"):
        row.file = file
        label = f"Taak voor {deadline(row.due_on)}"  # the words are of the dossier
        yield Item(f"task:{row.pk}", label, row.owner, row)


def _colleagues(file: ResidentFile, day: date) -> Iterator[Item]:
    rows = file.colleagues.running(day).exclude(role__in=ONLY_READING).select_related("employee")
    for row in rows.order_by("pk"):
        row.file = file
        label = f"{row.employee} werkt mee: {row.get_role_display().lower()}"
        yield Item(f"colleague:{row.pk}", label, row.employee, row)


def _pass_task(row: Any, passing: Passing) -> None:
    """Unless it went over already, with the casusregie."""
    row.refresh_from_db(fields=["owner", "version"])
    if row.owner_id != passing.person.pk:
        pass_on(row, passing.person, by=passing.by, at=passing.at, why=passing.why)


def _end_colleague(row: Any, passing: Passing) -> None:
    """Somebody who does not stay stops working along."""
    end_colleague_of(row.file, row, by=passing.by, at=passing.at)


MOVERS: dict[str, Mover] = {
    "callback": lambda row, passing: inherit_callback(row, **passing.facts),
    "melding": lambda row, passing: inherit_notification(row, **passing.facts),
    "application": lambda row, passing: inherit_application(row, **passing.facts),
    "task": _pass_task,
    "colleague": _end_colleague,
}
