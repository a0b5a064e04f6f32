"""What the letter says of the earlier decision that is changed or withdrawn; plain Dutch (B1).

From which day (WMO 2.3.10 lid 2), on which ground, and product by product what ends.
"""

from cases.decisions.models import REPLACING, Decision, Provision, RevisionGround
from cases.decisions.replacing import ended_lines
from cases.intakes.letter import Content
from common.deadlines import ONE_DAY
from common.dutch_dates import letter_date

G = RevisionGround
GROUNDS: dict[str, str] = {
    G.WRONG_FACTS: "De gegevens die wij van u kregen, klopten niet of waren niet volledig. Met de "
    "goede gegevens hadden wij iets anders besloten.",
    G.NOT_NEEDED: "U heeft deze ondersteuning niet meer nodig.",
    G.NOT_ENOUGH: "De ondersteuning die u krijgt, is niet meer genoeg of past niet meer.",
    G.CONDITIONS: "Bij uw ondersteuning horen voorwaarden. Daaraan is niet voldaan.",
    G.NOT_USED: "U gebruikt de ondersteuning niet, of voor iets anders dan waarvoor zij is.",
}
LETTERS: dict[str, str] = {
    G.WRONG_FACTS: "a",
    G.NOT_NEEDED: "b",
    G.NOT_ENOUGH: "c",
    G.CONDITIONS: "d",
    G.NOT_USED: "e",
}
"""Under which letter of WMO 2.3.10 lid 1 a ground stands."""


def asked(decision: Decision) -> list[str]:
    """Which decision it is about, and who began."""
    application, earlier = decision.application, decision.application.revises
    if earlier is None or earlier.sent_on is None:
        return []
    about = f"het besluit van {letter_date(earlier.sent_on)} (nummer {earlier.application})"
    if not application.is_own_motion:
        return [f"Op {letter_date(application.received_on)} vroeg u ons om {about} te veranderen."]
    if application.revision_ground == RevisionGround.REVIEW:
        return [
            f"Wij hebben opnieuw gekeken naar {about}. Dat doen wij af en toe (Wmo 2015, artikel "
            "2.3.9)."
        ]
    return [f"Deze brief gaat over {about}."]


def ground(decision: Decision) -> list[str]:
    """The ground in plain words with its article; a request or a review explains itself."""
    why = decision.application.revision_ground
    if decision.outcome not in REPLACING or why not in GROUNDS:
        return []
    article = f"artikel 2.3.10, eerste lid, onder {LETTERS[why]}"
    return [f"{GROUNDS[why]} Dan mogen wij een besluit veranderen (Wmo 2015, {article})."]


def ended(decision: Decision) -> list[Content]:
    """From which day it holds, and what ends on the day before."""
    if decision.outcome not in REPLACING or decision.effective_on is None:
        return []
    day = letter_date(decision.effective_on)
    lines = [_ends(line, decision) for line in ended_lines(decision)]
    first = f"Dit geldt vanaf {day}. Tot die dag verandert er niets."
    return [{"title": "Wat stopt er?", "paragraphs": [first, *lines]}]


def _ends(line: Provision, decision: Decision) -> str:
    """One product with its last day; what had yet to begin does not begin."""
    day = decision.effective_on
    if day is None or line.since >= day:
        return f"{line.product}: dit begint niet."
    return f"{line.product}: de laatste dag is {letter_date(day - ONE_DAY)}."
