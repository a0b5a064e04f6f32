"""Absence, and work handed out, that the addresses of the matrix are about: of the handler."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from clusters.models import Absence
from tests.factories.absence import AbsenceFactory
from tests.factories.handout import HandOutFactory


def _absence(world: SimpleNamespace) -> list[Any]:
    """The handler is away today."""
    found = Absence.objects.filter(employee=world.cast.handler).first()
    return [(found or AbsenceFactory(employee=world.cast.handler)).pk]


def _person(world: SimpleNamespace) -> list[Any]:
    return [world.cast.handler.pk]


def _handout(world: SimpleNamespace) -> list[Any]:
    """Work of the handler went to the other wijkwerker of Noord."""
    cast = world.cast
    return [HandOutFactory(person=cast.handler, team=world.noord, by=cast.team_manager).pk]


def _team(world: SimpleNamespace) -> list[Any]:
    return [world.noord.pk]


ABSENCE_THINGS: dict[str, Callable[[SimpleNamespace], list[Any]]] = {
    "absence": _absence,
    "absent-person": _person,
    "absence-team": _team,
    "handout": _handout,
}
