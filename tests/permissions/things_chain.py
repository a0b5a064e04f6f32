"""What the addresses of working together are about: volunteers, advice, linking pins, referrals."""

from types import SimpleNamespace
from typing import Any

from tests.factories.advice import AdviceFactory
from tests.factories.conferences import (
    ConferenceFactory,
    InvitationFactory,
    ItemAgreementFactory,
    ItemFactory,
    SeriesFactory,
)
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


def _conference(world: SimpleNamespace) -> Any:
    """A casusoverleg of team Noord, today, which the wijkwerker of the team leads."""
    series = SeriesFactory(team=world.noord, chair=world.cast.team_worker)
    return ConferenceFactory(series=series)


def _invitation(world: SimpleNamespace, **own: Any) -> Any:
    """The linking pin is a guest at a point of the handler."""
    meeting = _conference(world)
    item = ItemFactory(file=_file(world), conference=meeting, summary="Kanarie", **own)
    return InvitationFactory(item=item, person=world.cast.liaison)


CHAIN_THINGS: dict[str, Any] = {
    "feedback": lambda world: [FeedbackFactory(file=_file(world), organisation="Kanarie").pk],
    "referral": lambda world: [
        ReferralFactory(question=HelpRequestFactory(file=_file(world)), words="Kanarie").pk
    ],
    "liaison": lambda world: [LiaisonFactory(team=world.noord).pk],
    "advice": _advice,
    "advice-answered": lambda world: _advice(world, answered=True),
    "conference": lambda world: [_conference(world).pk],
    "series": lambda world: [_conference(world).series_id],
    "item": lambda world: [_invitation(world).item_id],
    "item-guest": lambda world: [_invitation(world).pk],
    "item-agreement": lambda world: [
        ItemAgreementFactory(guest=_invitation(world, discussed=True)).pk
    ],
    "match": _match,
    "match-taken": lambda world: _match(world, taken=True),
    "match-found": lambda world: _match(world, matched=True),
}
