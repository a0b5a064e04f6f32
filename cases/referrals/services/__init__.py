"""Index of the acts on referrals."""

from cases.referrals.services.following import follow_up_referral, give_up_referral
from cases.referrals.services.making import ReferralWish, make_referral

__all__ = ["ReferralWish", "follow_up_referral", "give_up_referral", "make_referral"]
