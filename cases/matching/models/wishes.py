"""What is asked, for whom it may be shared, and why there is no match: words and lists."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from django.db.models import QuerySet

from cases.residents.models import Consent
from cases.residents.models.consents import Giver

RECIPIENT = "welzijn"
CATEGORIES = ("contactgegevens", "hulpvraag")
"""What a consent must be for: this kind of recipient gets this data (MV-3)."""


class MatchUrgency(models.TextChoices):
    """How soon somebody is needed."""

    SOON = "soon", "Snel: binnen een week"
    NORMAL = "normal", "Gewoon: binnen een maand"
    LATER = "later", "Kan wachten"


class Gender(models.TextChoices):
    """Whom the resident prefers."""

    WOMAN = "woman", "Een vrouw"
    MAN = "man", "Een man"


class SharedBy(models.TextChoices):
    """Why the coordinator may know it (WMO 5.3.3 lid 1 and 3)."""

    TEAM = "team", "Binnen het team: geen toestemming nodig"
    CONSENT = "consent", "Met toestemming van de inwoner"


class NoMatch(models.TextChoices):
    """Why there is no match."""

    NOBODY = "nobody", "Er is geen vrijwilliger beschikbaar"
    TOO_MUCH = "too_much", "De vraag is te zwaar voor een vrijwilliger"
    DECLINED = "declined", "De inwoner wil het toch niet"
    NO_CONTACT = "no_contact", "De inwoner is niet bereikt"
    NEEDLESS = "needless", "Het is niet meer nodig"
    OTHER = "other", "Iets anders"


@dataclass(frozen=True)
class Wish:
    """What is asked: only what a coordinator needs, and nothing about health (MV-2)."""

    words: str
    times: str = ""
    language: str = ""
    gender: str = ""


def consents_to_share(resident: Any, day: date) -> QuerySet[Consent]:
    """Consents with which a welfare organisation may know name and question on ``day`` (MV-3)."""
    rows: Any = Consent.objects.in_force(resident, day).exclude(given_by=Giver.NOBODY)
    rows = rows.filter(recipient_kind__code=RECIPIENT)
    for code in CATEGORIES:
        rows = rows.filter(categories__code=code)
    return rows  # type: ignore[no-any-return]
