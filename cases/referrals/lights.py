"""How a referral stands against its day, in a word and a colour; never a colour alone."""

from datetime import datetime

from cases.callbacks.models.lights import Light
from cases.referrals.lifecycle import ReferralState
from cases.referrals.models import Referral
from common.deadlines import local_day

KINDS = {ReferralState.ARRIVED: "ok", ReferralState.FAILED: "warning"}


def light_of(referral: Referral, at: datetime) -> Light:
    """The day on which somebody asks whether it arrived, and then what became of it."""
    if not referral.is_open:
        kind = KINDS.get(ReferralState(referral.state), "neutral")
        return Light(kind, referral.get_state_display())
    days = (referral.follow_up_on - local_day(at)).days
    if days > 0:
        return Light("ok", referral.get_state_display())
    return Light("late" if days < 0 else "warning", "vraag of het lukte")
