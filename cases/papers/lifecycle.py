"""The states of a paper. See docs/lifecycles.md."""

from django.db.models import TextChoices

from common.lifecycle import Lifecycle, Step


class PaperState(TextChoices):
    """Where a paper stands."""

    ASKED = "asked", "Wacht"
    MAKING = "making", "Wordt gemaakt"
    MADE = "made", "Klaar"
    FAILED = "failed", "Mislukt"


S = PaperState

LIFECYCLE = Lifecycle(
    PaperState,
    Step("ask", "Opnieuw vragen", {S.FAILED}, S.ASKED, why="PP-5: what failed may be asked again"),
    Step(
        "begin",
        "Maken",
        {S.ASKED, S.MAKING},
        S.MAKING,
        why="PP-4: one worker; when it was killed another begins",
    ),
    Step("release", "Loslaten", {S.MAKING}, S.ASKED, why="PP-5: an error; the next round tries"),
    Step("finish", "Bewaren", {S.MAKING}, S.MADE, why="PP-2: made once, kept as it is"),
    Step(
        "fail", "Opgeven", {S.MAKING}, S.FAILED, why="PP-5: after three tries, or when it cannot be"
    ),
)
