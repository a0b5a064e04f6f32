"""Index of the acts on residents."""

from cases.residents.services.changing import Particulars, change_resident
from cases.residents.services.consents import ConsentFacts, give_consent, withdraw_consent
from cases.residents.services.merging import merge_residents
from cases.residents.services.parties import (
    PartyFacts,
    change_party,
    create_party,
    remove_party,
)
from cases.residents.services.people import (
    CARD_FIELDS,
    SafeContact,
    change_phone,
    change_safe_contact,
    create_resident,
)
from cases.residents.services.professionals import (
    ProfessionalFacts,
    change_professional,
    create_professional,
)
from cases.residents.services.sealed import (
    IN_USE,
    Opened,
    change_bsn,
    lift_secrecy,
    open_address,
    open_bsn,
    seal_address,
)
from cases.residents.services.unmerging import tidy_merges, undo_merge

__all__ = [
    "CARD_FIELDS",
    "IN_USE",
    "ConsentFacts",
    "Opened",
    "Particulars",
    "PartyFacts",
    "ProfessionalFacts",
    "SafeContact",
    "change_bsn",
    "change_party",
    "change_phone",
    "change_professional",
    "change_resident",
    "change_safe_contact",
    "create_party",
    "create_professional",
    "create_resident",
    "give_consent",
    "lift_secrecy",
    "merge_residents",
    "open_address",
    "open_bsn",
    "remove_party",
    "seal_address",
    "tidy_merges",
    "undo_merge",
    "withdraw_consent",
]
