"""Volunteers asked for in the test city, in every state; and questions that ended."""

import uuid
from datetime import timedelta
from itertools import cycle

from django.utils import timezone

from cases.dossiers.models import Outcome, ResidentFile, SatisfactionCount
from cases.matching import services
from cases.matching.models import MatchRequest, Wish
from clusters.models import Membership, Role, Team, User
from common.deadlines import local_day
from dashboards.outcome_services import refresh_outcome_figures
from tests.factories import MembershipFactory
from tests.factories.cases import ResidentFactory
from tests.factories.community import OfferFactory
from tests.factories.dossiers import FileFactory, HelpRequestFactory
from tests.factories.matching import coordinator
from tests.journeys.city import LONG_NAME, LONG_WORD, TEAM, City

ME = "handler"
ENDS = (Outcome.NETWORK, Outcome.FORMAL, Outcome.MIXED, Outcome.FORMAL, Outcome.GONE)


def furnish(city: City) -> None:
    """Ask for them; ``city.things`` knows them by name."""
    team = Team.objects.get(code=TEAM)
    mate = coordinator(_colleague(city, team))
    city.people["volunteers"] = mate
    things = city.things
    for number, name in enumerate(("asked", "taken", "found", "none", "long")):
        match = _asked(city, team, mate, f"Inwoner V{number}", long=name == "long")
        things[f"match-{name}"] = match.pk
        if name in ("taken", "found", "none"):
            services.take_match(match_id=match.pk, by=mate)
    today = local_day(timezone.now())
    services.find_match(
        match_id=things["match-found"],
        matched_with="De Schoor",
        first_contact_on=today,
        words="Zij belt morgen.",
        by=mate,
    )
    services.refuse_match(match_id=things["match-none"], reason="nobody", by=mate)
    asked = MatchRequest.objects.get(pk=things["match-asked"])
    things["match-question"] = [asked.file_id, asked.question_id]
    things["match-offer"] = OfferFactory(name="Maatjesproject").pk
    _ended(city, team)


def _colleague(city: City, team: Team) -> User:
    """Somebody of the team who looks for volunteers."""
    home = Membership.objects.filter(team=team, role=Role.TEAM_WORKER).first()
    assert home is not None
    own = {"team": team, "organisation": home.organisation}
    person = {"username": "volunteers", "first_name": "Truus", "last_name": "Bakker"}
    named = {f"user__{name}": word for name, word in person.items()}
    user: User = MembershipFactory(**named, **own).user
    return user


def _asked(city: City, team: Team, mate: User, name: str, *, long: bool) -> MatchRequest:
    resident = ResidentFactory(name=LONG_NAME if long else name)
    file = FileFactory(
        resident=resident, team=team, director=city.people[ME], opened_at=timezone.now()
    )
    words = LONG_WORD[:1000] if long else "Een maatje om mee te wandelen."
    return services.ask_match(
        submission_key=uuid.uuid4(),
        file_id=file.pk,
        question_id=HelpRequestFactory(file=file, asked_at=timezone.now()).pk,
        asked_of=mate,
        urgency="normal",
        wish=Wish(words, "woensdag", "Turks", "woman"),
        by=city.people[ME],
    )


def _ended(city: City, team: Team) -> None:
    """Questions that ended this year and before, and what residents said."""
    now, ends = timezone.now(), cycle(ENDS)
    opened = now - timedelta(days=800)
    file: ResidentFile = FileFactory(team=team, director=city.people[ME], opened_at=opened)
    for number in range(60):
        at = now - timedelta(days=12 * number)
        HelpRequestFactory(
            file=file,
            asked_at=at,
            outcome=next(ends),
            ended_at=at,
            ended_by=file.director,
        )
    for answer, n in ((9, 8), (8, 4)):
        SatisfactionCount.objects.create(
            cluster=team.cluster, year=now.year, quarter=1, asked="grade", answer=answer, n=n
        )
    refresh_outcome_figures(at=now)
