"""What still runs of a resident and keeps a dossier open (DS-6); only reads."""

from collections.abc import Callable

from cases.dossiers.models import ResidentFile
from cases.talks.models import KitchenTableTalk

OPEN_ENDS: list[Callable[[ResidentFile], list[str]]] = []
"""What rooms above keep open: each names it as it reads in a sentence."""


def also(check: Callable[[ResidentFile], list[str]]) -> Callable[[ResidentFile], list[str]]:
    """Let a room above say what of its own keeps a dossier open."""
    OPEN_ENDS.append(check)
    return check


def unfinished(file: ResidentFile) -> list[str]:
    """What must end first, as it reads in a sentence; three queries and those above."""
    questions = file.questions.filter(ended_at__isnull=True).select_related("domain")
    left = [str(question) for question in questions]
    meldingen = file.resident.notifications.open().order_by("pk")
    left += [f"melding {melding}" for melding in meldingen]
    talks = KitchenTableTalk.objects.live().filter(resident_id=file.resident_id).order_by("pk")
    left += ["een keukentafelgesprek"] * bool(talks.exists())
    return left + [each for check in OPEN_ENDS for each in check(file)]
