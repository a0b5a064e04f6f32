"""How one piece of each kind goes to a colleague: by the act of its own room (UD-3, UD-4).

Each act asks the grants, checks the colleague, tells them, and leaves its line and its trail.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cases.callbacks.inheriting import inherit_callback
from cases.callbacks.lifecycle import CallbackState
from cases.callbacks.models import CallbackRequest
from cases.callbacks.routing import who_calls_for
from cases.callbacks.services import assign_callback
from cases.decisions.models import Application
from cases.decisions.services import pass_application
from cases.dossiers.models import ResidentFile
from cases.dossiers.services import transfer_direction
from cases.intakes.services import assign_notification
from cases.permissions import GRANTS, Action
from cases.todos.models import Task
from cases.todos.services import give_task
from cases.waakvlam.models import Waakvlam
from cases.waakvlam.services import transfer_waakvlam
from clusters.models import User
from common.errors import RuleViolation


@dataclass(frozen=True)
class Passing:
    """From whom to whom, who decided that, when, and why in words."""

    person: User
    to: User
    by: User
    at: datetime
    why: str


def move(kind: str, number: int, passing: Passing) -> None:
    """Let one piece go over; raises RuleViolation or PermissionDenied as its own act does."""
    MOVERS[kind](number, passing)


def _callback(number: int, passing: Passing) -> None:
    """A paused one goes on waiting for the resident, with the colleague (TB-6)."""
    callback = CallbackRequest.objects.select_for_update().get(pk=number)
    if callback.state != CallbackState.PAUSED:
        assign_callback(callback_id=number, person=passing.to, by=passing.by, at=passing.at)
        return
    decision = GRANTS.require(passing.by, Action.ASSIGN_CALLBACK, callback)
    if passing.to.pk not in who_calls_for(callback.team_id, passing.at):
        raise RuleViolation("Deze collega belt nu niet terug voor dit team.", field="person")
    own: dict[str, Any] = {"by": passing.by, "at": passing.at, "decision": decision}
    inherit_callback(callback, team=callback.team, person=passing.to, why=passing.why, **own)


def _notification(number: int, passing: Passing) -> None:
    assign_notification(notification_id=number, person=passing.to, by=passing.by, at=passing.at)


def _application(number: int, passing: Passing) -> None:
    desk = Application.objects.select_related("desk").get(pk=number).desk
    own: dict[str, Any] = {"reason": passing.why, "by": passing.by, "at": passing.at}
    pass_application(application_id=number, desk=desk, person=passing.to, **own)


def _waakvlam(number: int, passing: Passing) -> None:
    """The deputy stays; who takes over what they are deputy of changes places with the owner."""
    waakvlam = Waakvlam.objects.select_related("owner", "deputy").get(pk=number)
    swaps = waakvlam.deputy_id == passing.to.pk
    deputy = waakvlam.owner if swaps else waakvlam.deputy
    own: dict[str, Any] = {"version": waakvlam.version, "by": passing.by, "at": passing.at}
    transfer_waakvlam(waakvlam_id=number, owner=passing.to, deputy=deputy, **own)


def _file(number: int, passing: Passing) -> None:
    version = ResidentFile.objects.values_list("version", flat=True).get(pk=number)
    own: dict[str, Any] = {"reason": passing.why, "by": passing.by, "at": passing.at}
    transfer_direction(file_id=number, version=version, person=passing.to, **own)


def _task(number: int, passing: Passing) -> None:
    file_id = Task.objects.values_list("file_id", flat=True).get(pk=number)
    own: dict[str, Any] = {"why": passing.why, "by": passing.by, "at": passing.at}
    give_task(file_id=file_id, task_id=number, person=passing.to, **own)


Mover = Callable[[int, Passing], None]
MOVERS: dict[str, Mover] = {
    "terugbellen": _callback,
    "meldingen": _notification,
    "aanvragen": _application,
    "waakvlammen": _waakvlam,
    "dossiers": _file,
    "taken": _task,
}
