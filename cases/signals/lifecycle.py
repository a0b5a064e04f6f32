"""The states of a signal and the steps between them. See docs/lifecycles.md."""

from django.db.models import TextChoices

from common.lifecycle import Lifecycle, Step


class SignalState(TextChoices):
    """How far the team is with somebody who did not ask."""

    OPEN = "open", "Nog niet opgepakt"
    TAKEN = "taken", "Opgepakt"
    CLEARED = "cleared", "Mag verder"
    ENDED = "ended", "Afgesloten"


S = SignalState
RUNNING = (S.OPEN, S.TAKEN, S.CLEARED)

LIFECYCLE = Lifecycle(
    SignalState,
    Step("take", "Oppakken", {S.OPEN}, S.TAKEN, why="SG-4: one of the team goes"),
    Step("hand", "Geven aan een collega", {S.OPEN, S.TAKEN}, S.TAKEN, why="SG-5: another goes"),
    Step("hand_on", "Geven aan een collega", {S.CLEARED}, S.CLEARED, why="SG-5: another goes on"),
    Step("move", "Andere wijk", {S.OPEN, S.TAKEN}, S.OPEN, why="SG-5: it is elsewhere"),
    Step("attempt", "Contact vastleggen", {S.TAKEN}, S.TAKEN, why="SG-6: every attempt counts"),
    Step("attempt_on", "Contact vastleggen", {S.CLEARED}, S.CLEARED, why="SG-6: the same"),
    Step("clear", "Mag verder", {S.TAKEN}, S.CLEARED, why="SG-8: consent, or a legal ground"),
    Step("carry", "Verder als melding", {S.CLEARED}, S.ENDED, why="SG-9: it goes on elsewhere"),
    Step("end", "Afsluiten", {S.TAKEN, S.CLEARED}, S.ENDED, why="SG-10: with an outcome"),
)
