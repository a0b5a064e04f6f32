"""Keukentafelgesprekken of the demo city: one in each state, of one wijkwerker (GES-1)."""

import uuid
from datetime import datetime, timedelta
from typing import Any

from cases.demo.cast import Cast
from cases.intakes.letter import confirmation_of, stamp_of
from cases.intakes.models import LetterWay, NotificationChannel, Reporter, WmoNotification
from cases.intakes.services import Melding, confirm_notification, register_notification
from cases.models import CallbackRequest, KitchenTableTalk, LifeDomain
from cases.talks import services
from clusters.models import TeamKind, User, working_calendar
from common.autosave import Stamp
from common.deadlines import local_day

NAMESPACE = uuid.UUID("8c1f6a0e-52b7-4a53-9d3b-3f7b0c6f3f52")
HOUR = timedelta(hours=1)
STORIES: tuple[tuple[str, int, str], ...] = (
    # how far it is, working days from now, what was reported
    ("planned", 1, "Ik val steeds in de badkamer. Kan daar iets aan gebeuren?"),
    ("held", 0, "Mijn man heeft dementie en ik trek het niet meer alleen."),
    ("concluded", -2, "Ik kom de trap niet meer op."),
    ("agreed", -5, "Ik zit hele dagen alleen thuis."),
)
SAID: dict[str, dict[str, str]] = {
    "wonen": {
        "state": "discussed",
        "question": "Hoe kan ik in mijn eigen huis blijven wonen?",
        "words": "Ik woon hier al dertig jaar. Ik wil hier niet weg.",
        "well": "Koken lukt goed, en de buurt is fijn.",
        "hard": "De trap gaat niet meer. Ik slaap al weken op de bank.",
        "helpers": "De buurvrouw brengt de boodschappen.",
        "wish": "Weer in mijn eigen bed slapen.",
        "own": "Het bed beneden zetten.",
        "own_short": "Beneden is geen badkamer.",
        "network": "De zoon komt in het weekend.",
        "network_short": "Doordeweeks is er niemand.",
        "volunteer_short": "Een vrijwilliger lost de trap niet op.",
        "general_short": "Voor een trap is er geen algemene voorziening.",
        "custom": "Een traplift, of hulp bij het verhuizen naar een woning zonder trap.",
        "zrm-4": "3",
        "zrm-10": "4",
    },
    "netwerk": {
        "state": "discussed",
        "question": "Hoe kom ik weer onder de mensen?",
        "words": "Sinds mijn val kom ik nergens meer.",
        "wish": "Een keer per week samen eten.",
        "volunteer": "Een maatje dat meeloopt naar het buurthuis.",
        "general": "De eettafel in het buurthuis, op dinsdag.",
    },
}


def create_talks(*, cast: Cast, now: datetime) -> None:
    """Meldingen of residents the team knows, and what came of them at the table."""
    by = _worker(cast)
    callbacks = _known(by, len(STORIES))
    for number, (callback, story) in enumerate(zip(callbacks, STORIES, strict=False)):
        _tell(number, callback, story, by, now)


def _worker(cast: Cast) -> User:
    """The wijkwerker one signs in as: the first of all, in the order they were hired."""
    teams = (people for key, people in cast.workers.items() if _is_wijkteam(cast, key))
    return next(teams)[0]


def _is_wijkteam(cast: Cast, team_id: int) -> bool:
    return cast.teams[team_id].kind == TeamKind.WIJKTEAM


def _known(by: User, count: int) -> list[CallbackRequest]:
    """Requests of different residents with a name, oldest first."""
    rows = CallbackRequest.objects.visible_to(by).filter(resident__is_anonymous=False)
    found: dict[int, CallbackRequest] = {}
    for row in rows.select_related("resident").order_by("pk"):
        found.setdefault(row.resident_id, row)
    return list(found.values())[:count]


def _tell(
    number: int, callback: CallbackRequest, story: tuple[str, int, str], by: User, now: datetime
) -> None:
    """One melding, its confirmation, and the talk as far as the story goes."""
    state, days, question = story
    calendar = working_calendar()
    moment = calendar.add_days(now, days) if days > 0 else now
    start = (moment + timedelta(days=min(days, 0))).replace(minute=0, second=0, microsecond=0)
    melding = _melding(number, callback, question, by, min(start, now) - timedelta(days=3))
    talk = services.plan_talk(
        submission_key=_key(number, "talk"),
        notification_id=melding.pk,
        appointment=services.Appointment(
            starts_at=start,
            ends_at=start + HOUR,
            place="home",
            guests=(("resident", "", "team"), ("family", "De zoon", "resident")),
        ),
        by=by,
        at=min(start, now) - timedelta(days=2),
    )
    if state != "planned":
        _hold(number, talk, by, min(start, now))
    if state in ("concluded", "agreed"):
        services.conclude_talk(talk_id=talk.pk, by=by, at=start + HOUR)
    if state == "agreed":
        _send(number, talk, by, start + 2 * HOUR, now)


def _melding(
    number: int, callback: CallbackRequest, question: str, by: User, at: datetime
) -> WmoNotification:
    made = register_notification(
        submission_key=_key(number, "melding"),
        callback_id=callback.pk,
        melding=Melding(
            channel=NotificationChannel.WALK_IN,
            received_on=local_day(at),
            reported_by=Reporter.RESIDENT,
            question=question,
        ),
        by=by,
        at=at,
    )
    stamp = stamp_of(confirmation_of(made, local_day(at)))
    return confirm_notification(
        notification_id=made.pk, way=LetterWay.values[0], stamp=stamp, by=by, at=at
    )


def _hold(number: int, talk: KitchenTableTalk, by: User, at: datetime) -> None:
    """Begin, write on two cards and agree on something."""
    services.hold_talk(talk_id=talk.pk, by=by, at=at)
    for code, said in SAID.items():
        if LifeDomain.objects.filter(code=code, is_active=True).exists():
            typed = {name: [text] for name, text in said.items()}
            own: Any = {"talk_id": talk.pk, "domain_code": code, "by": by, "at": at}
            services.save_card(typed=typed, stamp=Stamp(1, "demo"), **own)
    services.agree_on(
        submission_key=_key(number, "agreement"),
        talk_id=talk.pk,
        what="Vraagt in het buurthuis naar de eettafel.",
        owner="worker",
        owner_name="",
        due_on=local_day(at + timedelta(days=7)),
        by=by,
    )


def _send(number: int, talk: KitchenTableTalk, by: User, at: datetime, now: datetime) -> None:
    """The report went out, and the resident signed it with a remark."""
    sent = services.send_report(
        submission_key=_key(number, "report"), talk_id=talk.pk, version=1, by=by, at=at
    )
    services.record_reaction(
        version_id=sent.pk,
        talk_id=talk.pk,
        reaction="remarks",
        words="Het klopt. Ik wil wel graag op woensdag in plaats van dinsdag.",
        reacted_on=local_day(now),
        signature="paper",
        by=by,
        at=now,
    )


def _key(number: int, what: str) -> uuid.UUID:
    return uuid.uuid5(NAMESPACE, f"{number}:{what}")
