"""The states of a question put to the vraagbaak. See docs/lifecycles.md."""

from django.db.models import TextChoices

from common.lifecycle import Lifecycle, Step


class HelpState(TextChoices):
    """Where a question to the vraagbaak stands."""

    ASKED = "asked", "Wacht op de vraagbaak"
    TAKEN = "taken", "De vraagbaak kijkt ernaar"
    ANSWERED = "answered", "Beantwoord"
    WITHDRAWN = "withdrawn", "Ingetrokken"


S = HelpState
OPEN_STATES = (S.ASKED, S.TAKEN)

LIFECYCLE = Lifecycle(
    HelpState,
    Step("take", "Oppakken", {S.ASKED}, S.TAKEN, why="TEL-6: one colleague answers"),
    Step(
        "answer", "Antwoord geven", {S.ASKED, S.TAKEN}, S.ANSWERED, why="TEL-7: solved in one call"
    ),
    Step(
        "withdraw",
        "Intrekken",
        {S.ASKED, S.TAKEN},
        S.WITHDRAWN,
        why="TEL-6: the caller no longer waits",
    ),
)
