"""Work that was handed out in the test city: to look at, and somebody without any work."""

from tests.factories import MembershipFactory
from tests.factories.handout import HandedPieceFactory, HandOutFactory
from tests.journeys.city import LONG_NAME, City


def furnish(city: City) -> None:
    """Of the handler, just now, with a piece that stayed where it was."""
    me, manager = city.people["handler"], city.people["team_manager"]
    made = HandOutFactory(person=me, team=city.team, by=manager)
    long = MembershipFactory(team=city.team, user__first_name="Jo", user__last_name=LONG_NAME).user
    HandedPieceFactory(handout=made, to=city.people["team_worker"])
    HandedPieceFactory(handout=made, to=long, fate="moved_on")
    city.things["handout"] = made.pk
    city.people["workless"] = MembershipFactory(team=city.team).user
