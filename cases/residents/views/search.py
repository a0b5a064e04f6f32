"""Inwoner zoeken: by what identifies somebody, among the cards one may open (H6)."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from audit.services import record_view
from cases.permissions import GRANTS, Action
from cases.residents.forms.search import SearchForm
from cases.residents.models import Resident
from cases.residents.searching import search_residents
from cases.residents.throttle import SEARCHED, TOO_MANY, searched_too_often
from clusters.http import EmployeeRequest
from common.access import Decision


@require_http_methods(["GET", "POST"])
def search(request: EmployeeRequest) -> HttpResponse:
    """The form, and what it found; every search is in the trail, also when it found nobody."""
    decision = GRANTS.require(request.user, Action.SEARCH_RESIDENT)
    form = SearchForm(request.POST if request.method == "POST" else None)
    found = _found(request, form, decision) if form.is_valid() else None
    context = {"form": form, "found": found}
    return render(request, "cases/residents/search.html", context)


def _found(request: EmployeeRequest, form: SearchForm, decision: Decision) -> list[Resident] | None:
    """Who fits; None when there was too much searching."""
    if searched_too_often(request.user, timezone.now()):
        form.add_error(None, TOO_MANY)
        return None
    found = list(search_residents(form.cleaned_data["sought"], request.user))
    shown = [resident.pk for resident in found]
    record_view(request, SEARCHED, residents=shown, decision=decision)
    return found
