"""The organisations of the sociale kaart: find, read, write."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from cases.community.forms import OrganisationFilter, OrganisationForm, organisation_initial
from cases.community.models import Offer, Organisation
from cases.community.services import change_organisation, create_organisation
from cases.community.views.reading import may_write
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.forms import perform, performed


@require_GET
def organisations(request: EmployeeRequest) -> HttpResponse:
    """Every organisation in the order of the alphabet, and how much it offers."""
    GRANTS.require(request.user, Action.READ_OFFERS)
    filters = OrganisationFilter(request.GET)
    rows = filters.apply(Organisation.objects.visible_to(request.user))
    rows = rows.annotate(active_offers=Count("offers", filter=Q(offers__is_active=True)))
    rows = rows.order_by("name", "pk")
    context = {
        "filters": filters,
        "page": Paginator(rows, settings.PAGE_SIZE).get_page(request.GET.get("page")),
        "writes": may_write(request),
    }
    return render(request, "cases/community/organisations.html", context)


@require_GET
def detail(request: EmployeeRequest, organisation_id: int) -> HttpResponse:
    """How to reach an organisation, and what it offers."""
    GRANTS.require(request.user, Action.READ_OFFERS)
    rows = Organisation.objects.visible_to(request.user).select_related("changed_by")
    organisation = get_object_or_404(rows, pk=organisation_id)
    offers = Offer.objects.visible_to(request.user).filter(organisation=organisation).for_list()
    context = {
        "organisation": organisation,
        "page": Paginator(offers, settings.PAGE_SIZE).get_page(request.GET.get("page")),
        "writes": may_write(request),
        "today": timezone.localdate(),
    }
    return render(request, "cases/community/organisation.html", context)


@require_http_methods(["GET", "POST"])
def new(request: EmployeeRequest) -> HttpResponse:
    """Put an organisation on the map."""
    GRANTS.require(request.user, Action.WRITE_OFFERS)
    form = OrganisationForm(request.POST or None)
    if request.method == "POST":
        organisation = perform(form, _create, by=request.user)
        if organisation is not None:
            messages.success(request, f"“{organisation}” staat op de sociale kaart.")
            return redirect("organisation-detail", organisation.pk)
    context = {"form": form, "organisation": None, "theirs": None}
    return render(request, "cases/community/organisation_edit.html", context)


@require_http_methods(["GET", "POST"])
def change(request: EmployeeRequest, organisation_id: int) -> HttpResponse:
    """Correct an organisation; when a colleague was first, both texts are on the page."""
    GRANTS.require(request.user, Action.WRITE_OFFERS)
    rows = Organisation.objects.visible_to(request.user).select_related("changed_by")
    there = get_object_or_404(rows, pk=organisation_id)
    form = OrganisationForm(request.POST or None, initial=organisation_initial(there))
    asked = {"organisation_id": there.pk, "by": request.user}
    if request.method == "POST" and performed(form, _change, **asked):
        messages.success(request, "De organisatie is bewaard.")
        return redirect("organisation-detail", there.pk)
    theirs = _theirs(form, rows, there.pk)
    context = {"form": form, "organisation": there, "theirs": theirs}
    return render(request, "cases/community/organisation_edit.html", context)


def _create(*, version: int, **answers: Any) -> Organisation:
    """A new organisation has no version to compare."""
    return create_organisation(**answers)


def _change(*, submission_key: object, **answers: Any) -> Organisation:
    """A change needs no key: the same text twice changes nothing."""
    return change_organisation(**answers)


def _theirs(form: OrganisationForm, rows: Any, organisation_id: int) -> Organisation | None:
    """What the colleague who was first saved; from now on the form knows that text."""
    if not form.has_error("version"):
        return None
    organisation: Organisation = rows.get(pk=organisation_id)
    form.show_version(organisation.version)
    return organisation
