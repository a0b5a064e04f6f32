"""Signals of the test city: free, taken, given up soon, cleared, over, emptied and very long."""

import uuid
from datetime import timedelta

from django.utils import timezone

from cases.signals import services
from cases.signals.models import Signal
from clusters.models import Neighbourhood, Team
from common.deadlines import local_day
from tests.factories.signals import SignalFactory, told
from tests.journeys.city import LONG_WORD, RTL, TEAM, City

ME, COLLEAGUE = "handler", "team_worker"
DAY = timedelta(days=1)
NAMES = ("free", "taken", "unreached", "cleared", "ended", "long", "emptied")


def furnish(city: City) -> None:
    """Write them down; ``city.things`` knows them by name."""
    things, me = city.things, city.people[ME]
    for name in NAMES:
        row = _registered(city, name)
        things[f"signal-{name}"] = row.pk
        if name not in ("free", "long"):
            services.take_signal(signal_id=row.pk, by=me)
    for _ in range(3):
        _attempt(city, "unreached", "unreached", "Niemand deed open. " + RTL)
    _attempt(city, "taken", "left", "Kaart achtergelaten.")
    _attempt(city, "cleared", "spoken", "Hij wil graag hulp.")
    row = Signal.objects.get(pk=things["signal-cleared"])
    services.clear_signal(
        signal_id=row.pk, version=row.version, ground="vital", words=LONG_WORD[:300], by=me
    )
    for name in ("ended", "emptied"):
        services.end_signal(
            signal_id=things[f"signal-{name}"],
            version=2,
            outcome="nothing",
            words="Er is niets nodig.",
            by=me,
        )
    past = timezone.now() - DAY
    Signal.objects.filter(pk=things["signal-emptied"]).update(empty_at=past)
    services.empty_old_signals(at=timezone.now())
    late = Signal.objects.get(pk=things["signal-taken"])
    late.plan(local_day(timezone.now()) - 3 * DAY)
    late.save()
    _many(city)


def _many(city: City) -> None:
    """Enough in one wijk for who sees large numbers only."""
    first = Signal.objects.get(pk=city.things["signal-free"])
    own = {"team": first.team, "neighbourhood": first.neighbourhood, "handler": city.people[ME]}
    for _ in range(8):
        SignalFactory(ended=True, registered_by=city.people[ME], **own)


def _registered(city: City, name: str) -> Signal:
    """By a colleague of the team."""
    own = {"what": LONG_WORD[:1000], "whom": LONG_WORD[:200]} if name == "long" else {}
    anonymous = name in ("taken", "cleared")
    return services.register_signal(
        submission_key=uuid.uuid4(),
        told=told(stays_anonymous=anonymous, with_children=anonymous, **own),
        neighbourhood=_place(),
        by=city.people[COLLEAGUE],
    )


def _place() -> Neighbourhood:
    """A wijk of the team."""
    team = Team.objects.get(code=TEAM)
    return Neighbourhood.objects.filter(assignments__cluster=team.cluster).order_by("pk")[0]


def _attempt(city: City, name: str, result: str, words: str) -> None:
    row = Signal.objects.get(pk=city.things[f"signal-{name}"])
    services.log_attempt(
        signal_id=row.pk,
        submission_key=uuid.uuid4(),
        version=row.version,
        way="visit",
        result=result,
        words=words,
        next_on=local_day(timezone.now()) + 5 * DAY,
        by=city.people[ME],
    )
