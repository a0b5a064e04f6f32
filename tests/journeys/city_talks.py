"""Talks of the test city: one in every state, with cards, agreements, reports and reactions."""

import uuid
from datetime import timedelta
from typing import Any

from django.utils import timezone

from cases.intakes.lifecycle import NotificationState
from cases.models import (
    KitchenTableTalk,
    LifeDomain,
    ReportVersion,
    TalkColleague,
    WmoNotification,
)
from cases.talks import services
from cases.talks.drawing import Drawing
from cases.talks.models import Signer
from clusters.models import Team
from common.autosave import Stamp
from tests.factories.cases import ResidentFactory
from tests.factories.intakes import NotificationFactory
from tests.journeys.city import LONG_NAME, LONG_WORD, RTL, TEAM, City

ME, WMO = "handler", "city_hall_team"
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
SAID = {
    "wonen": {
        "state": "discussed",
        "question": "Kan ik in mijn huis blijven wonen?",
        "words": "Ik woon hier al veertig jaar en ik wil hier oud worden.",
        "well": "Koken en wassen lukt nog goed.",
        "hard": "De trap is te steil. Ik slaap op de bank.",
        "helpers": "Mijn dochter doet de boodschappen.",
        "wish": "Weer in mijn eigen bed slapen.",
        "own": "Beneden slapen.",
        "own_short": "Er is beneden geen kamer.",
        "network_short": "Mijn dochter werkt de hele dag.",
        "volunteer_short": "Een vrijwilliger kan geen trap vervangen.",
        "general_short": "Er is geen algemene voorziening voor een trap.",
        "custom": "Een traplift.",
        "zrm-4": "3",
        "zrm-10": "4",
    },
    "netwerk": {
        "state": "discussed",
        "question": "Mijn dochter raakt overbelast.",
        "words": "Zij komt elke dag. Dat is te veel.",
        "wish": "Dat zij een dag vrij heeft.",
        "volunteer": "Een vrijwilliger op woensdag.",
    },
    "justitie": {},
}
SIGNER = Signer(
    "Mw. A. Bakker-de Vries",
    Drawing.read(
        "60,120 80,60 100,120 88,92 72,92;120,60 120,120 150,112 150,92 120,90 146,80 140,60;"
        "180,100 210,96 240,104 300,90 420,110 540,80"
    ),
)


def furnish(city: City) -> None:
    """Make the talks; ``city.things`` knows them by name."""
    things = city.things
    names = ("planned", "held", "faults", "clash", "offline", "concluded", "sent", "agreed")
    for number, name in enumerate(names):
        things[f"talk-{name}"] = _talk(city, number).pk
    things["talk-long"] = _talk(city, 9, name=LONG_NAME, note=LONG_WORD[:300]).pk
    things["talk-cancelled"] = _cancelled(city)
    for name in ("held", "faults", "clash", "offline", "concluded", "sent", "agreed", "long"):
        services.hold_talk(talk_id=things[f"talk-{name}"], by=city.people[ME])
    for name in ("held", "concluded", "sent", "agreed"):
        _say(city, f"talk-{name}")
    write(city, "talk-faults", "geld", state="discussed", custom="Bewindvoering")
    write(city, "talk-long", "geld", **dict.fromkeys(("words", "wish"), LONG_WORD[:10_000]))
    write(city, "talk-long", "wonen", state="discussed", question=RTL, words=RTL)
    for name in ("concluded", "sent", "agreed"):
        services.conclude_talk(talk_id=things[f"talk-{name}"], by=city.people[ME])
    things["sent-version"] = _send(city, "talk-sent")
    things["agreed-version"] = _send(city, "talk-agreed")
    _react(city, things["agreed-version"])
    things["reacted-version"] = _send(city, "talk-agreed")
    _react(city, things["reacted-version"], signature="none")
    things["signed-version"] = _send(city, "talk-agreed")
    _react(city, things["signed-version"], signature="screen", signer=SIGNER)
    things["talk-again"] = _again(city)
    TalkColleague.objects.create(talk_id=things["talk-agreed"], employee=city.people[WMO])
    things["melding-without-talk"] = _melding(city, 30).pk


