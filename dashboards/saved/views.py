"""My saved views: keep one, see them, delete one."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from clusters.http import EmployeeRequest
from common.forms import perform
from dashboards.permissions import GRANTS, Action
from dashboards.saved import services
from dashboards.saved.addresses import PAGES, query_of
from dashboards.saved.forms import SavedViewForm
from dashboards.saved.models import SavedView
from dashboards.weekly.models import WeeklyMailChoice


@require_GET
def saved_views(request: EmployeeRequest) -> HttpResponse:
    """The pages this employee kept."""
    GRANTS.require(request.user, Action.SAVE_VIEWS)
    context: dict[str, Any] = {"views": list(SavedView.objects.visible_to(request.user))}
    if Action.SEE_DASHBOARD in GRANTS.allowed_actions(request.user):
        off = WeeklyMailChoice.objects.visible_to(request.user).off()
        context["weekly"] = "off" if off.exists() else "on"
    return render(request, "dashboards/saved/list.html", context)


@require_http_methods(["GET", "POST"])
def new_view(request: EmployeeRequest) -> HttpResponse:
    """Keep the page of the address, with the filters it has."""
    GRANTS.require(request.user, Action.SAVE_VIEWS)
    page = request.GET.get("pagina", "")
    if page not in PAGES:
        raise Http404
    facts = {"page": page, "query": query_of(request.GET.dict())}
    form = SavedViewForm(request.POST or None, initial=facts | {"name": PAGES[page]})
    if request.method == "POST" and form.is_valid():
        view = perform(form, services.create_saved_view, by=request.user)
        if view is not None:
            messages.success(request, f"Bewaard als “{view.name}”.")
            return redirect(view.url)
    return render(request, "dashboards/saved/new.html", {"form": form, "label": PAGES[page]})


@require_POST
def remove_view(request: EmployeeRequest, view_id: int) -> HttpResponse:
    """Delete a view; back to the list."""
    view = get_object_or_404(SavedView.objects.visible_to(request.user), pk=view_id)
    GRANTS.require(request.user, Action.SAVE_VIEWS)
    services.delete_saved_view(view_id=view.pk, by=request.user)
    messages.success(request, f"“{view.name}” is verwijderd.")
    return redirect("saved-views")
