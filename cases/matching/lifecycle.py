"""The states of a match request. See docs/lifecycles.md."""

from django.db.models import TextChoices

from common.lifecycle import Lifecycle, Step


class MatchState(TextChoices):
    """Where a match request stands."""

    ASKED = "asked", "Gevraagd"
    TAKEN = "taken", "Opgepakt"
    MATCHED = "matched", "Match gevonden"
    ARRIVED = "arrived", "Aangekomen"
    FAILED = "failed", "Niet aangekomen"
    NO_MATCH = "no_match", "Geen match"
    WITHDRAWN = "withdrawn", "Ingetrokken"


S = MatchState
UNANSWERED = frozenset({S.ASKED, S.TAKEN})
RUNNING = UNANSWERED | {S.MATCHED}
"""What still asks something of somebody, and keeps the dossier open (MV-9)."""

LIFECYCLE = Lifecycle(
    MatchState,
    Step("take", "Oppakken", {S.ASKED}, S.TAKEN, why="MV-5: by one coordinator"),
    Step("match", "Match gevonden", {S.TAKEN}, S.MATCHED, why="MV-6: with whom and from which day"),
    Step("refuse", "Geen match", {S.TAKEN}, S.NO_MATCH, why="MV-7: with a reason from the list"),
    Step("withdraw", "Intrekken", UNANSWERED, S.WITHDRAWN, why="MV-8: it is not needed any more"),
    Step("arrive", "Aangekomen", {S.MATCHED}, S.ARRIVED, why="MV-10: the volunteer came"),
    Step("fail", "Niet aangekomen", {S.MATCHED}, S.FAILED, why="MV-10: nobody came of it"),
)
