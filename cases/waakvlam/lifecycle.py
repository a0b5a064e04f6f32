"""The states of a waakvlam. See docs/lifecycles.md."""

from django.db.models import TextChoices

from common.lifecycle import Lifecycle, Step


class WaakvlamState(TextChoices):
    """Whether somebody still keeps an eye on the resident."""

    RUNNING = "running", "Loopt"
    ENDED = "ended", "Beëindigd"


S = WaakvlamState

LIFECYCLE = Lifecycle(
    WaakvlamState,
    Step("contact", "Contact vastleggen", {S.RUNNING}, S.RUNNING, why="WK-6: by owner or deputy"),
    Step("move", "Andere dag", {S.RUNNING}, S.RUNNING, why="WK-7: a worry, or another day"),
    Step("renew", "Bijstellen", {S.RUNNING}, S.RUNNING, why="WK-10: at the review date"),
    Step("transfer", "Overdragen", {S.RUNNING}, S.RUNNING, why="WK-11: to two of the team"),
    Step("end", "Beëindigen", {S.RUNNING}, S.ENDED, why="WK-12: with a reason, for good"),
)
