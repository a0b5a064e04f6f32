"""What a notice about a waakvlam says: its number, never a name or a word of it (design 6)."""

from cases.waakvlam.models import Rung, Waakvlam
from clusters.models import User
from common.templatetags.screen import deadline


def given_text(waakvlam: Waakvlam, by: User) -> str:
    """For who keeps a waakvlam from now on, as the first or as the deputy."""
    day = deadline(waakvlam.next_on)
    return f"{by} vraagt u waakvlam {waakvlam} bij te houden. Het volgende contact is {day}."


def missed_text(waakvlam: Waakvlam, rung: Rung) -> str:
    """For who is told that the contact did not happen."""
    day = deadline(waakvlam.next_on)
    if rung == Rung.OWNER:
        return f"Herinnering: het contact van waakvlam {waakvlam} was voor {day}."
    return f"Het contact van waakvlam {waakvlam} was voor {day} en is niet vastgelegd."


def unreached_text(waakvlam: Waakvlam) -> str:
    """For the managers of the team."""
    return f"Waakvlam {waakvlam}: de inwoner is {waakvlam.unreached} keer op rij niet bereikt."
