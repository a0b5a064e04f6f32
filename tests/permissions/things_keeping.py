"""What employees share that the matrix is about: a match, a waakvlam, a signal."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from tests.factories.collective import ClusterGoalFactory, CollectiveFactory
from tests.factories.dossiers import FileFactory, HelpRequestFactory
from tests.factories.matching import MatchFactory
from tests.factories.signals import SignalFactory
from tests.factories.waakvlam import WaakvlamFactory


def _match(world: SimpleNamespace, **own: Any) -> list[Any]:
    """A volunteer whom the handler asked of the wijkwerker of the team."""
    file = FileFactory(team=world.noord, director=world.cast.handler)
    own["coordinator"] = world.cast.team_worker
    question = HelpRequestFactory(file=file)
    return [MatchFactory(question=question, words="Kanarie in de vraag", **own).pk]


def _waakvlam(world: SimpleNamespace) -> list[Any]:
    """A waakvlam of the handler, with the wijkwerker of the team as deputy."""
    own = {"owner": world.cast.handler, "deputy": world.cast.team_worker}
    return [WaakvlamFactory(team=world.noord, look_for="Kanarie in de waakvlam", **own).pk]


def _signal(world: SimpleNamespace, **own: Any) -> list[Any]:
    """A signal at the team, written down by the wijkwerker; nobody has it, or the handler."""
    if own:
        own["handler"] = world.cast.handler
    told = {"what": "Kanarie in het signaal", "whom": "Kanarie", "place": "Kanarie"}
    own["registered_by"] = world.cast.team_worker
    return [SignalFactory(team=world.noord, told=told, **own).pk]


def _collective(world: SimpleNamespace, **own: Any) -> list[Any]:
    """Work for the neighbourhood by the wijkwerker of the team."""
    return [CollectiveFactory(team=world.noord, employee=world.cast.team_worker, **own).pk]


KEEPING_THINGS: dict[str, Callable[[SimpleNamespace], list[Any]]] = {
    "collective": _collective,
    "collective-idea": lambda world: _collective(world, idea=True),
    "cluster-of-team": lambda world: [world.noord.cluster_id],
    "cluster-goal": lambda world: [ClusterGoalFactory(cluster=world.noord.cluster).pk],
    "match": _match,
    "match-taken": lambda world: _match(world, taken=True),
    "match-found": lambda world: _match(world, matched=True),
    "waakvlam": _waakvlam,
    "signal": _signal,
    "signal-taken": lambda world: _signal(world, taken=True),
    "signal-cleared": lambda world: _signal(world, cleared=True),
}
