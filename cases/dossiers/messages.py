"""What leaves this room in words: no name of a resident and nothing about one (design 6)."""

from cases.dossiers.models import ResidentFile
from clusters.models import Team, User


def related_text(file: ResidentFile, by: User) -> str:
    """To the casusregisseur of a dossier; which one it was joined to, the page says."""
    return f"{by} koppelde een ander dossier aan dossier {file}."


def left_text(person: User, team: Team, count: int) -> str:
    """To the manager of a team that a casusregisseur left."""
    dossiers = "1 dossier" if count == 1 else f"{count} dossiers"
    return (
        f"{person} werkt niet meer in {team} en heeft nog de regie over {dossiers}. "
        "U vindt ze bij Dossiers, onder Over te dragen."
    )
