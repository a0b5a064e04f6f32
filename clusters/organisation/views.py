"""Pages about the organisation that show no people: the partners, and which team is where."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from clusters.organisation.forms import AddressForm
from clusters.organisation.models import PartnerOrganisation
from clusters.organisation.routing import Route, route_address
from clusters.permissions import Action, require


@require_GET
def partner_list(request: HttpRequest) -> HttpResponse:
    """The convenant partners: what each is good at, who steers it, how long it takes part."""
    require(request.user, Action.SEE_PARTNERS)
    today = timezone.localdate()
    partners = PartnerOrganisation.objects.select_related("steered_by")
    lines = [(partner, partner.takes_part_on(today)) for partner in partners]
    return render(request, "clusters/organisation/partner_list.html", {"lines": lines})


@require_http_methods(["GET", "POST"])
def postcode_lookup(request: HttpRequest) -> HttpResponse:
    """Which team serves this address, and why (CLU-13); asked by POST, so never in an address."""
    require(request.user, Action.LOOK_UP_POSTCODE)
    form = AddressForm(request.POST or None)
    route = _route(form)
    context = {"form": form, "route": route, "unknown": form.is_valid() and route is None}
    is_fragment = bool(request.headers.get("HX-Request")) and form.is_valid()
    page = "_answer" if is_fragment else "postcode_lookup"
    response = render(request, f"clusters/organisation/{page}.html", context)
    if request.headers.get("HX-Request") and not is_fragment:
        response.headers["HX-Retarget"] = response.headers["HX-Reselect"] = "#main"
        response.headers["HX-Reswap"] = "outerHTML"
    return response


def _route(form: AddressForm) -> Route | None:
    """The route of the address that was typed, when it was typed well."""
    if not form.is_valid():
        return None
    return route_address(
        postcode=form.cleaned_data["postcode"],
        house_number=form.cleaned_data["house_number"],
        day=timezone.localdate(),
    )
