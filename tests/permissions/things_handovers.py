"""Hand-overs that the addresses of the matrix are about."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from tests.factories.dossiers import FileColleagueFactory, FileFactory
from tests.factories.handovers import HandoverFactory


def _handover(world: SimpleNamespace) -> list[Any]:
    """The handler of team Noord offers a dossier to the team of the outsiders."""
    file = FileFactory(team=world.noord, director=world.cast.handler)
    words = "Kanarie in de samenvatting"
    return [HandoverFactory(file=file, to_team=world.cast.elsewhere, words=words).pk]


def _former(world: SimpleNamespace) -> list[Any]:
    """A dossier of team Noord that the handler directed until a while ago."""
    file = FileFactory(team=world.noord)
    FileColleagueFactory(file=file, employee=world.cast.handler, role="former")
    return [file.pk]


HANDOVER_THINGS: dict[str, Callable[[SimpleNamespace], list[Any]]] = {
    "handover": _handover,
    "file-former": _former,
}
