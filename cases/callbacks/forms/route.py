"""The address part of a call, to show which team will call while the caller is still talking."""

from django import forms

from cases.residents.forms import HouseNumberField, PostcodeField
from clusters.models import Neighbourhood


class RouteForm(forms.Form):
    """Postcode and house number, or the neighbourhood that was chosen by hand."""

    postcode = PostcodeField(required=False)
    house_number = HouseNumberField(required=False)
    neighbourhood = forms.ModelChoiceField(Neighbourhood.objects.all(), required=False)
