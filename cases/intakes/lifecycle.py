"""The states of a melding and the steps between them. See docs/lifecycles.md."""

from django.db.models import TextChoices

from common.lifecycle import Lifecycle, Step


class NotificationState(TextChoices):
    """Where a melding stands."""

    RECEIVED = "received", "Ontvangen"
    CONFIRMED = "confirmed", "Bevestigd"
    INVESTIGATING = "investigating", "In onderzoek"
    INVESTIGATED = "investigated", "Onderzocht"
    WITHDRAWN = "withdrawn", "Ingetrokken"
    NO_FOLLOW_UP = "no_follow_up", "Geen vervolg"


S = NotificationState
OPEN_STATES = (S.RECEIVED, S.CONFIRMED, S.INVESTIGATING)

LIFECYCLE = Lifecycle(
    NotificationState,
    Step(
        "confirm",
        "Bevestigen",
        {S.RECEIVED},
        S.CONFIRMED,
        why="ML-7: WMO 2.3.2 lid 1, in writing, with support and personal plan pointed out",
    ),
    Step(
        "start",
        "Onderzoek starten",
        {S.CONFIRMED},
        S.INVESTIGATING,
        why="ML-8: support is pointed out before the investigation (WMO 2.3.2 lid 3)",
    ),
    Step(
        "complete",
        "Onderzoek afronden",
        {S.INVESTIGATING},
        S.INVESTIGATED,
        why="ML-8: within six weeks (WMO 2.3.2 lid 1)",
    ),
    Step(
        "withdraw",
        "Intrekken",
        set(OPEN_STATES),
        S.WITHDRAWN,
        why="ML-8: the resident takes the melding back",
    ),
    Step(
        "drop",
        "Geen vervolg",
        {S.RECEIVED, S.CONFIRMED},
        S.NO_FOLLOW_UP,
        why="ML-8: answered without an investigation, as the resident agrees",
    ),
)
