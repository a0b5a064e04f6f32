"""What still runs of a resident and keeps a dossier open (DS-6); only reads."""

from cases.dossiers.models import ResidentFile
from cases.talks.models import KitchenTableTalk


def unfinished(file: ResidentFile) -> list[str]:
    """What must end first, as it reads in a sentence; three queries."""
    questions = file.questions.filter(ended_at__isnull=True).select_related("domain")
    left = [str(question) for question in questions]
    meldingen = file.resident.notifications.open().order_by("pk")
    left += [f"melding {melding}" for melding in meldingen]
    talks = KitchenTableTalk.objects.live().filter(resident_id=file.resident_id).order_by("pk")
    return left + ["een keukentafelgesprek"] * bool(talks.exists())
