"""The states of a meeting, of a point on its agenda and of an agreement. See docs/lifecycles.md."""

from django.db.models import TextChoices

from common.lifecycle import Lifecycle, Step


class ConferenceState(TextChoices):
    """Where a meeting stands."""

    PLANNED = "planned", "Gepland"
    HELD = "held", "Gehouden"
    CANCELLED = "cancelled", "Gaat niet door"


class ItemState(TextChoices):
    """Where a point stands."""

    WAITING = "waiting", "Op de agenda"
    DISCUSSED = "discussed", "Besproken"
    WITHDRAWN = "withdrawn", "Ingetrokken"


class AgreementState(TextChoices):
    """Where an agreement stands that is no task of the dossier."""

    OPEN = "open", "Open"
    KEPT = "kept", "Nagekomen"
    DROPPED = "dropped", "Vervallen"


C, P, G = ConferenceState, ItemState, AgreementState
CONFERENCE_LIFECYCLE = Lifecycle(
    ConferenceState,
    Step("move", "Verplaatsen", {C.PLANNED}, C.PLANNED, why="CT-4: on another day"),
    Step("cancel", "Annuleren", {C.PLANNED}, C.CANCELLED, why="CT-3, CT-4: it does not take place"),
    Step("close", "Afronden", {C.PLANNED}, C.HELD, why="CT-16: what was not reached moves on"),
)
ITEM_LIFECYCLE = Lifecycle(
    ItemState,
    Step("move", "Verplaatsen", {P.WAITING}, P.WAITING, why="CT-16, CT-20: to another meeting"),
    Step("discuss", "Bespreken", {P.WAITING, P.DISCUSSED}, P.DISCUSSED, why="CT-13: the minutes"),
    Step("withdraw", "Intrekken", {P.WAITING}, P.WITHDRAWN, why="CT-20: it is not needed any more"),
)
AGREEMENT_LIFECYCLE = Lifecycle(
    AgreementState,
    Step("keep", "Nakomen", {G.OPEN}, G.KEPT, why="CT-15: it is done"),
    Step("drop", "Laten vervallen", {G.OPEN}, G.DROPPED, why="CT-15: it is not needed any more"),
)
