"""The states of a task. See docs/lifecycles.md."""

from django.db.models import TextChoices

from common.lifecycle import Lifecycle, Step


class TaskState(TextChoices):
    """Where a task stands."""

    OPEN = "open", "Te doen"
    DONE = "done", "Gedaan"
    DROPPED = "dropped", "Vervallen"


S = TaskState

LIFECYCLE = Lifecycle(
    TaskState,
    Step("hand", "Overdragen", {S.OPEN}, S.OPEN, why="TK-4: to somebody who works in the dossier"),
    Step("move", "Andere dag", {S.OPEN}, S.OPEN, why="TK-6: with a reason"),
    Step("finish", "Gedaan", {S.OPEN}, S.DONE, why="TK-3: by who works in the dossier"),
    Step("drop", "Vervallen", {S.OPEN}, S.DROPPED, why="TK-3: with a reason"),
)
