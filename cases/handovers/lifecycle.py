"""The states of a hand-over. See docs/lifecycles.md."""

from django.db.models import TextChoices

from common.lifecycle import Lifecycle, Step


class HandoverState(TextChoices):
    """Where a hand-over stands."""

    DRAFT = "draft", "Concept"
    OFFERED = "offered", "Aangeboden"
    ASKED = "asked", "Toelichting gevraagd"
    ACCEPTED = "accepted", "Aanvaard"
    REFUSED = "refused", "Geweigerd"
    WITHDRAWN = "withdrawn", "Ingetrokken"
    EXPIRED = "expired", "Verlopen"
    RETURNED = "returned", "Teruggegeven"


S = HandoverState
WAITING = frozenset({S.OFFERED, S.ASKED})
"""With the receiver: it asks an answer before its term (OD-5)."""
RUNNING = WAITING | {S.DRAFT}
CAME_BACK = frozenset({S.REFUSED, S.EXPIRED})
"""Back with the sender, who must see that (OD-9)."""

LIFECYCLE = Lifecycle(
    HandoverState,
    Step("offer", "Aanbieden", {S.DRAFT}, S.OFFERED, why="OD-1: by the casusregisseur"),
    Step("ask", "Toelichting vragen", {S.OFFERED}, S.ASKED, why="OD-4: by the receiving team"),
    Step("explain", "Toelichten", {S.ASKED}, S.OFFERED, why="OD-4: with time to read it"),
    Step("accept", "Aanvaarden", {S.OFFERED}, S.ACCEPTED, why="OD-6: by somebody else"),
    Step("refuse", "Weigeren", WAITING, S.REFUSED, why="OD-8: with a reason from the list"),
    Step("withdraw", "Intrekken", RUNNING, S.WITHDRAWN, why="OD-3: by the casusregisseur"),
    Step("expire", "Verlopen", WAITING, S.EXPIRED, why="OD-9: after its term, by itself"),
    Step("return", "Teruggeven", {S.ACCEPTED}, S.RETURNED, why="OD-10: by the same protocol"),
)
