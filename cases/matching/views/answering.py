"""The coordinator takes a request up and answers it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from cases.matching import services
from cases.matching.forms import FoundForm, NoneForm
from cases.matching.models import MatchRequest
from cases.matching.views.finding import seen_match
from cases.permissions import Action
from clusters.http import EmployeeRequest
from common.errors import RuleViolation
from common.forms import performed


@require_POST
def take(request: EmployeeRequest, match_id: int) -> HttpResponse:
    """I look for a volunteer; when a colleague was first the list says so."""
    match = get_object_or_404(MatchRequest.objects.visible_to(request.user), pk=match_id)
    try:
        services.take_match(match_id=match.pk, by=request.user)
    except RuleViolation as broken:
        messages.error(request, str(broken))
        return redirect("match-list")
    messages.success(request, f"U zoekt een vrijwilliger voor {match}.")
    return redirect("match-detail", match.pk)


@require_http_methods(["GET", "POST"])
def found(request: EmployeeRequest, match_id: int) -> HttpResponse:
    """There is a volunteer."""
    match, _ = seen_match(request, match_id, Action.ANSWER_MATCH)
    initial = {"matched_with": str(match.offer or "")[:120]}
    form = FoundForm(request.POST or None, initial=initial)
    act = {"match_id": match.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.find_match, **act):
        messages.success(request, "De match is vastgelegd. De aanvrager krijgt bericht.")
        return redirect("match-detail", match.pk)
    context = {"match": match, "form": form, "title": "Match gevonden"}
    return render(request, "cases/matching/act.html", context)


@require_http_methods(["GET", "POST"])
def none(request: EmployeeRequest, match_id: int) -> HttpResponse:
    """There is no volunteer."""
    match, _ = seen_match(request, match_id, Action.ANSWER_MATCH)
    form = NoneForm(request.POST or None)
    act = {"match_id": match.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.refuse_match, **act):
        messages.success(request, "Vastgelegd. De aanvrager krijgt bericht.")
        return redirect("match-detail", match.pk)
    context = {"match": match, "form": form, "title": "Geen match"}
    return render(request, "cases/matching/act.html", context)
