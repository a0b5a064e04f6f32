"""What the addresses of working together are about: volunteers, advice, linking pins, referrals."""

from types import SimpleNamespace
from typing import Any

from tests.factories.advice import AdviceFactory
from tests.factories.dossiers import FileFactory, HelpRequestFactory
from tests.factories.feedback import FeedbackFactory
from tests.factories.liaisons import LiaisonFactory
from tests.factories.matching import MatchFactory
from tests.factories.referrals import ReferralFactory


def _file(world: SimpleNamespace) -> Any:
    """A dossier of team Noord, directed by the handler."""
    return FileFactory(team=world.noord, director=world.cast.handler)


def _advice(world: SimpleNamespace, **own: Any) -> list[Any]:
    """A question that the handler asked of the wijkwerker of the team."""
    own |= {"file": _file(world), "adviser": world.cast.team_worker}
    return [AdviceFactory(words="Kanarie in de vraag", **own).pk]


def _match(world: SimpleNamespace, **own: Any) -> list[Any]:
    """A volunteer whom the handler asked of the wijkwerker of the team."""
    question = HelpRequestFactory(file=_file(world))
    own["coordinator"] = world.cast.team_worker
    return [MatchFactory(question=question, words="Kanarie in de vraag", **own).pk]


CHAIN_THINGS: dict[str, Any] = {
    "feedback": lambda world: [FeedbackFactory(file=_file(world), organisation="Kanarie").pk],
    "referral": lambda world: [
        ReferralFactory(question=HelpRequestFactory(file=_file(world)), words="Kanarie").pk
    ],
    "liaison": lambda world: [LiaisonFactory(team=world.noord).pk],
    "advice": _advice,
    "advice-answered": lambda world: _advice(world, answered=True),
    "match": _match,
    "match-taken": lambda world: _match(world, taken=True),
    "match-found": lambda world: _match(world, matched=True),
}
