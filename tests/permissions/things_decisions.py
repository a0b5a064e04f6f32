"""Aanvragen and decisions that the addresses of the matrix are about."""

from collections.abc import Callable
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from cases.decisions.papers import order_of as decision_order
from cases.decisions.papers import term_order_of
from tests.factories.decisions import (
    ApplicationFactory,
    DecisionFactory,
    ObjectionFactory,
    PauseFactory,
    ProvisionFactory,
    TermLetterFactory,
)
from tests.factories.intakes import NotificationFactory
from tests.factories.mandates import MandateFactory
from tests.factories.papers import paper_of


def _application(world: SimpleNamespace, **own: Any) -> Any:
    """An aanvraag of team Noord, on the desk of the handler."""
    melding = NotificationFactory(team=world.noord, handler=world.cast.handler, investigated=True)
    return ApplicationFactory(melding=melding, **own)


def _decided(world: SimpleNamespace, state: str = "open", **own: Any) -> Any:
    """The same with a decision that grants one product; in its state."""
    facts = {"sent": True} if state == "sent" else {"state": state}
    application = _application(world, **facts | own)
    letter: Any = {"to": [], "sections": []} if state == "sent" else None
    taken = state in ("decided", "sent")
    decision = DecisionFactory(
        application=application, taken=taken, letter=letter, motivation="Kanarie in het besluit"
    )
    line = ProvisionFactory(decision=decision)
    for person in (world.cast.handler, world.cast.team_worker):
        MandateFactory(holder=person, products=[line.product])
    return line


def _of_decided(world: SimpleNamespace, state: str, **own: Any) -> list[Any]:
    line = _decided(world, state, **own)
    return [line.decision.application_id, line.pk]


def _drafted(world: SimpleNamespace, **own: Any) -> list[Any]:
    return _of_decided(world, **own)[:1]


def _paused(world: SimpleNamespace) -> list[Any]:
    pause = PauseFactory(application=_application(world))
    return [pause.application_id, pause.pk]


def _delayed(world: SimpleNamespace) -> Any:
    """One of which the resident heard that it takes longer, on paper."""
    application = _application(world)
    application.told_on = application.received_on
    application.promised_on = application.due_on + timedelta(days=5)
    application.save()
    return TermLetterFactory(application=application)


def _term_letter(world: SimpleNamespace, *, made: bool = False) -> list[Any]:
    letter = _delayed(world)
    if made:
        paper_of(term_order_of(letter))
    return [letter.application_id, letter.pk]


def _objection(world: SimpleNamespace) -> list[Any]:
    line = _decided(world, "sent")
    return [
        line.decision.application_id,
        ObjectionFactory(application=line.decision.application).pk,
    ]


def _decision_paper(world: SimpleNamespace) -> list[Any]:
    """A decision that was sent, with its letter as PDF."""
    line = _decided(world, "sent")
    paper_of(decision_order(line.decision))
    return [line.decision.application_id]


DECISION_THINGS: dict[str, Callable[[SimpleNamespace], list[Any]]] = {
    "application": lambda world: [_application(world).pk],
    "application-free": lambda world: [_application(world, handler=None).pk],
    "application-paused": _paused,
    "application-delayed": lambda world: [_delayed(world).application_id],
    "term-letter": _term_letter,
    "term-paper": lambda world: _term_letter(world, made=True),
    "application-drafted": lambda world: _drafted(world, state="open"),
    "application-offered": lambda world: _drafted(
        world, state="offered", second=world.cast.team_worker
    ),
    "application-decided": lambda world: _drafted(world, state="decided"),
    "application-sent": lambda world: _drafted(world, state="sent"),
    "decision-paper": _decision_paper,
    "provision-draft": lambda world: _of_decided(world, "open"),
    "provision-sent": lambda world: _of_decided(world, "sent"),
    "objection": _objection,
    "export-form": lambda world: ["csv"],
}
