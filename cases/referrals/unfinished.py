"""A referral of which nobody knows whether it arrived keeps the dossier open (VW-5)."""

from cases.dossiers.models import ResidentFile
from cases.dossiers.unfinished import also
from cases.referrals.models import Referral


@also
def open_referrals(file: ResidentFile) -> list[str]:
    """The numbers of what is not known; one query."""
    rows = Referral.objects.filter(file=file).open().order_by("pk")
    return [f"verwijzing {referral}" for referral in rows]
