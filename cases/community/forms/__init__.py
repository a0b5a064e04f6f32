"""Index of the forms of the sociale kaart."""

from cases.community.forms.filters import OfferFilter, OrganisationFilter
from cases.community.forms.offers import OfferForm, StopForm, offer_initial
from cases.community.forms.organisations import OrganisationForm, organisation_initial

__all__ = [
    "OfferFilter",
    "OfferForm",
    "OrganisationFilter",
    "OrganisationForm",
    "StopForm",
    "offer_initial",
    "organisation_initial",
]
