"""What is told of a meeting, a point and a guest, as the acts take it."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, time

from cases.advice.models import Recipient
from cases.dossiers.models import HelpRequest
from cases.residents.models import DataCategory
from clusters.models import District, Team, User


@dataclass(frozen=True)
class SeriesFacts:
    """Where, when and with whom in the chair a meeting comes back."""

    starts_at: time
    minutes: int
    place: str
    chair: User
    weeks: int
    on_closed_day: str


@dataclass(frozen=True)
class Owner:
    """Of whom a series is: one of the two."""

    team: Team | None = None
    district: District | None = None


@dataclass(frozen=True)
class Facts:
    """When and where one meeting is."""

    held_on: date
    starts_at: time
    place: str


@dataclass(frozen=True)
class Brought:
    """What somebody puts on the table; with ``question`` it is about that hulpvraag."""

    topic: str
    ask: str
    summary: str
    minutes: int
    question: HelpRequest | None = None
    is_anonymous: bool = False
    data: Collection[DataCategory] = field(default_factory=list)


@dataclass(frozen=True)
class Guest:
    """What is kept closed of an invitation: who it is outside, and why without consent."""

    name: str = ""
    organisation: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Inviting:
    """Who is asked to join in, and with what right they may know it."""

    guests: Collection[Recipient]
    by_law: bool = False
    reason: str = ""
    knows_safety: bool = False
