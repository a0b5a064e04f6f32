"""Writing offers and keeping them right."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from cases.community.forms import OfferForm, StopForm, offer_initial
from cases.community.models import Offer, Organisation, next_look
from cases.community.services import (
    change_offer,
    create_offer,
    restart_offer,
    review_offer,
    stop_offer,
)
from cases.community.views.reading import EVERYBODY
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.forms import perform, performed

LISTS: dict[str | None, dict[str, str]] = {"lijst": {}, EVERYBODY: {"van": EVERYBODY}}
"""Back to the list one came from: mine, or of everybody."""


@require_http_methods(["GET", "POST"])
def new(request: EmployeeRequest) -> HttpResponse:
    """Put something on the map, perhaps of the organisation one came from."""
    GRANTS.require(request.user, Action.WRITE_OFFERS)
    form = OfferForm(request.POST or None, user=request.user, initial=_first_words(request))
    if request.method == "POST":
        offer = perform(form, _create, by=request.user)
        if offer is not None:
            messages.success(request, f"“{offer}” staat op de sociale kaart.")
            return redirect("offer-detail", offer.pk)
    context = {"form": form, "offer": None, "theirs": None}
    return render(request, "cases/community/edit.html", context)


@require_http_methods(["GET", "POST"])
def change(request: EmployeeRequest, offer_id: int) -> HttpResponse:
    """Correct an offer; when a colleague was first, both texts are on the page."""
    GRANTS.require(request.user, Action.WRITE_OFFERS)
    offer = get_object_or_404(Offer.objects.visible_to(request.user).for_detail(), pk=offer_id)
    options: dict[str, Any] = {"user": request.user, "offer": offer}
    form = OfferForm(request.POST or None, initial=offer_initial(offer), **options)
    if request.method == "POST" and performed(form, _change, offer_id=offer.pk, by=request.user):
        messages.success(request, "Het aanbod is bewaard.")
        return redirect("offer-detail", offer.pk)
    theirs = _theirs(form, offer.pk)
    context = {"form": form, "offer": offer, "theirs": theirs}
    return render(request, "cases/community/edit.html", context)


@require_POST
def review(request: EmployeeRequest, offer_id: int) -> HttpResponse:
    """Klopt nog: one click, and somebody looks again half a year from now."""
    GRANTS.require(request.user, Action.WRITE_OFFERS)
    offer = get_object_or_404(Offer.objects.visible_to(request.user), pk=offer_id)
    offer = review_offer(offer_id=offer.pk, by=request.user)
    messages.success(request, f"Bewaard: “{offer}” klopt nog.")
    onward = request.POST.get("verder")
    if onward not in LISTS:
        return redirect("offer-detail", offer.pk)
    return redirect(reverse("offer-due", query=LISTS[onward]))


@require_http_methods(["GET", "POST"])
def stop(request: EmployeeRequest, offer_id: int) -> HttpResponse:
    """Take an offer off the map, with the reason."""
    GRANTS.require(request.user, Action.WRITE_OFFERS)
    offer = get_object_or_404(Offer.objects.visible_to(request.user), pk=offer_id)
    form = StopForm(request.POST or None)
    if request.method == "POST" and performed(form, stop_offer, offer_id=offer.pk, by=request.user):
        messages.success(request, f"“{offer}” is gestopt.")
        return redirect("offer-detail", offer.pk)
    return render(request, "cases/community/stop.html", {"form": form, "offer": offer})


@require_POST
def restart(request: EmployeeRequest, offer_id: int) -> HttpResponse:
    """Put it back on the map."""
    GRANTS.require(request.user, Action.WRITE_OFFERS)
    offer = get_object_or_404(Offer.objects.visible_to(request.user), pk=offer_id)
    restart_offer(offer_id=offer.pk, by=request.user)
    messages.success(request, f"“{offer}” staat weer op de sociale kaart.")
    return redirect("offer-detail", offer.pk)


def _create(*, version: int, **answers: Any) -> Offer:
    """A new offer has no version to compare."""
    return create_offer(**answers)


def _change(*, submission_key: object, **answers: Any) -> Offer:
    """A change needs no key: the same text twice changes nothing."""
    return change_offer(**answers)


def _theirs(form: OfferForm, offer_id: int) -> Offer | None:
    """What the colleague who was first saved; from now on the form knows that text."""
    if not form.has_error("version"):
        return None
    offer = Offer.objects.for_detail().get(pk=offer_id)
    form.show_version(offer.version)
    return offer


def _first_words(request: EmployeeRequest) -> dict[str, Any]:
    """Myself as owner, half a year, and the organisation of the page one came from."""
    number = request.GET.get("organisatie", "")
    is_number = number.isdecimal() and len(number) <= 18
    rows = Organisation.objects.visible_to(request.user)
    chosen = rows.filter(pk=int(number)).first() if is_number else None
    return {
        "owner": request.user.pk,
        "review_by": next_look(timezone.now()),
        "organisation": chosen.pk if chosen else None,
    }
