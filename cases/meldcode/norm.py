"""What the professional norm says about a weighing; pure functions, never a decision (MC-11)."""

from collections.abc import Mapping
from dataclasses import dataclass

from cases.meldcode.models import Answer

QUESTIONS = {
    "suspicion": "Is er na de stappen 1 tot en met 3 nog een vermoeden?",
    "unsafe": "Is er acute of structurele onveiligheid?",
    "help": "Kunt u effectieve hulp bieden of organiseren?",
    "accepted": "Aanvaarden de betrokkenen die hulp en werken zij mee?",
    "in_time": "Leidt die hulp binnen de gewenste tijd tot veiligheid?",
}
"""The five questions of the afwegingskader, in their order (domain 2.10)."""
ABOUT_HELP = ("help", "accepted", "in_time")


@dataclass(frozen=True)
class Norm:
    """Whether the norm asks to report, and why in a sentence."""

    reports: bool
    why: str


def norm_of(answers: Mapping[str, str]) -> Norm:
    """The norm for these answers of a whole weighing."""
    if answers["suspicion"] == Answer.NO:
        return Norm(False, "Er is geen vermoeden meer: melden hoeft niet.")
    if answers["unsafe"] == Answer.YES:
        return Norm(
            True,
            "Bij acute of structurele onveiligheid is melden bij Veilig Thuis in alle gevallen de "
            "professionele norm. Beantwoord de overige vragen samen met Veilig Thuis.",
        )
    if Answer.NO in [answers[name] for name in ABOUT_HELP]:
        return Norm(
            True,
            "U kunt niet zelf genoeg hulp bieden of organiseren, of die wordt niet aanvaard of "
            "werkt niet op tijd: melden bij Veilig Thuis is de professionele norm.",
        )
    return Norm(False, "De hulp is genoeg: bied of organiseer die, en volg of het veilig blijft.")


def missing_in(answers: Mapping[str, str]) -> str:
    """The first question that must still be answered; empty when the weighing is whole (MC-10)."""
    for name in QUESTIONS:
        given = answers.get(name, "")
        if given not in Answer.values:
            return name
        if (name, given) in (("suspicion", Answer.NO), ("unsafe", Answer.YES)):
            return ""
    return ""
