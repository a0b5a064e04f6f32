"""Every act on an existing request, with what it needs: for tests that ask all of them the same."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from audit.models import AuditEvent
from cases.callbacks import services
from cases.callbacks.lifecycle import CallbackState
from cases.models import CallbackOutcome, CallbackReminder, CallbackRequest
from clusters.models import Notice
from tests.factories.cases import MONDAY, in_state

S = CallbackState
UNTIL = MONDAY + timedelta(days=2)


@dataclass(frozen=True)
class Act:
    """A service, the state it starts from, who may do it, its answers and what it leaves."""

    service: Callable[..., CallbackRequest]
    start: str
    end: str
    step: str
    may: tuple[str, ...]
    answers: Callable[[SimpleNamespace], dict[str, Any]] = lambda cast: {}

    def do(self, callback: CallbackRequest, cast: SimpleNamespace, by: Any) -> CallbackRequest:
        """Take the step as this person."""
        return self.service(callback_id=callback.pk, by=by, **self.answers(cast))


def _attempt(result: str) -> Callable[[SimpleNamespace], dict[str, Any]]:
    return lambda cast: {
        "submission_key": uuid.uuid4(),
        "result": result,
        "note": "",
        "again_at": None,
        "outcome": None,
    }


def _outcome(cast: SimpleNamespace) -> dict[str, Any]:
    return {"outcome": CallbackOutcome.objects.get(code="beantwoord"), "outcome_note": "Gelukt."}


TEAM = ("team_worker", "team_manager", "handler")
ON_MY_DESK = ("handler", "team_manager")
ACTS = {
    "claim": Act(services.claim_callback, S.WAITING, S.CLAIMED, "claimed", TEAM),
    "release": Act(services.release_callback, S.CLAIMED, S.WAITING, "released", ON_MY_DESK),
    "forward": Act(
        services.forward_callback,
        S.CLAIMED,
        S.WAITING,
        "forwarded",
        TEAM,
        lambda cast: {"team": cast.elsewhere, "reason": "Woont daar nu."},
    ),
    "assign": Act(
        services.assign_callback,
        S.WAITING,
        S.CLAIMED,
        "assigned",
        TEAM,
        lambda cast: {"person": cast.team_worker},
    ),
    "attempt": Act(
        services.log_attempt, S.CLAIMED, S.CLAIMED, "attempted", ("handler",), _attempt("no_answer")
    ),
    "next_step": Act(
        services.choose_next_step,
        S.STUCK,
        S.PAUSED,
        "chosen",
        ON_MY_DESK,
        lambda cast: {"choice": "letter", "until": UNTIL, "phone": ""},
    ),
    "pause": Act(
        services.pause_callback,
        S.CLAIMED,
        S.PAUSED,
        "paused",
        ON_MY_DESK,
        lambda cast: {"pause_reason": "away", "until": UNTIL},
    ),
    "resume": Act(services.resume_callback, S.PAUSED, S.CLAIMED, "resumed", ON_MY_DESK),
    "close": Act(services.close_callback, S.CLAIMED, S.CLOSED, "closed", ON_MY_DESK, _outcome),
    "cancel": Act(
        services.cancel_callback, S.CLAIMED, S.CLOSED, "cancelled", ("contact_centre", "help_desk")
    ),
    "reopen": Act(
        services.reopen_callback,
        S.CLOSED,
        S.WAITING,
        "reopened",
        TEAM,
        lambda cast: {"reason": "Toch niet opgelost."},
    ),
}


def ready_for(name: str, cast: SimpleNamespace, **own: Any) -> CallbackRequest:
    """A request of team Noord in the state from which this act starts, on the handler's desk."""
    return in_state(ACTS[name].start, **of_noord(cast, ACTS[name].start), **own)


def of_noord(cast: SimpleNamespace, state: str) -> dict[str, Any]:
    """Team, desk and handler of a request of Noord in this state."""
    team = cast.team_worker.acting_memberships[0].team
    desk = cast.contact_centre.acting_memberships[0].team
    own: dict[str, Any] = {"team": team, "registered_in": desk}
    return own if state == S.WAITING else {**own, "handler": cast.handler}


def lines_of(callback: CallbackRequest) -> list[str]:
    """The codes of the audit lines about a request, oldest first."""
    events = AuditEvent.objects.filter(
        object_type="cases.callbackrequest", object_id=str(callback.pk)
    )
    return list(events.order_by("pk").values_list("code", flat=True))


def steps_of(callback: CallbackRequest) -> list[str]:
    """What colleagues read back, oldest first."""
    return list(callback.steps.order_by("pk").values_list("step", flat=True))


def bells_of(callback: CallbackRequest, state: str = "pending") -> dict[str, Any]:
    """The reminders of a request in this state: kind and moment."""
    rows = CallbackReminder.objects.filter(callback=callback, state=state)
    return dict(rows.values_list("kind", "due_at"))


def told(*people: Any) -> list[str]:
    """The notices of these people, or of everybody."""
    rows = Notice.objects.filter(person__in=people) if people else Notice.objects.all()
    return list(rows.order_by("pk").values_list("text", flat=True))
