"""One adviesvraag with its dossier, locked in one order."""

from cases.advice.models import AdviceRequest
from cases.dossiers.models import ResidentFile
from clusters.models import User


def locked(advice_id: int, by: User) -> tuple[ResidentFile, AdviceRequest]:
    """First the dossier, as the end of a dossier does, and then the question in scope.

    Who is asked does not see the dossier: it is locked, not read, for the line an act leaves.
    """
    scope = AdviceRequest.objects.visible_to(by)
    number = scope.values_list("file_id", flat=True).get(pk=advice_id)
    file = ResidentFile.objects.select_for_update(of=("self",)).get(pk=number)
    rows = scope.select_for_update(of=("self",)).select_related("question__domain", "consent")
    advice = rows.get(pk=advice_id)
    advice.file = file
    return file, advice
