"""The words of the beschikking, as data that can be frozen; plain Dutch (B1).

It says what was decided and why (AWB 3:46), what is granted product by product, what it may cost,
and how to object, where, within which term (AWB 3:45). Never an address that is secret.
"""

from datetime import date

from cases.decisions import revision_letter as revision
from cases.decisions.models import (
    GRANTING,
    Decision,
    DecisionOutcome,
    Form,
    Hearing,
    Provision,
    Refusal,
)
from cases.decisions.terms import objection_end
from cases.intakes.letter import Content, address_of
from cases.intakes.models import LetterLine
from cases.mandates.models import ProductUnit
from common.dutch_dates import letter_date

SUBJECTS = {
    DecisionOutcome.GRANTED: "U krijgt de ondersteuning die u heeft aangevraagd",
    DecisionOutcome.PARTLY: "U krijgt een deel van de ondersteuning die u heeft aangevraagd",
    DecisionOutcome.REFUSED: "U krijgt de ondersteuning niet die u heeft aangevraagd",
    DecisionOutcome.NOT_CONSIDERED: "Wij nemen uw aanvraag niet in behandeling",
    DecisionOutcome.CHANGED: "Uw ondersteuning verandert",
    DecisionOutcome.WITHDRAWN: "Uw ondersteuning stopt",
}
UNCHANGED = "Wij veranderen het besluit over uw ondersteuning niet"
TEMPORARY = "U krijgt tijdelijk ondersteuning, omdat er spoed is"
WHY_NOT = {
    Refusal.OWN_STRENGTH: "U kunt dit zelf oplossen, of met hulp van uw huisgenoten.",
    Refusal.NETWORK: "Mensen om u heen kunnen u hierbij helpen.",
    Refusal.GENERAL: "Er is hulp in de buurt waar iedereen zonder besluit gebruik van kan maken.",
    Refusal.ORDINARY: "Dit is iets wat iedereen zelf koopt of regelt.",
    Refusal.LONG_TERM_CARE: "U kunt hiervoor zorg krijgen uit de Wet langdurige zorg.",
    Refusal.NO_COOPERATION: "Wij konden niet genoeg onderzoeken, omdat wij gegevens misten.",
    Refusal.INCOMPLETE: "Wij vroegen u om gegevens. Die hebben wij niet of niet op tijd gekregen.",
}
PLURALS: dict[str, str] = {
    ProductUnit.MINUTE: "minuten",
    ProductUnit.DAY_PART: "dagdelen",
    ProductUnit.DAY: "etmalen",
    ProductUnit.PIECE: "stuks",
}
"""Units that read otherwise for more than one."""
CONTRIBUTION = (
    "Voor deze ondersteuning betaalt u een eigen bijdrage. Het CAK berekent hoeveel en stuurt u "
    "daarvoor een rekening. U betaalt nooit meer dan de ondersteuning kost."
)
BUDGET = (
    "U krijgt een persoonsgebonden budget (pgb). Daarmee koopt u de ondersteuning zelf in. De "
    "Sociale Verzekeringsbank betaalt uw hulpverlener. U zorgt zelf voor goede hulp."
)


def decision_letter(decision: Decision, lines: list[Provision], day: date) -> Content:
    """The letter with this decision, dated and sent on ``day``."""
    application = decision.application
    words = dict(LetterLine.objects.in_use().values_list("code", "label"))
    sender, phone = words.get("afzender", ""), words.get("telefoon", "")
    return {
        "to": address_of(application.resident),
        "date": letter_date(day),
        "subject": _subject(decision),
        "reference": application.reference,
        "salutation": f"{application.resident.salutation},",
        "sections": [
            {"title": "", "paragraphs": _asked(decision)},
            *revision.ended(decision),
            *_decided(decision, lines),
            {"title": "Waarom besluiten wij dit?", "paragraphs": _why(decision)},
            *_facts(decision, lines),
            _remedies(day, words, phone),
            {
                "title": "Vragen?",
                "paragraphs": [f"Bel {phone} en noem het nummer {application.reference}."],
            },
        ],
        "closing": ["Namens het college van burgemeester en wethouders", *_names(decision), sender],
    }


