"""The events of referrals, as the trail shows them."""

CODES: dict[str, tuple[str, str]] = {
    "referral.listed": ("Verwijzingen gelezen", "las de verwijzingen van {0}"),
    "referral.prepared": ("Verwijzing voorbereid", "begon een verwijzing in {0}"),
    "referral.made": ("Verwezen", "legde {0} vast"),
    "referral.read": ("Verwijzing gelezen", "las {0}"),
    "referral.followed_up": ("Nagegaan of de verwijzing aankwam", "ging na wat er kwam van {0}"),
    "referral.postponed": ("Verwijzing later nagaan", "gaat later na wat er komt van {0}"),
    "referral.given_up": ("Verwijzing losgelaten", "liet {0} los"),
}
