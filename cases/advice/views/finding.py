"""One adviesvraag for one employee: 404 out of scope, 403 without grant, a line in the trail."""

from typing import Any

from django.shortcuts import get_object_or_404

from audit.services import record_view
from cases.advice.models import AdviceRequest
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.access import ground_for

Grounds = dict[Any, Any]
PARTS = (
    "file__director",
    "resident",
    "question__domain",
    "asked_by",
    "adviser",
    "adviser_team",
    "liaison",
    "recipient_kind",
    "team",
    "consent",
)


def seen_advice(
    request: EmployeeRequest, advice_id: int, action: Action = Action.SEE_ADVICE
) -> tuple[AdviceRequest, Grounds]:
    """The question with everything one may do to it; what is seen of it is in the trail first."""
    rows = AdviceRequest.objects.visible_to(request.user).select_related(*PARTS)
    advice: AdviceRequest = get_object_or_404(rows, pk=advice_id)
    grounds = GRANTS.grounds_in_scope(request.user, advice)
    decision = ground_for(action, grounds)
    record_view(request, "advice.read", subject=advice, decision=decision)
    return advice, grounds


def act_for_answer(request: EmployeeRequest, advice_id: int) -> Action:
    """Who may answer: who is asked, or who works in the dossier for somebody outside (AV-7)."""
    rows = AdviceRequest.objects.visible_to(request.user)
    advice = get_object_or_404(rows.only("adviser"), pk=advice_id)
    return Action.ASK_ADVICE if advice.adviser_id is None else Action.ANSWER_ADVICE


def knows_whom(advice: AdviceRequest, grounds: Grounds) -> bool:
    """Whether the page may say about whom it is (AV-5)."""
    return Action.READ_FILE in grounds or not advice.is_anonymous
