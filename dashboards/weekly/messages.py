"""What the summary says: numbers and where to find them; nothing about a resident (design 6)."""

from datetime import date, datetime

from django.conf import settings
from django.urls import reverse

from cases.workload.terms import STANDS
from clusters.models import User
from dashboards.ask_kinds import ASKS, counts_for
from dashboards.figures import CallbackFigures
from dashboards.term_figures import term_table

SAID = ("te-laat", "bijna")


def weekly_subject(monday: date) -> str:
    """The subject of the mail."""
    return f"Weekoverzicht, week {monday.isocalendar().week}"


def weekly_body(user: User, at: datetime) -> str:
    """The text of the mail; some four queries.

    Only numbers the dashboard has at this moment, for the role in effect.
    """
    parts = [
        _section("Wat op u wacht", _asks(user, at)),
        _section("Terugbelverzoeken", _callbacks(user, at)),
        _section("Termijnen", _terms(user, at)),
        f"De cijfers met hun lijsten: {settings.SITE_URL}{reverse('dashboard')}",
        "Wilt u dit overzicht niet meer? Zet het uit bij Mijn weergaven: "
        f"{settings.SITE_URL}{reverse('saved-views')}",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _section(title: str, lines: list[str]) -> str:
    return "\n".join([title, *(f"- {line}" for line in lines)]) if lines else ""


def _asks(user: User, at: datetime) -> list[str]:
    counts = counts_for(user, at)
    found = [f"{ASKS[code].label}: {number}" for code, number in counts.items() if number]
    return found or ["Er wacht niets op uw antwoord."]


def _callbacks(user: User, at: datetime) -> list[str]:
    return [f"{tile.label}: {tile.value}" for tile in CallbackFigures(user, at).tiles()]


def _terms(user: User, at: datetime) -> list[str]:
    """Per kind what is late and nearly late; none above the teams."""
    stands = [list(STANDS).index(code) for code in SAID]
    lines = []
    for line in term_table(user, at):
        said = [f"{line.figures[each].value} {line.figures[each].label.lower()}" for each in stands]
        lines.append(f"{line.name}: {', '.join(said)}")
    return lines
