"""Hand-overs of the test city in every state, between a wijkteam and the SST."""

import uuid

from django.utils import timezone

from cases.handovers import services
from cases.handovers.manifest import open_items
from cases.handovers.models import Handover, Offer, WarmTalk
from cases.handovers.services.offering import Draft
from clusters.models import Team
from common.deadlines import local_day
from tests.factories import MembershipFactory
from tests.factories.cases import CallbackFactory, ResidentFactory
from tests.factories.dossiers import FileFactory
from tests.factories.todos import TaskFactory
from tests.journeys.city import LONG_NAME, LONG_WORD, TEAM, City

ME, SST = "handler", "city_social_team"
STATES = ("draft", "offered", "asked", "accepted", "refused", "long", "dropped", "mine")


def furnish(city: City) -> None:
    """Offer them; ``city.things`` knows them by name."""
    team = Team.objects.get(code="sst")
    by, taker = city.people[ME], city.people[SST]
    mate = {"user__username": "sst-maat", "user__first_name": "Noor", "user__last_name": "Smit"}
    MembershipFactory(role="city_social_team", team=team, **mate)
    made = {name: _offered(city, team, name) for name in STATES}
    for name, handover in made.items():
        city.things[f"handover-{name}"] = handover.pk
    services.ask_about_handover(
        handover_id=made["asked"].pk, words="Welke schulden zijn het?", by=taker
    )
    services.refuse_handover(
        handover_id=made["refused"].pk, reason="full", words="In januari weer.", by=taker
    )
    services.drop_agreement(handover_id=made["dropped"].pk, words="Toch niet.", by=by)
    _accept(made["accepted"], city)
    city.things["handover-file"] = FileFactory(
        resident=ResidentFactory(name="Aan te bieden"),
        team=Team.objects.get(code=TEAM),
        director=by,
        opened_at=timezone.now(),
    ).pk
    city.things["handover-former"] = made["accepted"].file_id


def _offered(city: City, team: Team, name: str) -> Handover:
    long, by = name == "long", city.people[ME]
    file = FileFactory(
        resident=ResidentFactory(name=LONG_NAME if long else f"Inwoner O {name}"),
        team=Team.objects.get(code=TEAM),
        director=by,
        opened_at=timezone.now(),
    )
    words = LONG_WORD[:2000] if long else "Drie schuldeisers, een zoon van zestien, weinig slaap."
    offer = Offer(words, "Wij hebben niemand voor schulden en psychiatrie samen.", "Zij wil het.")
    draft = Draft(team, "debt", "soon", "resident", offer)
    made = services.save_handover(submission_key=uuid.uuid4(), file_id=file.pk, draft=draft, by=by)
    TaskFactory(file=file, owner=by, words="De huurbaas bellen")
    CallbackFactory(resident=file.resident, team=file.team, claimed=True, handler=by)
    if name == "draft":
        return made
    return services.offer_handover(handover_id=made.pk, version=made.version, by=by)


def _accept(handover: Handover, city: City) -> None:
    today = local_day(timezone.now())
    items = open_items(handover.file, handover.to_team, today)
    services.accept_handover(
        handover_id=handover.pk,
        version=handover.version,
        director=city.people[SST],
        chosen={item.key: "along" for item in items},
        talk=WarmTalk(today, "Samira, Noor en de inwoner", "Noor belt morgen.", True),
        by=city.people[SST],
    )