def write(city: City, name: str, code: str, **said: str) -> None:
    """Write on a card, as another window would."""
    talk = KitchenTableTalk.objects.get(pk=city.things[name])
    card = talk.cards.get(domain__code=code)
    services.save_card(
        talk_id=talk.pk,
        domain_code=code,
        typed={field: [text] for field, text in said.items()},
        stamp=Stamp(card.version, "city"),
        by=city.people[ME],
    )


def _melding(city: City, number: int, **resident: Any) -> WmoNotification:
    now = timezone.now()
    return NotificationFactory(
        resident=ResidentFactory(**({"name": f"Inwoner {number}"} | resident)),
        team=Team.objects.get(code=TEAM),
        handler=city.people[ME],
        state=NotificationState.CONFIRMED,
        confirmed_at=now - 2 * DAY,
        received_on=(now - 3 * DAY).date(),
        registered_by=city.people[ME],
    )


def _talk(city: City, number: int, *, name: str = "", note: str = "") -> KitchenTableTalk:
    start = timezone.now() + number * HOUR
    resident = {"name": name} if name else {}
    return services.plan_talk(
        submission_key=uuid.uuid4(),
        notification_id=_melding(city, number, **resident).pk,
        appointment=services.Appointment(
            starts_at=start,
            ends_at=start + HOUR,
            place="home",
            place_note=note or "De bel is kapot, klop op het raam.",
            guests=(("resident", "", "team"), ("carer", "Ans de Wit", "resident")),
            colleagues=(city.people["team_worker"],),
        ),
        by=city.people[ME],
    )


def _cancelled(city: City) -> int:
    talk = _talk(city, 11)
    services.cancel_talk(talk_id=talk.pk, reason="De inwoner is ziek.", by=city.people[ME])
    return talk.pk


def _again(city: City) -> int:
    """A second talk about the melding of the one that was concluded: other scores."""
    first = KitchenTableTalk.objects.get(pk=city.things["talk-concluded"])
    start = timezone.now() + 7 * DAY
    talk = services.plan_talk(
        submission_key=uuid.uuid4(),
        notification_id=first.notification_id,
        appointment=services.Appointment(start, start + HOUR, "home"),
        by=city.people[ME],
    )
    services.hold_talk(talk_id=talk.pk, by=city.people[ME])
    city.things["talk-again"] = talk.pk
    scores = {"zrm-4": "4", "zrm-10": "2"}
    write(city, "talk-again", "wonen", state="discussed", question="Lukt het nu?", **scores)
    write(city, "talk-again", "netwerk", state="discussed", question="Gaat het?", **{"zrm-11": "3"})
    return talk.pk


def _say(city: City, name: str) -> None:
    """A card that needs a reason, two cards with a story, and an agreement."""
    talk_id, by = city.things[name], city.people[ME]
    services.switch_on_domain(
        talk_id=talk_id,
        domain=LifeDomain.objects.get(code="justitie"),
        reason="De taakstraf valt samen met de dagbesteding.",
        by=by,
    )
    for code, said in SAID.items():
        if said:
            write(city, name, code, **said)
    services.agree_on(
        submission_key=uuid.uuid4(),
        talk_id=talk_id,
        what="Vraagt een vrijwilliger voor de woensdag.",
        owner="worker",
        owner_name="",
        due_on=(timezone.now() + 7 * DAY).date(),
        by=by,
    )


def _send(city: City, name: str) -> list[Any]:
    talk_id = city.things[name]
    sent = services.send_report(
        submission_key=uuid.uuid4(), talk_id=talk_id, version=1, by=city.people[ME]
    )
    return [talk_id, sent.pk]


def _react(city: City, version: list[Any], **own: Any) -> None:
    services.record_reaction(
        version_id=version[1],
        talk_id=version[0],
        reaction="remarks",
        words="Mijn dochter heet Ans, niet Anja.",
        reacted_on=ReportVersion.objects.get(pk=version[1]).sent_on,
        by=city.people[ME],
        **{"signature": "paper", **own},
    )
