"""Every letter and report with the same people and days each time, as its maker makes it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from cases.intakes.letter import confirmation_of
from cases.intakes.papers import confirmation, support_request
from cases.intakes.support_letter import support_request_of
from cases.makers import MAKERS
from cases.papers.making import Document
from cases.talks.drafting import SECTIONS
from cases.talks.drawing import Drawing
from cases.talks.models import Signer
from cases.talks.papers import report
from tests.factories import TeamFactory, UserFactory
from tests.factories.cases import MONDAY, ResidentFactory
from tests.factories.intakes import (
    LetterFactory,
    NotificationFactory,
    SupportFactory,
    SupportRequestFactory,
)
from tests.factories.talks import ReportFactory, TalkFactory, VersionFactory

NUMBER = 4711


def melding(**own: Any) -> Any:
    """A melding of which everything that comes on paper is fixed."""
    resident = ResidentFactory(
        name="Bakker", phone="+31612345678", postcode="1315KA", house_number=7
    )
    return NotificationFactory(
        pk=NUMBER,
        resident=resident,
        team=TeamFactory(name="Team Noord"),
        handler=UserFactory(first_name="Noor", last_name="Jansen"),
        confirmed=True,
        **own,
    )


def _confirmation(**own: Any) -> Document:
    made = melding(**own)
    letter = LetterFactory(notification=made, content=confirmation_of(made, MONDAY.date()))
    return confirmation(str(letter.pk))


def _support_request() -> Document:
    made = melding()
    support = SupportFactory(notification=made, kind="volunteer")
    content = support_request_of(made, support, MONDAY.date())
    return support_request(str(SupportRequestFactory(notification=made, content=content).pk))


def version(**own: Any) -> Any:
    """A version that was sent, with every section filled in."""
    texts = {part.name: f"Wat er staat bij {part.name}.\nEn nog een regel." for part in SECTIONS}
    texts |= {
        "to": "mevrouw Bakker",
        "about": "Dit verslag gaat over het gesprek van maandag 23 november 2026.",
        "present": "Bij het gesprek waren mevrouw Bakker en Noor Jansen.",
        "support": "U wilde geen cliëntondersteuner.",
    }
    talk = TalkFactory(notification=melding(), concluded=True)
    sent = VersionFactory(report=ReportFactory(talk=talk, texts=texts), texts=texts)
    for name, value in own.items():
        setattr(sent, name, value)
    return sent


def _report() -> Document:
    return report(str(version().pk))


def _report_on_paper() -> Document:
    day = MONDAY.date() + timedelta(days=2)
    sent = version(reaction="remarks", reacted_on=day, signature="paper", signed_on=day)
    sent.keep_words("Mijn dochter komt op dinsdag.\nNiet op woensdag.")
    sent.save()
    return report(str(sent.pk))


def _report_on_screen() -> Document:
    day = MONDAY.date()
    sent = version(reaction="agreed", reacted_on=day, signature="screen", signed_on=day)
    sent.keep_signer(Signer("A. Bakker", Drawing.read("30,100 90,40 150,160")))
    sent.save()
    return report(str(sent.pk))


DOCUMENTS: dict[str, tuple[str, Callable[[], Document]]] = {
    "bevestiging": ("confirmation", _confirmation),
    "bevestiging-spoed": (
        "confirmation",
        lambda: _confirmation(urgent=True, reported_by="family", reporter_name="Els Bakker"),
    ),
    "verzoek-clientondersteuning": ("support_request", _support_request),
    "onderzoeksverslag": ("report", _report),
    "onderzoeksverslag-reactie": ("report", _report_on_paper),
    "onderzoeksverslag-getekend": ("report", _report_on_screen),
}
"""The name of the reference: the kind of paper, and what makes the document."""


def kinds_without_reference() -> set[str]:
    """Kinds that a room makes and that nobody compares."""
    return set(MAKERS) - {kind for kind, _make in DOCUMENTS.values()}


__all__ = ["DOCUMENTS", "kinds_without_reference", "version"]
