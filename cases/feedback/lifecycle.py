"""The states of feedback to a referrer. See docs/lifecycles.md."""

from django.db.models import TextChoices

from common.lifecycle import Lifecycle, Step


class FeedbackState(TextChoices):
    """Whether the referrer heard."""

    DUE = "due", "Nog terugkoppelen"
    SENT = "sent", "Teruggekoppeld"
    DROPPED = "dropped", "Niet teruggekoppeld"


S = FeedbackState
LIFECYCLE = Lifecycle(
    FeedbackState,
    Step("send", "Terugkoppelen", {S.DUE}, S.SENT, why="TG-3: with a consent that covers it"),
    Step("drop", "Niet terugkoppelen", {S.DUE}, S.DROPPED, why="TG-4: with a coded reason"),
)
