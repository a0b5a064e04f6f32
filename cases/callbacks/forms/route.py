"""The address part of a call, to show which team will call while the caller is still talking."""

from typing import Any

from django import forms
from django.utils import timezone

from cases.residents.forms import HouseNumberField, PostcodeField
from clusters.models import Neighbourhood
from clusters.organisation.routing import Route, route_address, route_neighbourhood


class RouteForm(forms.Form):
    """Postcode and house number, or the neighbourhood that was chosen by hand."""

    postcode = PostcodeField(required=False)
    house_number = HouseNumberField(required=False)
    neighbourhood = forms.ModelChoiceField(Neighbourhood.objects.all(), required=False)


def route_of(data: Any) -> Route | None:
    """The team that belongs to the address typed so far; a wrong or empty one has none."""
    if not data.get("postcode") and not data.get("neighbourhood"):
        return None
    form = RouteForm(data)
    if not form.is_valid():
        return None
    day = timezone.localdate()
    chosen = form.cleaned_data["neighbourhood"]
    if chosen is not None:
        return route_neighbourhood(neighbourhood_id=chosen.pk, day=day)
    number, _ = form.cleaned_data["house_number"]
    return route_address(postcode=form.cleaned_data["postcode"], house_number=number, day=day)
