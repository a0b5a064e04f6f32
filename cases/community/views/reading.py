"""Finding and reading what is offered, and what has to be looked at again."""

from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from cases.community.forms import OfferFilter
from cases.community.models import Offer
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest

EVERYBODY = "iedereen"


@require_GET
def offers(request: EmployeeRequest) -> HttpResponse:
    """What there is now: by default in my own cluster and in the whole city."""
    GRANTS.require(request.user, Action.READ_OFFERS)
    today = timezone.localdate()
    filters = OfferFilter(request.GET, user=request.user, day=today)
    found = filters.apply(Offer.objects.visible_to(request.user).for_list())
    page = Paginator(found.rows, settings.PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "filters": filters,
        "page": page,
        "total": f"{page.paginator.count} keer aanbod",
        "note": found.note,
        "writes": may_write(request),
        "today": today,
    }
    return render(request, "cases/community/list.html", context)


@require_GET
def detail(request: EmployeeRequest, offer_id: int) -> HttpResponse:
    """One offer: what it is, where, what it costs and how one gets there; prints on one page."""
    GRANTS.require(request.user, Action.READ_OFFERS)
    allowed = GRANTS.allowed_actions(request.user)
    rows = Offer.objects.visible_to(request.user).for_detail()
    offer = get_object_or_404(rows, pk=offer_id)
    today = timezone.localdate()
    context = {
        "offer": offer,
        "is_over": offer.is_over(today),
        "writes": Action.WRITE_OFFERS in allowed,
        "asks": Action.SEE_MATCHES in allowed,
        "today": today,
    }
    return render(request, "cases/community/detail.html", context)


@require_GET
def due(request: EmployeeRequest) -> HttpResponse:
    """What somebody must look at again: mine, or of everybody when a colleague is away."""
    GRANTS.require(request.user, Action.WRITE_OFFERS)
    today, of_all = timezone.localdate(), request.GET.get("van") == EVERYBODY
    rows = Offer.objects.visible_to(request.user).due_on(today)
    rows = rows.select_related("organisation", "owner")
    shown = rows if of_all else rows.filter(owner=request.user)
    context = {
        "page": Paginator(shown, settings.PAGE_SIZE).get_page(request.GET.get("page")),
        "tabs": _tabs(of_all),
        "of_all": of_all,
    }
    return render(request, "cases/community/due.html", context)


def may_write(request: EmployeeRequest) -> bool:
    """Whether this page shows the buttons that change the map."""
    return Action.WRITE_OFFERS in GRANTS.allowed_actions(request.user)


def _tabs(of_all: bool) -> list[dict[str, Any]]:
    here = reverse("offer-due")
    return [
        {"label": "Van mij", "url": here, "current": not of_all},
        {"label": "Van iedereen", "url": f"{here}?van={EVERYBODY}", "current": of_all},
    ]
