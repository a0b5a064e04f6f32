"""A point that waits, and what a guest still has to do, keep the dossier open (CT-18)."""

from cases.conferences.models import ConferenceItem, ItemAgreement
from cases.dossiers.models import ResidentFile
from cases.dossiers.unfinished import also


@also
def waiting_items(file: ResidentFile) -> list[str]:
    """The numbers of what is still to be discussed or kept; two queries."""
    items = ConferenceItem.objects.filter(file=file).waiting().order_by("pk")
    agreed = ItemAgreement.objects.filter(file=file).own().select_related("item").order_by("pk")
    return [f"bespreekpunt {item}" for item in items] + [str(each) for each in agreed]
