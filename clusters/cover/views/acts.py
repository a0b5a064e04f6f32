"""Arrange cover for somebody, and end it before its last day."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from clusters.cover.along import work_of
from clusters.cover.forms import ArrangeForm, EndForm
from clusters.cover.models import Cover
from clusters.cover.people import candidates, covered_people, must_arrange
from clusters.cover.services import arrange_cover, end_cover
from clusters.cover.standing import first_days
from clusters.http import EmployeeRequest
from clusters.people.models import User
from clusters.permissions import Action, require
from common.forms import performed


@require_http_methods(["GET", "POST"])
def arrange(request: EmployeeRequest, person_id: int) -> HttpResponse:
    """Who does the work of this employee, and what goes along."""
    who = _person(request, person_id)
    today = timezone.localdate()
    first, last = first_days(who.pk, today)
    people = candidates(who.pk, today, request.user)
    form = ArrangeForm(request.POST or None, people=people, first=first, last=last)
    act = {"employee_id": who.pk, "by": request.user}
    if request.method == "POST" and performed(form, arrange_cover, **act):
        messages.success(request, "De waarneming is geregeld.")
        return redirect("cover-list")
    context = {"person": who, "own": who.pk == request.user.pk, "form": form}
    context["along"] = work_of([who.pk]).get(who.pk, [])
    return render(request, "clusters/cover/arrange.html", context)


@require_http_methods(["GET", "POST"])
def end(request: EmployeeRequest, cover_id: int) -> HttpResponse:
    """It stops now."""
    require(request.user, Action.END_COVER)
    rows = Cover.objects.visible_to(request.user).select_related("employee", "deputy")
    row = get_object_or_404(rows, pk=cover_id)
    form = EndForm(request.POST if request.method == "POST" else None)
    act = {"cover_id": row.pk, "by": request.user}
    if request.method == "POST" and performed(form, end_cover, **act):
        messages.success(request, "De waarneming is beëindigd.")
        return redirect("cover-list")
    context = {"cover": row, "form": form, "is_over": row.is_over(timezone.localdate())}
    return render(request, "clusters/cover/end.html", context)


def _person(request: EmployeeRequest, person_id: int) -> User:
    """Somebody with work in their name for whom one may arrange it; others are not found (WN-2)."""
    require(request.user, Action.SEE_COVERS)
    today = timezone.localdate()
    found: User = get_object_or_404(covered_people(request.user, today), pk=person_id)
    must_arrange(request.user, found.pk, today)
    return found
