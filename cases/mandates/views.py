"""Wie mag wat: the register by person, one mandate, giving one and ending one (ORG-16)."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from cases.mandates.forms import EndForm, MandateFilter, MandateForm, mandate_initial
from cases.mandates.models import Mandate
from cases.mandates.services import create_mandate, end_mandate
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.forms import perform, performed


@require_GET
def mandates(request: EmployeeRequest) -> HttpResponse:
    """Who may decide about what, now and later; with another choice also what is over."""
    GRANTS.require(request.user, Action.SEE_MANDATES)
    today = timezone.localdate()
    filters = MandateFilter(request.GET, day=today)
    rows = filters.apply(Mandate.objects.visible_to(request.user).for_list(today))
    page = Paginator(rows, settings.PAGE_SIZE).get_page(request.GET.get("page"))
    count = page.paginator.count
    context = {
        "filters": filters,
        "page": page,
        "total": "1 mandaat" if count == 1 else f"{count} mandaten",
        **_standing(request),
    }
    return render(request, "cases/mandates/list.html", context)


@require_GET
def detail(request: EmployeeRequest, mandate_id: int) -> HttpResponse:
    """One mandate: what it covers, how far, and how it came and went."""
    GRANTS.require(request.user, Action.SEE_MANDATES)
    rows = Mandate.objects.visible_to(request.user).for_list(timezone.localdate())
    rows = rows.select_related("holder", "created_by", "ended_by")
    context = {"mandate": get_object_or_404(rows, pk=mandate_id), **_standing(request)}
    return render(request, "cases/mandates/detail.html", context)


@require_http_methods(["GET", "POST"])
def new(request: EmployeeRequest) -> HttpResponse:
    """Write a mandate down, perhaps with the words of an earlier one."""
    GRANTS.require(request.user, Action.KEEP_MANDATES)
    form = MandateForm(request.POST or None, initial=mandate_initial(_example(request)))
    if request.method == "POST":
        mandate = perform(form, create_mandate, by=request.user)
        if mandate is not None:
            messages.success(request, f"Mandaat {mandate} van {mandate.holder} is vastgelegd.")
            return redirect("mandate-detail", mandate.pk)
    return render(request, "cases/mandates/new.html", {"form": form})


@require_http_methods(["GET", "POST"])
def end(request: EmployeeRequest, mandate_id: int) -> HttpResponse:
    """From a day on it no longer holds, with the reason."""
    GRANTS.require(request.user, Action.KEEP_MANDATES)
    rows = Mandate.objects.visible_to(request.user).select_related("holder")
    mandate = get_object_or_404(rows, pk=mandate_id)
    form = EndForm(request.POST or None, initial={"ended_from": timezone.localdate()})
    options = {"mandate_id": mandate.pk, "by": request.user}
    if request.method == "POST" and performed(form, end_mandate, **options):
        messages.success(request, f"Mandaat {mandate} is beëindigd.")
        return redirect("mandate-detail", mandate.pk)
    return render(request, "cases/mandates/end.html", {"form": form, "mandate": mandate})


def _standing(request: EmployeeRequest) -> dict[str, Any]:
    """The day a page is about, and whether it shows the buttons that change the register."""
    keeps = Action.KEEP_MANDATES in GRANTS.allowed_actions(request.user)
    return {"today": timezone.localdate(), "keeps": keeps}


def _example(request: EmployeeRequest) -> Mandate | None:
    """The mandate of the page one came from, when there is one."""
    number = request.GET.get("mandaat", "")
    is_number = number.isdecimal() and len(number) <= 18
    rows = Mandate.objects.visible_to(request.user)
    return rows.filter(pk=int(number)).first() if is_number else None
