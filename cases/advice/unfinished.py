"""An adviesvraag without an answer keeps the dossier open (AV-10)."""

from cases.advice.models import AdviceRequest
from cases.dossiers.models import ResidentFile
from cases.dossiers.unfinished import also


@also
def unanswered_advice(file: ResidentFile) -> list[str]:
    """The numbers of what waits; one query."""
    rows = AdviceRequest.objects.filter(file=file).unanswered().order_by("pk")
    return [f"adviesvraag {advice}" for advice in rows]
