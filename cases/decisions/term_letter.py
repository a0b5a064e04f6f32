"""The words of the letters about the term, as data that can be frozen; plain Dutch (B1), AB-24."""

from datetime import date

from cases.decisions.models import Application, PauseGround, TermPause
from cases.intakes.letter import Content, address_of
from cases.intakes.models import LetterLine
from common.dutch_dates import letter_date

SUBJECTS = {
    PauseGround.INCOMPLETE: "Wij hebben nog gegevens van u nodig",
    PauseGround.CONSENT: "U vindt het goed dat wij later besluiten",
    PauseGround.ATTRIBUTABLE: "Wij kunnen nu niet verder met uw aanvraag",
    PauseGround.FORCE_MAJEURE: "Wij kunnen nu niet verder met uw aanvraag",
}
DELAYED = "Wij besluiten later over uw aanvraag"
HEADINGS = {
    PauseGround.INCOMPLETE: "Wat hebben wij nodig?",
    PauseGround.CONSENT: "Wat spraken wij af?",
    PauseGround.ATTRIBUTABLE: "Waarom kunnen wij niet verder?",
    PauseGround.FORCE_MAJEURE: "Waarom kunnen wij niet verder?",
}
LATE = (
    "Krijgen wij ze dan niet? Dan kunnen wij besluiten om uw aanvraag niet te behandelen. Lukt het "
    "u niet op tijd, of heeft u hulp nodig? Bel ons dan."
)
PRESS = (
    "Hebben wij op die dag nog niet besloten? Dan kunt u ons schrijven dat wij te laat zijn. Twee "
    "weken later moeten wij u misschien geld betalen voor elke dag dat het langer duurt."
)


def pause_letter(application: Application, pause: TermPause, day: date) -> Content:
    """That the term stands still: why, until when, and the new last day. Dated ``day``."""
    until, ground = letter_date(pause.until_on), PauseGround(pause.ground)
    if ground == PauseGround.INCOMPLETE:
        wanted = [f"Wij krijgen deze gegevens graag uiterlijk op {until}.", LATE]
    else:
        wanted = [f"Dit duurt tot en met {until}, of korter als het eerder kan."]
    still = (
        f"De dagen na {letter_date(pause.asked_on)} tot en met {until} tellen niet mee voor onze "
        f"termijn. U krijgt ons besluit daarom uiterlijk op {letter_date(application.due_on)}."
    )
    sections = [
        {"title": HEADINGS[ground], "paragraphs": [*_paragraphs(pause.words), *wanted]},
        {"title": "Wanneer krijgt u ons besluit?", "paragraphs": [still]},
    ]
    return _letter(application, SUBJECTS[ground], sections, day)


def delay_letter(application: Application, day: date) -> Content:
    """That two weeks are not enough, and the shortest possible other day (AWB 4:14).

    Raises ValueError when no other day was promised.
    """
    if application.promised_on is None:
        raise ValueError("no day was promised")
    promised = letter_date(application.promised_on)
    sections = [
        {
            "title": "Wanneer krijgt u ons besluit?",
            "paragraphs": [
                f"Wij zouden uiterlijk op {letter_date(application.due_on)} besluiten. Dat lukt "
                f"niet, en dat spijt ons. U krijgt ons besluit uiterlijk op {promised}.",
            ],
        },
        {
            "title": "Duurt het u te lang?",
            "paragraphs": [
                f"De termijn van de wet blijft {letter_date(application.due_on)}. {PRESS}"
            ],
        },
    ]
    return _letter(application, DELAYED, sections, day)


def _letter(application: Application, subject: str, sections: list[Content], day: date) -> Content:
    words = dict(LetterLine.objects.in_use().values_list("code", "label"))
    received = letter_date(application.received_on)
    first = f"Op {received} kregen wij uw aanvraag om ondersteuning (Wmo 2015)."
    questions = f"Bel {words.get('telefoon', '')} en noem het nummer {application.reference}."
    return {
        "to": address_of(application.resident),
        "date": letter_date(day),
        "subject": subject,
        "reference": application.reference,
        "salutation": f"{application.resident.salutation},",
        "sections": [
            {"title": "", "paragraphs": [first]},
            *sections,
            {"title": "Vragen?", "paragraphs": [questions]},
        ],
        "closing": [
            "Namens het college van burgemeester en wethouders",
            str(application.handler or application.desk),
            words.get("afzender", ""),
        ],
    }


def _paragraphs(words: str) -> list[str]:
    """What was typed, a paragraph per line that holds something."""
    return [line.strip() for line in words.splitlines() if line.strip()]
