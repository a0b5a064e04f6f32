"""Whether a document was looked at for viruses. See docs/lifecycles.md."""

from django.db.models import TextChoices

from common.lifecycle import Lifecycle, Step


class ScanState(TextChoices):
    """What is known of viruses in a document."""

    UNSCANNED = "unscanned", "Niet gescand op virussen"
    WAITING = "waiting", "Wacht op scan"
    CLEAN = "clean", "Gescand, geen virus"
    INFECTED = "infected", "Virus gevonden, bestand weggegooid"


S = ScanState
UNJUDGED = (S.WAITING, S.UNSCANNED)
"""What a scanner looks at as soon as there is one."""
READABLE = (S.UNSCANNED, S.CLEAN)

LIFECYCLE = Lifecycle(
    ScanState,
    Step("pass", "Goedkeuren", set(UNJUDGED), S.CLEAN, why="DC-7: the scanner found nothing"),
    Step("condemn", "Afkeuren", set(UNJUDGED), S.INFECTED, why="DC-7: the scanner found a virus"),
)
