"""The states of an aanvraag and the steps between them. See docs/lifecycles.md."""

from django.db.models import TextChoices

from common.lifecycle import Lifecycle, Step


class ApplicationState(TextChoices):
    """Where an aanvraag stands."""

    OPEN = "open", "In behandeling"
    OFFERED = "offered", "Wacht op tweede beoordeling"
    DECIDED = "decided", "Besloten, nog niet verstuurd"
    SENT = "sent", "Besluit verstuurd"
    WITHDRAWN = "withdrawn", "Ingetrokken"


S = ApplicationState
RUNNING = (S.OPEN, S.OFFERED, S.DECIDED)
"""The clock runs until the decision is announced (AWB 3:40, 4:13)."""

LIFECYCLE = Lifecycle(
    ApplicationState,
    Step("offer", "Voorleggen", {S.OPEN}, S.OFFERED, why="AB-9: four eyes where the register says"),
    Step(
        "return",
        "Terug naar de opsteller",
        {S.OFFERED},
        S.OPEN,
        why="AB-9: the second person does not agree, or the first takes it back",
    ),
    Step("countersign", "Akkoord", {S.OFFERED}, S.DECIDED, why="AB-9: the second person agrees"),
    Step("decide", "Besluiten", {S.OPEN}, S.DECIDED, why="AB-8: within the mandate (WMO 2.6.3)"),
    Step("reopen", "Besluit heropenen", {S.DECIDED}, S.OPEN, why="AB-8: wrong before it was sent"),
    Step("send", "Versturen", {S.DECIDED}, S.SENT, why="AB-10: announced (AWB 3:41)"),
    Step("withdraw", "Intrekken", {S.OPEN, S.OFFERED}, S.WITHDRAWN, why="AB-7: by the resident"),
)
