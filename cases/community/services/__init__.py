"""Index of the acts on the sociale kaart."""

from cases.community.services.keeping import restart_offer, review_offer, stop_offer
from cases.community.services.offers import OfferText, change_offer, create_offer
from cases.community.services.organisations import (
    OrganisationText,
    change_organisation,
    create_organisation,
)

__all__ = [
    "OfferText",
    "OrganisationText",
    "change_offer",
    "change_organisation",
    "create_offer",
    "create_organisation",
    "restart_offer",
    "review_offer",
    "stop_offer",
]
