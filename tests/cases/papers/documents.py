"""Every letter and report with the same people and days each time, as its maker makes it."""

import uuid
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction

from budgets.closing.models import YearClosing
from budgets.closing.papers import KIND, statement
from budgets.ledger.models import Pot
from budgets.ledger.services import Carry, Posting, carry_over, post_entry
from budgets.ledger.totals import entries_of
from cases.decisions.letter import decision_letter
from cases.decisions.papers import decision_letter_paper, term_letter_paper
from cases.decisions.term_letter import delay_letter, pause_letter
from cases.decisions.terms import decision_end, end_of_day, objection_end
from cases.intakes.letter import confirmation_of
from cases.intakes.papers import confirmation, support_request
from cases.intakes.support_letter import support_request_of
from cases.makers import MAKERS
from cases.papers.making import Document
from cases.talks.drafting import SECTIONS
from cases.talks.drawing import Drawing
from cases.talks.models import Signer
from cases.talks.papers import report
from tests.factories import ClusterFactory, TeamFactory, UserFactory
from tests.factories.budgets import a_pot
from tests.factories.cases import MONDAY, ResidentFactory
from tests.factories.closing import MOVES, NEW_YEAR
from tests.factories.decisions import (
    ApplicationFactory,
    DecisionFactory,
    PauseFactory,
    ProvisionFactory,
    TermLetterFactory,
)
from tests.factories.intakes import (
    LetterFactory,
    NotificationFactory,
    SupportFactory,
    SupportRequestFactory,
)
from tests.factories.mandates import ProductFactory, ProviderFactory
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


def _decision(outcome: str = "granted", **own: Any) -> Document:
    """A letter about one product, as it went out on the Monday."""
    made = melding(is_short=False)
    made.state, made.ended_at = "investigated", MONDAY
    made.save()
    application = ApplicationFactory(melding=made, pk=NUMBER, sent=True)
    decision = DecisionFactory(
        application=application, outcome=outcome, taken=True,
        motivation="U redt uw administratie niet alleen.\n\nUw zus helpt met de post.", **own,
    )  # fmt: skip
    product = ProductFactory(code="02A03", label="Begeleiding individueel", unit="hour")
    line: Any = ProvisionFactory(
        decision=decision, product=product, is_granted=outcome == "granted",
        provider=ProviderFactory(code="thuis", label="Thuishulp"),
    )  # fmt: skip
    decision.freeze(decision_letter(decision, [line], MONDAY.date()))
    decision.sent_on, decision.objection_until = MONDAY.date(), objection_end(MONDAY.date())
    decision.save()
    return decision_letter_paper(str(decision.pk))


def _revision(outcome: str, **own: Any) -> Document:
    """A letter that changes or withdraws a decision of the week before."""
    made = melding(is_short=False)
    made.state, made.ended_at = "investigated", MONDAY
    made.save()
    day = MONDAY.date()
    first = DecisionFactory(
        application=ApplicationFactory(melding=made, pk=NUMBER, sent=True), taken=True,
        letter={"to": []},
    )  # fmt: skip
    first.sent_on = first.decided_on = day - timedelta(days=7)
    first.save()
    product = ProductFactory(code="02A03", label="Begeleiding individueel", unit="hour")
    line: Any = {"product": product, "provider": ProviderFactory(code="thuis", label="Thuishulp")}
    ProvisionFactory(decision=first, **line)
    application = ApplicationFactory(
        melding=made, pk=NUMBER + 1, sent=True, ground="revision", revises=first, **own
    )
    decision = DecisionFactory(
        application=application, outcome=outcome, taken=True, hearing="heard", heard_on=day,
        effective_on=day + timedelta(days=7), motivation="Uw zus doet nu de administratie.",
    )  # fmt: skip
    lines: list[Any] = []
    if outcome == "changed":
        lines = [
            ProvisionFactory(
                decision=decision, since=decision.effective_on, volume=Decimal(1), **line
            )
        ]
    decision.freeze(decision_letter(decision, lines, day))
    decision.sent_on, decision.objection_until = day, objection_end(day)
    decision.save()
    return decision_letter_paper(str(decision.pk))


