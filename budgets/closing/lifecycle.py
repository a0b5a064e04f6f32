"""The states of closing a year. See docs/lifecycles.md."""

from django.db.models import TextChoices

from common.lifecycle import Lifecycle, Step


class ClosingState(TextChoices):
    """Where the closing of a year stands."""

    ASKED = "asked", "Wacht op de werker"
    RUNNING = "running", "Wordt afgesloten"
    DONE = "done", "Afgesloten"
    FAILED = "failed", "Niet gelukt"


S = ClosingState

LIFECYCLE = Lifecycle(
    ClosingState,
    Step("ask", "Afsluiten", {S.FAILED}, S.ASKED, "GB-27: what failed may be asked again"),
    Step("begin", "Beginnen", {S.ASKED, S.RUNNING}, S.RUNNING, "GB-27: by one worker; again after"),
    Step("release", "Loslaten", {S.RUNNING}, S.ASKED, "GB-27: an error; the next round tries"),
    Step("finish", "Afsluiten", {S.RUNNING}, S.DONE, "GB-20: everything at once"),
    Step("fail", "Opgeven", {S.RUNNING}, S.FAILED, "GB-27: after three tries, or against a rule"),
)
