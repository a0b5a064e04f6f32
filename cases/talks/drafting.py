"""The onderzoeksverslag as sections: the five steps of an investigation, the subjects of the law.

The steps are those the Centrale Raad van Beroep asks for (ECLI:NL:CRVB:2018:819); the subjects are
a–g of WMO 2.3.2 lid 4. Each section gets a first text from what was said at the table; whoever
writes the report makes plain sentences of it. Only composes, writes nothing.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from cases.procedures.models import ProfessionalAssessment, opened_of
from cases.talks.models import KitchenTableTalk, TalkCard
from cases.talks.models.cards import EARLIER, QUESTION, SOLUTIONS
from common.dutch_dates import day_month
from common.templatetags.screen import dutch_date

Cards = list[TalkCard]


@dataclass(frozen=True)
class Section:
    """One heading of the report: its name, its title, and what belongs there."""

    name: str
    title: str
    help: str


STEPS = (
    Section("step1", "1. Wat is uw vraag?", "De hulpvraag, in de woorden van de inwoner."),
    Section(
        "step2",
        "2. Waar loopt u tegenaan?",
        "Problemen bij zelfstandig leven en meedoen. Schrijf op wat u zag en hoorde.",
    ),
    Section("step3", "3. Welke hulp is nodig?", "Welke hulp, hoeveel en hoe vaak."),
    Section(
        "step4",
        "4. Wat kan zonder maatwerk?",
        "Eigen kracht, huisgenoten, mantelzorg, netwerk, vrijwilligers en algemene voorzieningen.",
    ),
    Section(
        "step5",
        "5. Wat is daarna nog nodig?",
        "Alleen wat overblijft, kan maatwerk zijn. Niets over? Schrijf dat op.",
    ),
)
SUBJECTS = (
    Section("a", "a. Uw behoeften, kenmerken en voorkeuren", "Wie is de inwoner, wat wil die."),
    Section("b", "b. Wat u zelf kunt, alleen of met huisgenoten", "Ook gebruikelijke hulp."),
    Section("c", "c. Hulp van mantelzorgers en uw netwerk", "Wie doet wat, en kan dat zo blijven?"),
    Section("d", "d. Steun voor uw mantelzorger", "Wat heeft de mantelzorger zelf nodig?"),
    Section(
        "e", "e. Algemene voorzieningen en activiteiten", "Wat is er in de wijk, voor iedereen?"
    ),
    Section(
        "f",
        "f. Samenwerking met anderen",
        "Zorgverzekeraar, zorgaanbieder, jeugdhulp, school, wonen, werk en inkomen.",
    ),
    Section("g", "g. Eigen bijdrage", "Wat de inwoner zelf betaalt."),
)
CLOSING = (
    Section("pgb", "Hulp zelf inkopen (pgb)", "In begrijpelijke woorden (WMO 2.3.2 lid 6)."),
    Section("agreements", "Afspraken", "Wat, wie en voor wanneer."),
    Section("result", "Onze conclusie", "Wat er nu gebeurt, en wanneer we weer contact hebben."),
)
SECTIONS = (*STEPS, *SUBJECTS, *CLOSING)
GROUPS = (
    ("De vijf stappen van het onderzoek", STEPS),
    ("Wat wij volgens de wet met u bespraken", SUBJECTS),
    ("Hoe het verder gaat", CLOSING),
)
SECTION_NAMES = tuple(section.name for section in SECTIONS)
CONTRIBUTION = (
    "Voor sommige hulp betaalt u een eigen bijdrage. Het CAK rekent uit hoeveel "
    "en stuurt de rekening."
)
OWN_BUDGET = (
    "Krijgt u maatwerk, dan kunt u soms kiezen voor een persoonsgebonden budget (pgb). Daarmee "
    "koopt u de hulp zelf in. U regelt dan ook zelf de afspraken en de administratie."
)


def draft_of(talk: KitchenTableTalk) -> dict[str, str]:
    """A first text per section, from what was said and what was known; two or three queries."""
    cards = [card for card in talk.cards.select_related("domain") if card.is_used]
    known = opened_of(talk.notification) if talk.notification.is_short else []
    return {
        "step1": _per_card(cards, QUESTION, "words"),
        "step2": _joined(_per_card(cards, "hard"), _from_professional(known)),
        "step3": _per_card(cards, "wish"),
        "step4": _with_reasons(cards),
        "step5": _per_card(cards, "custom"),
        "a": _per_card(cards, "wish", "well"),
        "b": _per_card(cards, "own"),
        "c": _per_card(cards, "helpers", "network"),
        "d": "",
        "e": _per_card(cards, "volunteer", "general"),
        "f": _source_of(known),
        "g": CONTRIBUTION,
        "pgb": OWN_BUDGET,
        "agreements": "\n".join(f"- {each.line}" for each in talk.agreements.all()),
        "result": "",
    }


def facts_of(talk: KitchenTableTalk) -> dict[str, str]:
    """What stands above every report and is frozen with it: who, when, and what was pointed out.

    Identity, date of the melding, who was there, and that support and the personal plan were
    pointed out (WMO 2.3.2 lid 2, 3); one query.
    """
    melding = talk.notification
    there = [f"{name} ({kind.lower()})" if name else kind.lower() for kind, name, _ in talk.guests]
    ours = [str(melding.handler)] if melding.handler else []
    ours += [str(row) for row in talk.colleagues.select_related("employee")]
    support = ""
    if melding.confirmed_at is not None:
        support = (
            "Wij vertelden u dat een onafhankelijke cliëntondersteuner u gratis kan helpen, en dat "
            "u zelf een persoonlijk plan kon maken. Dat stond in onze brief van "
            f"{dutch_date(melding.confirmed_at)}."
        )
    return {
        "to": str(talk.resident),
        "about": f"Uw melding {melding} kwam binnen op {dutch_date(melding.received_on)}. "
        f"Wij spraken u op {dutch_date(talk.starts_at)}, {talk.get_place_display().lower()}.",
        "present": f"Aanwezig: {', '.join([*there, *(f'{name} (wijkteam)' for name in ours)])}.",
        "support": support,
    }


def sections_with(texts: Mapping[str, str]) -> list[tuple[Section, str]]:
    """Every section in the order of the report, with its text; empty ones too."""
    return [(section, texts.get(section.name, "")) for section in SECTIONS]


def _per_card(cards: Cards, *names: str) -> str:
    """What was said per leefgebied, under its name."""
    return _paragraphs(cards, lambda card: [card.said[name] for name in names if name in card.said])


def _from_professional(known: list[ProfessionalAssessment]) -> str:
    """What a professional knew and nobody asked again, with its source and date (GES-10)."""
    rows = [row for row in known if not row.is_lifted and not row.procedure.stopped]
    return "\n\n".join(f"{row}\nBekend van {row.procedure.source}:\n{row.known}" for row in rows)


def _source_of(known: list[ProfessionalAssessment]) -> str:
    """Whose assessment was used, with which consent (WMO 5.2.5); empty when nobody's was."""
    if not known or known[0].procedure.stopped:
        return ""
    procedure = known[0].procedure
    given_on = procedure.consent.given_on
    day = f"{day_month(given_on)} {given_on.year}"
    text = f"Wij gebruikten wat wij weten van {procedure.source}."
    return f"{text} Daarvoor is toestemming gegeven op {day}."


def _joined(*texts: str) -> str:
    return "\n\n".join(text for text in texts if text)


def _with_reasons(cards: Cards) -> str:
    """The solutions before maatwerk, in their order, each with why it does not suffice."""

    def lines(card: TalkCard) -> list[str]:
        found = []
        for step, words in EARLIER.items():
            if step in card.said:
                found.append(f"{SOLUTIONS[step]}: {card.said[step]}")
            if f"{step}_short" in card.said:
                found.append(f"Waarom {words} niet genoeg is: {card.said[f'{step}_short']}")
        return found

    return _paragraphs(cards, lines)


def _paragraphs(cards: Cards, lines_of: Callable[[TalkCard], Iterable[str]]) -> str:
    found = [(card, "\n".join(lines_of(card))) for card in cards]
    return "\n\n".join(f"{card}\n{text}" for card, text in found if text)
