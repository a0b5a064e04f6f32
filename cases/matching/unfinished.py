"""A match request that still asks something of somebody keeps the dossier open (MV-9)."""

from cases.dossiers.models import ResidentFile
from cases.dossiers.unfinished import also
from cases.matching.models import MatchRequest


@also
def running_matches(file: ResidentFile) -> list[str]:
    """The numbers of what runs; one query."""
    rows = MatchRequest.objects.filter(file=file).running().order_by("pk")
    return [f"gevraagde match {match}" for match in rows]
