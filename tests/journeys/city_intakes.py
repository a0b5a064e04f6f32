"""The meldingen of the test city: one in every state, an urgent one, a late one, a long one."""

import uuid
from dataclasses import replace
from datetime import timedelta

from django.utils import timezone

from cases.intakes import services
from cases.intakes.deciding import PROPOSAL
from cases.intakes.letter import confirmation_of, stamp_of
from cases.intakes.models.triage import FACTS
from cases.models import (
    AdviceAnswer,
    CallbackSubject,
    Paper,
    Resident,
    TriageVersion,
    WmoNotification,
)
from cases.papers.tasks import make_papers
from cases.papers.worker import NO_LIBRARIES
from clusters.models import User
from common.deadlines import local_day
from tests.factories.intakes import ANSWERS
from tests.journeys.city import LONG_NAME, LONG_WORD, RTL, City, register

ASKED = "Ik kan na mijn val niet meer zelf douchen en de trap op. Ik wil graag hier blijven wonen."
REPORTS = (
    # name, days ago, who has it, what was told
    ("melding-nieuw", 0, "", {"channel": "walk_in"}),
    ("melding-mijn", 1, "handler", {"channel": "call"}),
    (
        "melding-spoed",
        1,
        "handler",
        {
            "channel": "professional",
            "reported_by": "professional",
            "reporter_name": "Transferverpleegkundige Van Loon",
            "is_urgent": True,
            "urgent_reason": "Komt morgen thuis uit het ziekenhuis en is alleen.",
        },
    ),
    ("melding-bijna", 38, "handler", {"channel": "letter"}),
    ("melding-laat", 60, "handler", {"channel": "outreach"}),
    ("melding-ingetrokken", 20, "handler", {"channel": "walk_in"}),
    ("melding-collega", 5, "team_worker", {"channel": "call"}),
    ("melding-bevestigd", 3, "handler", {"channel": "call"}),
    ("melding-zonder-pdf", 3, "handler", {"channel": "call"}),
    ("melding-brief-wacht", 3, "handler", {"channel": "call"}),
    ("melding-geheim", 1, "handler", {"channel": "walk_in"}),
    ("melding-rtl", 2, "handler", {"channel": "call", "question": RTL}),
)


def furnish(city: City) -> None:
    """Report, and bring some of them further; ``city.things`` knows them by name."""
    for number, (name, ago, who, told) in enumerate(REPORTS):
        city.things[name] = _report(city, 20 + number, ago, who, told).pk
    long = register(city, 40, at=timezone.now(), name=LONG_NAME)
    city.things["melding-lang"] = _told(
        city,
        long.pk,
        0,
        "handler",
        {
            "channel": "letter",
            "question": (LONG_WORD * 4)[:4000],
            "reported_by": "family",
            "reporter_name": LONG_NAME[:120],
        },
    ).pk
    _confirm(city, "melding-zonder-pdf")
    Paper.objects.update(state="failed", refusal=NO_LIBRARIES)
    _confirm(city, "melding-bevestigd")
    make_papers()
    _confirm(city, "melding-brief-wacht")
    Resident.objects.filter(notifications=city.things["melding-geheim"]).update(
        address_secret=True, postcode="", house_number=None, house_suffix=""
    )
    _rule(city)
    _triage(city, "melding-spoed", services.Chosen("team", "single", "help", "Is alleen thuis."))
    _triage(city, "melding-bijna", services.Chosen("city_hall", "single", "help"))
    _advise(city)
    services.withdraw_notification(
        notification_id=city.things["melding-ingetrokken"],
        reason="Mevrouw gaat bij haar dochter wonen en wil geen onderzoek meer.",
        by=city.people["handler"],
    )
    _support(city)


def _support(city: City) -> None:
    """One resident wants a volunteer, and nothing was asked yet."""
    number = city.things["melding-bevestigd"]
    city.things["melding-steun"] = number
    offer = services.SupportOffer(timezone.localdate(), "yes", kind="volunteer")
    services.offer_support(
        notification_id=number, version=0, offer=offer, by=city.people["handler"]
    )


def _confirm(city: City, name: str) -> None:
    """The letter goes out by post."""
    row = WmoNotification.objects.for_detail().get(pk=city.things[name])
    services.confirm_notification(
        notification_id=row.pk,
        way="post",
        stamp=stamp_of(confirmation_of(row, local_day(timezone.now()))),
        by=city.people["handler"],
    )


def _rule(city: City) -> None:
    """Rules in use, and a draft in which the last but one rule is gone."""
    by = city.people["application_manager"]
    first = services.change_rules(stamp="", rules=PROPOSAL, by=by)
    services.publish_rules(stamp=first.stamp, by=by)
    live = TriageVersion.objects.live()
    assert live is not None
    rules = [replace(PROPOSAL[0], facts=("",) * len(FACTS)), *PROPOSAL[1:]]
    services.change_rules(stamp=live.stamp, rules=rules, by=by)


def _triage(city: City, name: str, chosen: services.Chosen) -> None:
    """The answers of a single question, and what was chosen."""
    services.register_triage(
        notification_id=city.things[name],
        submission_key=uuid.uuid4(),
        facts=tuple(ANSWERS.values()),
        version_number=1,
        chosen=chosen,
        by=city.people["handler"],
    )


def _advise(city: City) -> None:
    """Some short contacts at the counter."""
    answer = AdviceAnswer.objects.get(code="uitleg")
    for code, minutes in (("geld", 10), ("geld", 15), ("wonen", 5)):
        services.register_advice(
            submission_key=uuid.uuid4(),
            channel="walk_in",
            topic=CallbackSubject.objects.get(code=code),
            answer=answer,
            minutes=minutes,
            by=city.people["team_worker"],
        )


def _report(
    city: City, number: int, ago: int, who: str, told: dict[str, object]
) -> WmoNotification:
    """A melding of somebody the team knows."""
    at = timezone.now() - timedelta(days=ago)
    callback = register(city, number, at=at, name=f"Mw. J. van Houten-{number}")
    return _told(city, callback.pk, ago, who, told)


def _told(
    city: City, callback_id: int, ago: int, who: str, told: dict[str, object]
) -> WmoNotification:
    """What a colleague of the team wrote down that day."""
    at = timezone.now() - timedelta(days=ago)
    facts = {"reported_by": "resident", "question": ASKED, "received_on": local_day(at), **told}
    by: User = city.people[who or "handler"]
    return services.register_notification(
        submission_key=uuid.uuid4(),
        callback_id=callback_id,
        melding=services.Melding(**facts),  # type: ignore[arg-type]
        mine=bool(who),
        by=by,
        at=at,
    )
