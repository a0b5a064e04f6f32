"""Index of the acts on residents."""

from cases.residents.services.changing import Particulars, change_resident
from cases.residents.services.people import (
    CARD_FIELDS,
    SafeContact,
    change_phone,
    change_safe_contact,
    create_resident,
)

__all__ = [
    "CARD_FIELDS",
    "Particulars",
    "SafeContact",
    "change_phone",
    "change_resident",
    "change_safe_contact",
    "create_resident",
]