def described(line: Provision) -> str:
    """One product as a sentence part: what, how much, how often, how long, by whom."""
    amount = f"{line.volume.normalize():f}".replace(".", ",")
    unit = PLURALS.get(line.product.unit) if line.volume != 1 else None
    text = f"{line.product}: {amount} {unit or line.product.get_unit_display()}"
    text += f" {line.get_frequency_display()}, vanaf {letter_date(line.since)}"
    if line.until is not None:
        text += f" tot en met {letter_date(line.until)}"
    if line.form == Form.BUDGET:
        return f"{text}, als persoonsgebonden budget."
    return f"{text}, door {line.provider}." if line.provider else f"{text}."


def _subject(decision: Decision) -> str:
    if decision.application.is_urgent and decision.outcome == DecisionOutcome.GRANTED:
        return TEMPORARY
    if decision.application.is_revision and decision.outcome == DecisionOutcome.REFUSED:
        return UNCHANGED
    return SUBJECTS[DecisionOutcome(decision.outcome)]


def _asked(decision: Decision) -> list[str]:
    application = decision.application
    if application.is_revision:
        return revision.asked(decision)
    received = letter_date(application.received_on)
    if application.is_urgent:
        reported = letter_date(application.notification.received_on)
        return [f"Op {reported} heeft u zich bij ons gemeld. Er is spoed."]
    return [f"Op {received} kregen wij uw aanvraag om ondersteuning (Wmo 2015)."]


def _decided(decision: Decision, lines: list[Provision]) -> list[Content]:
    """What the resident gets and does not get; empty headings are left out."""
    parts = [
        ("Wat krijgt u?", [described(line) for line in lines if line.is_granted]),
        ("Wat krijgt u niet?", [f"{line.product}." for line in lines if not line.is_granted]),
    ]
    if decision.application.is_urgent and decision.outcome in GRANTING:
        until = (
            "Dit is tijdelijk. Ondertussen onderzoeken wij samen met u wat u verder nodig heeft."
        )
        parts[0][1].append(until)
    return [{"title": title, "paragraphs": texts} for title, texts in parts if texts]


def _why(decision: Decision) -> list[str]:
    """The ground, the motivation, and that the resident was heard."""
    ground = [WHY_NOT[Refusal(decision.refusal)]] if decision.refusal else []
    heard = []
    if decision.hearing == Hearing.HEARD and decision.heard_on is not None:
        heard = [f"U kon hierover iets zeggen op {letter_date(decision.heard_on)}."]
    return [*revision.ground(decision), *ground, *decision.motivation.split("\n\n"), *heard]


def _facts(decision: Decision, lines: list[Provision]) -> list[Content]:
    """Costs, a budget, and when we look again."""
    granted = [line for line in lines if line.is_granted]
    found = []
    if any(line.form == Form.BUDGET for line in granted):
        found.append({"title": "Uw persoonsgebonden budget", "paragraphs": [BUDGET]})
    if any(line.product.contribution_due for line in granted):
        found.append({"title": "Eigen bijdrage", "paragraphs": [CONTRIBUTION]})
    if granted and decision.review_on is not None:
        again = f"Rond {letter_date(decision.review_on)} kijken wij samen of dit nog goed past."
        found.append({"title": "Wanneer kijken wij opnieuw?", "paragraphs": [again]})
    if granted:
        change = "Verandert er iets bij u? Laat het ons meteen weten. Dat bent u verplicht."
        found.append({"title": "Geef wijzigingen door", "paragraphs": [change]})
    return found


def _remedies(day: date, words: dict[str, str], phone: str) -> Content:
    """How to object, to whom, and until when (AWB 3:45, 6:4, 6:5, 6:7, 6:16)."""
    until = letter_date(objection_end(day))
    where = words.get("bezwaaradres") or f"{words.get('afzender', '')}, telefoon {phone}"
    return {
        "title": "Bent u het niet eens met dit besluit?",
        "paragraphs": [
            f"Dan kunt u bezwaar maken. Dat kan tot en met {until}. Bel ons gerust eerst: vaak "
            "kunnen wij het uitleggen of verbeteren.",
            "Stuur een brief aan het college van burgemeester en wethouders, ter attentie van "
            f"bezwaarschriften: {where}. Schrijf in uw brief uw naam en adres, de datum, het "
            "nummer van dit besluit en waarom u het niet eens bent. Zet uw handtekening eronder.",
            "Het besluit geldt ook als u bezwaar maakt. Kunt u niet wachten? Dan kunt u de "
            "rechtbank vragen om een voorlopige voorziening. Een onafhankelijke "
            "cliëntondersteuner kan u gratis helpen.",
        ],
    }


def _names(decision: Decision) -> list[str]:
    """Who decided; a decision is never anonymous."""
    return [str(decision.decided_by)] if decision.decided_by else []