def _term(*, paused: bool) -> Document:
    """A letter about a pause of a week, or about a day that was promised."""
    made = melding(is_short=False)
    made.state, made.ended_at = "investigated", MONDAY
    made.save()
    day, about = MONDAY.date(), {}
    application = ApplicationFactory(melding=made, pk=NUMBER)
    if paused:
        pause: Any = PauseFactory(
            application=application, words="Uw polis.\nUw laatste loonstrook."
        )
        application.due_at = end_of_day(decision_end(application, [pause]).day)
        about = {"pause": pause, "promised_on": None}
        content = pause_letter(application, pause, day)
    else:
        application.told_on, application.promised_on = day, day + timedelta(days=21)
        application.save()
        content = delay_letter(application, day)
    letter: Any = TermLetterFactory(application=application, content=content, **about)
    return term_letter_paper(str(letter.pk))


def _year_statement() -> Document:
    """A closed year with money in every state, in two pots."""
    city, part = (a_pot(1_000_000), a_pot(900_000, cluster=ClusterFactory(name="Noord")))
    a_pot(0, year=MONDAY.year + 1)
    reference = uuid.UUID(int=1)
    for pot in (city, part):
        for kinds, cents in MOVES:
            posting = Posting(pot.pk, *kinds, cents, uuid.uuid4(), reference)
            post_entry(posting=posting, by=None, at=MONDAY)
    carry = {"by": UserFactory(first_name="Ingrid", last_name="Mulder"), "at": NEW_YEAR}
    targets = {pot.pk: Pot.objects.get(year=MONDAY.year + 1).pk for pot in (city, part)}
    with transaction.atomic():
        told = Carry(targets=targets, is_given_back=False, key=uuid.uuid4(), **carry)
        closed_at = carry_over(carry=told, tell=lambda done, total: None)
    entries, cents = entries_of([city, part])
    YearClosing.objects.create(
        key=told.key, year=MONDAY.year, purpose="help", remainder="carry", state="done",
        reason="Besluit van de stuurgroep.", asked_by=told.by, asked_at=NEW_YEAR,
        done_at=closed_at, entries=entries, cents=cents,
    )  # fmt: skip
    return statement(str(MONDAY.year))


DOCUMENTS: dict[str, tuple[str, Callable[[], Document]]] = {
    "bevestiging": ("confirmation", _confirmation),
    "bevestiging-spoed": (
        "confirmation",
        lambda: _confirmation(urgent=True, reported_by="family", reporter_name="Els Bakker"),
    ),
    "verzoek-clientondersteuning": ("support_request", _support_request),
    "besluit": ("decision", _decision),
    "besluit-afwijzing": (
        "decision",
        lambda: _decision("refused", refusal="network", hearing="heard", heard_on=MONDAY.date()),
    ),
    "besluit-wijziging": ("decision", lambda: _revision("changed", revision_ground="request")),
    "besluit-intrekking": ("decision", lambda: _revision("withdrawn", revision_ground="no_need")),
    "brief-opschorting": ("term", lambda: _term(paused=True)),
    "brief-vertraging": ("term", lambda: _term(paused=False)),
    "jaarrekening": ("year_statement", _year_statement),
    "onderzoeksverslag": ("report", _report),
    "onderzoeksverslag-reactie": ("report", _report_on_paper),
    "onderzoeksverslag-getekend": ("report", _report_on_screen),
}
"""The name of the reference: the kind of paper, and what makes the document."""


def kinds_without_reference() -> set[str]:
    """Kinds that a room makes and that nobody compares."""
    return {*MAKERS, KIND} - {kind for kind, _make in DOCUMENTS.values()}


__all__ = ["DOCUMENTS", "kinds_without_reference", "version"]
