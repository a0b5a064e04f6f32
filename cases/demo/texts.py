"""What people in the demo city say and write: plain Dutch, respectful, about nobody real."""

import csv
from collections import defaultdict
from pathlib import Path
from random import Random

SOURCE = Path(__file__).with_name("questions.csv")

CLOSINGS = (
    "",
    "",
    "",
    "",
    " Is overdag meestal thuis.",
    " Heeft al eerder gebeld en is toen niet teruggebeld.",
    " Vindt het moeilijk om hulp te vragen.",
    " Wil graag iemand spreken die de tijd neemt.",
    " De huisarts raadde aan om te bellen.",
    " Kan slecht horen: graag duidelijk praten.",
    " Neemt een onbekend nummer soms niet op: graag een bericht inspreken.",
    " Een buurvrouw hielp met bellen.",
    " Praat er liever niet over waar de kinderen bij zijn.",
    " Werkt tot 15.00 uur.",
)
OUTCOME_NOTES = {
    "beantwoord": (
        "Uitgelegd hoe het werkt en waar het formulier staat. Kan nu zelf verder.",
        "Vraag besproken. Belt terug als het niet lukt.",
        "Samen op een rij gezet wat eerst moet. Dat gaf rust.",
    ),
    "afspraak": (
        "Afspraak voor een gesprek thuis, volgende week. Dochter is er ook bij.",
        "Komt naar het spreekuur op de locatie.",
        "Huisbezoek afgesproken met een collega die schulden kent.",
    ),
    "melding": (
        "Er speelt meer dan de vraag: melding nodig, wordt opgepakt in het team.",
        "Wil een onderzoek. Uitgelegd hoe dat gaat en hoe lang het duurt.",
    ),
    "doorverwezen": (
        "Doorverwezen naar de huisarts, met een warme overdracht.",
        "Hoort bij Werk en Inkomen. Nummer en naam gegeven.",
        "Aangemeld bij het maatschappelijk werk, zij bellen zelf.",
    ),
    "informeel": (
        "Een vrijwilliger gaat elke week langs.",
        "De buurvrouw helpt, met steun van de vrijwilligersconsulent.",
    ),
    "niet-bereikt": ("Drie keer gebeld op andere tijden, geen reactie.",),
    "dubbel": ("Staat al op de lijst onder een ander nummer.",),
}
OUTCOME_WEIGHTS = {
    "beantwoord": 38,
    "afspraak": 27,
    "melding": 12,
    "doorverwezen": 14,
    "informeel": 9,
}
FAILED_NOTES = {
    "voicemail": ("Ingesproken met naam en nummer.", "Kort bericht achtergelaten.", ""),
    "no_answer": ("", "", "Morgenochtend opnieuw proberen."),
    "wrong_number": ("Iemand anders nam op en kent deze naam niet.",),
}
LATER_NOTES = ("Is nu op het werk, belt liever morgen.", "Zit bij de dokter.", "Heeft visite.")
REOPEN_REASONS = (
    "Inwoner belde opnieuw: de afspraak is niet doorgegaan.",
    "Het is toch niet gelukt om het zelf te regelen.",
    "Er is een nieuwe brief gekomen over hetzelfde.",
)
FORWARD_REASONS = (
    "Vraag gaat over een voorziening die daar wordt behandeld.",
    "Is verhuisd naar een andere wijk.",
    "Er speelt meer dan een wijkteam kan oppakken.",
)
LANGUAGES = ("Turks", "Arabisch", "Engels", "Pools", "Tigrinya", "Papiaments", "Oekraïens")


class Questions:
    """Questions per subject, no question twice in a row; the same seed asks the same."""

    def __init__(self) -> None:
        self.of: dict[str, list[str]] = defaultdict(list)
        for row in csv.DictReader(SOURCE.read_text(encoding="utf-8").splitlines()):
            self.of[row["subject"]].append(row["text"])

    def ask(self, subject: str, rng: Random) -> str:
        """A question about this subject, with or without something about calling back."""
        return rng.choice(self.of[subject]) + rng.choice(CLOSINGS)
