"""A hand-over that runs keeps the dossier open (OD-12)."""

from cases.dossiers.models import ResidentFile
from cases.dossiers.unfinished import also


@also
def running_handovers(file: ResidentFile) -> list[str]:
    """The number of what runs; one query."""
    return [f"overdracht {handover}" for handover in file.handovers.running().order_by("pk")]
