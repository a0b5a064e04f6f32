"""What of aanvragen keeps a dossier open (DS-6); only reads."""

from cases.decisions.models import Application
from cases.dossiers.models import ResidentFile
from cases.dossiers.unfinished import also


@also
def applications_of(file: ResidentFile) -> list[str]:
    """Aanvragen of the resident that still run, and objections on which nothing was decided."""
    rows = Application.objects.filter(resident_id=file.resident_id)
    running = [f"aanvraag {each}" for each in rows.running().order_by("pk")]
    objected = rows.filter(objections__outcome="").order_by("pk")
    return running + [f"bezwaar bij {each}" for each in objected]
