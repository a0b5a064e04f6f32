"""The states of a referral. See docs/lifecycles.md."""

from django.db.models import TextChoices

from common.lifecycle import Lifecycle, Step


class ReferralState(TextChoices):
    """Where a referral stands."""

    SENT = "sent", "Verwezen"
    ARRIVED = "arrived", "Aangekomen"
    FAILED = "failed", "Niet aangekomen"
    GIVEN_UP = "given_up", "Losgelaten"


S = ReferralState
LIFECYCLE = Lifecycle(
    ReferralState,
    Step("arrive", "Aangekomen", {S.SENT}, S.ARRIVED, why="VW-4: with what came of it"),
    Step("fail", "Niet aangekomen", {S.SENT}, S.FAILED, why="VW-4: with why not"),
    Step("wait", "Later nagaan", {S.SENT}, S.SENT, why="VW-3: on another day"),
    Step("give_up", "Loslaten", {S.SENT}, S.GIVEN_UP, why="VW-5: with a reason"),
)
