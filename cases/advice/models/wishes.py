"""Who is asked what, and why that may be shared: words and lists."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db import models

from cases.dossiers.models import HelpRequest
from cases.liaisons.models import Liaison
from cases.residents.models import DataCategory, RecipientKind
from clusters.models import Membership


class SharedBy(models.TextChoices):
    """Why the one who is asked may know it (WMO 5.3.3 lid 1 and 3; H11)."""

    TEAM = "team", "Binnen het team: geen toestemming nodig"
    ANONYMOUS = "anonymous", "Anoniem: zonder gegevens van de inwoner"
    CONSENT = "consent", "Met toestemming van de inwoner"
    GROUND = "ground", "Op een grond in de wet, met een reden"


@dataclass(frozen=True)
class Recipient:
    """Who is asked: a colleague in one of their teams, or somebody without an account."""

    colleague: Membership | None = None
    kind: RecipientKind | None = None
    name: str = ""
    organisation: str = ""
    liaison: Liaison | None = None

    @classmethod
    def of_liaison(cls, liaison: Liaison) -> "Recipient":
        """A linking pin of the team, as somebody without an account; one query."""
        kind = RecipientKind.objects.get(code=liaison.kind)
        return cls(None, kind, liaison.name, liaison.organisation, liaison)


@dataclass(frozen=True)
class AdviceWish:
    """What is asked; with ``question`` it is about that hulpvraag."""

    kind: str
    words: str
    question: HelpRequest | None = None
    is_anonymous: bool = False


@dataclass(frozen=True)
class Sharing:
    """Which data go along beside name and question, and with what right."""

    data: Collection[DataCategory] = ()
    by_law: bool = False
    reason: str = ""


@dataclass(frozen=True)
class Told:
    """What is kept closed of a question: the words, who outside is asked, and why without consent.

    Who it is outside is closed too: "GGZ, praktijk X" tells about health (ADR 27).
    """

    words: str
    name: str = ""
    organisation: str = ""
    reason: str = ""
