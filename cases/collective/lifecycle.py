"""The states of an activity or initiative; a contact or presence is done at once (CW-3, CW-4)."""

from django.db.models import TextChoices

from common.lifecycle import Lifecycle, Step


class CollectiveState(TextChoices):
    """How far it is."""

    IDEA = "idea", "Idee"
    RUNNING = "running", "Loopt"
    COMPLETED = "completed", "Afgerond"
    STOPPED = "stopped", "Gestopt"


S = CollectiveState
LIFECYCLE = Lifecycle(
    CollectiveState,
    Step("start", "Starten", {S.IDEA}, S.RUNNING, why="CW-4: from an idea something begins"),
    Step("complete", "Afronden", {S.RUNNING}, S.COMPLETED, why="CW-4: it ended as meant"),
    Step("stop", "Stoppen", {S.IDEA, S.RUNNING}, S.STOPPED, why="CW-4: with the reason"),
)
ENDED = (S.COMPLETED, S.STOPPED)
