"""The figures of the kennisbank, for who keeps it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from cases.knowledge.figures import knowledge_figures
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest


@require_GET
def figures(request: EmployeeRequest) -> HttpResponse:
    """Used, useful, searched in vain, due for a look."""
    GRANTS.require(request.user, Action.EDIT_ARTICLES)
    context = {"figures": knowledge_figures(request.user, timezone.now())}
    return render(request, "cases/knowledge/figures.html", context)
