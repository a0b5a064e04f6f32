"""The states of a keukentafelgesprek. See docs/lifecycles.md."""

from django.db.models import TextChoices

from common.lifecycle import Lifecycle, Step


class TalkState(TextChoices):
    """Where a talk stands."""

    PLANNED = "planned", "Gepland"
    HELD = "held", "Gevoerd"
    CONCLUDED = "concluded", "Afgerond"
    CANCELLED = "cancelled", "Gaat niet door"


S = TalkState
LIVE_STATES = (S.PLANNED, S.HELD)

LIFECYCLE = Lifecycle(
    TalkState,
    Step("change", "De afspraak wijzigen", {S.PLANNED}, S.PLANNED, why="GES-1: another moment"),
    Step("hold", "Het gesprek beginnen", {S.PLANNED}, S.HELD, why="GES-2: at the kitchen table"),
    Step("cancel", "Afzeggen", {S.PLANNED}, S.CANCELLED, why="GES-9: it does not happen"),
    Step("note", "Opschrijven", {S.HELD}, S.HELD, why="GES-2: as long as it is not concluded"),
    Step("conclude", "Afronden", {S.HELD}, S.CONCLUDED, why="WMO 2.3.2 lid 8: then the report"),
)
