"""Good words of collective work, for the tests of its acts."""

import uuid
from typing import Any

from cases.collective.models import CollectiveEntry, CollectiveKind
from cases.collective.services import EntryText, GoalText, create_entry
from clusters.models import NeighbourhoodAssignment
from tests.factories.collective import TODAY, effort_of
from tests.factories.community import LifeDomainFactory


def place_of(team: Any) -> Any:
    """The wijk of the cluster of a team."""
    return NeighbourhoodAssignment.objects.get(cluster=team.cluster).neighbourhood


def text_for(team: Any, person: Any, **own: Any) -> EntryText:
    """A contact in the network of today."""
    told: dict[str, Any] = {
        "kind": CollectiveKind.NETWORK,
        "title": "Overleg met de school",
        "topic": LifeDomainFactory(),
        "neighbourhood": place_of(team),
        "employee": person,
        "effort": effort_of(),
        "day": TODAY,
    }
    return EntryText(**(told | own))


def created(team: Any, by: Any, key: uuid.UUID | None = None, **own: Any) -> CollectiveEntry:
    """Written down by somebody, about themselves."""
    text = text_for(team, by, **own)
    return create_entry(submission_key=key or uuid.uuid4(), team=team, text=text, by=by)


GOAL = GoalText("Eenzaamheid", "Minder mensen alleen.", "Bezoekers per week", "30 per week")
