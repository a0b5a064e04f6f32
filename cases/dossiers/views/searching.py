"""Look for words in one dossier; they stand in no address and in no log (DS-14)."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from cases.dossiers.forms import SearchForm
from cases.dossiers.models import ResidentFile
from cases.dossiers.searching import search_file
from cases.dossiers.views.finding import find_file
from cases.dossiers.views.lines import shown_lines
from cases.permissions import Action
from clusters.http import EmployeeRequest
from clusters.models import User


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def search(request: EmployeeRequest, file_id: int) -> HttpResponse:
    """What was found, newest first; the rest with one more push on a button."""
    file, _ = find_file(request, file_id, Action.READ_FILE, "file.searched")
    action = reverse("file-search", args=[file.pk])
    form = SearchForm(request.POST if request.method == "POST" else None, action=action)
    context = {"file": file, "search": form}
    if form.is_valid():
        context |= _found(file, form, request.user)
    return render(request, "cases/dossiers/search.html", context)


def _found(file: ResidentFile, form: SearchForm, user: User) -> dict[str, Any]:
    """What fits the words, and where a next search begins."""
    words, after = form.cleaned_data["sought"], form.cleaned_data["after"]
    found = search_file(file, words, user, after)
    return {
        "found": found,
        "lines": shown_lines(found.lines),
        "words": words,
        "further": f"{found.further[0].isoformat()}_{found.further[1]}" if found.further else "",
        "goes_on": bool(after),
    }
