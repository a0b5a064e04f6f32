"""Index of the room's models."""

from cases.mandates.models.lists import Product, ProductCategory, ProductUnit, Provider
from cases.mandates.models.register import (
    DECIDING_ROLES,
    MOST_CENTS,
    MOST_MONTHS,
    READING_ROLES,
    REASON_LENGTH,
    REFERENCE_LENGTH,
    Mandate,
    deciders_on,
)

__all__ = [
    "DECIDING_ROLES",
    "MOST_CENTS",
    "MOST_MONTHS",
    "READING_ROLES",
    "REASON_LENGTH",
    "REFERENCE_LENGTH",
    "Mandate",
    "Product",
    "ProductCategory",
    "ProductUnit",
    "Provider",
    "deciders_on",
]
