"""Adviesvragen in the test city, in every state, of colleagues and of somebody outside."""

import uuid

from django.utils import timezone

from cases.advice import services
from cases.advice.models import AdviceRequest, AdviceWish, Recipient, Sharing
from cases.dossiers.models import ResidentFile
from cases.models import RecipientKind
from clusters.models import Membership, Role, Team
from tests.factories import MembershipFactory
from tests.factories.advice import consent_for, specialist
from tests.factories.cases import ResidentFactory
from tests.factories.dossiers import FileFactory
from tests.journeys.city import LONG_NAME, LONG_WORD, TEAM, City

ME = "handler"
WORDS = "Mevrouw slaapt slecht en belt elke nacht. Wat raad je aan?"


def furnish(city: City) -> None:
    """Ask for advice; ``city.things`` knows the questions by name."""
    team = Team.objects.get(code=TEAM)
    home = Membership.objects.filter(team=team, role=Role.TEAM_WORKER).first()
    assert home is not None
    named = {"user__username": "ggz", "user__first_name": "Ria", "user__last_name": "Smit"}
    seat = MembershipFactory(**named, team=team, organisation=home.organisation)
    city.people["ggz"] = specialist(seat.user)
    things = city.things
    for name in ("asked", "answered", "withdrawn", "long"):
        things[f"advice-{name}"] = _ask(city, team, Recipient(seat), name).pk
    things["advice-anonymous"] = _ask(city, team, Recipient(seat), "", is_anonymous=True).pk
    things["advice-file"] = AdviceRequest.objects.get(pk=things["advice-asked"]).file_id
    answered, withdrawn = things["advice-answered"], things["advice-withdrawn"]
    services.answer_advice(advice_id=answered, words="Bel de praktijk.", by=seat.user)
    services.withdraw_advice(advice_id=withdrawn, words="Opgelost.", by=city.people[ME])
    kind = RecipientKind.objects.get(code="wi")
    outside = Recipient(None, kind, "W. de Werk", "Gemeente, afdeling W&I")
    things["advice-outside"] = _ask(city, team, outside, "outside").pk


def _ask(city: City, team: Team, who: Recipient, name: str, **wish: object) -> AdviceRequest:
    own = {"team": team, "director": city.people[ME], "opened_at": timezone.now()}
    known = LONG_NAME if name == "long" else f"Inwoner A {name}"
    file: ResidentFile = FileFactory(resident=ResidentFactory(name=known), **own)
    consent_for(file.resident, "wi", given_on=timezone.localdate())
    words = LONG_WORD[:1900] if name == "long" else WORDS
    return services.ask_advice(
        submission_key=uuid.uuid4(),
        file_id=file.pk,
        recipient=who,
        wish=AdviceWish("consult", words, **wish),  # type: ignore[arg-type]
        sharing=Sharing(),
        by=city.people[ME],
    )
