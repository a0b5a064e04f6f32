"""One match request with its dossier, locked in one order, and whether its question runs."""

from cases.dossiers.models import HelpRequest, ResidentFile
from cases.matching.models import MatchRequest
from clusters.models import User
from common.errors import RuleViolation


def locked(match_id: int, by: User) -> tuple[ResidentFile, MatchRequest]:
    """First the dossier, as the end of a dossier does, and then the request in scope.

    A coordinator does not see the dossier: it is locked, not read, for the line that an act leaves.
    """
    scope = MatchRequest.objects.visible_to(by)
    number = scope.values_list("file_id", flat=True).get(pk=match_id)
    file = ResidentFile.objects.select_for_update(of=("self",)).get(pk=number)
    match = (
        scope.select_for_update(of=("self",)).select_related("question__domain").get(pk=match_id)
    )
    match.file = file
    match.question.file = file
    return file, match


def must_run(question: HelpRequest) -> None:
    """Nobody looks for a volunteer for a question that ended.

    Raises: RuleViolation.
    """
    if not question.is_open:
        raise RuleViolation("Deze hulpvraag is intussen afgesloten.")
