"""A referrer who did not hear yet keeps the dossier open (TG-5)."""

from cases.dossiers.models import ResidentFile
from cases.dossiers.unfinished import also
from cases.feedback.models import Feedback


@also
def due_feedback(file: ResidentFile) -> list[str]:
    """The numbers of what must still be told; one query."""
    rows = Feedback.objects.filter(file=file).due().order_by("pk")
    return [f"terugkoppeling {feedback}" for feedback in rows]
