"""Index of the room's models."""

from cases.mandates.models.lists import Product, ProductCategory, ProductUnit, Provider
from cases.mandates.models.register import (
    MOST_CENTS,
    MOST_MONTHS,
    READING_ROLES,
    REASON_LENGTH,
    REFERENCE_LENGTH,
    Mandate,
)

__all__ = [
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
]
