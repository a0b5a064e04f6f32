"""Index of the models about residents."""

from cases.residents.models.consents import (
    RECIPIENT_LENGTH,
    WHY_LENGTH,
    Consent,
    ConsentWay,
    Giver,
    has_consent,
)
from cases.residents.models.merges import ResidentMerge
from cases.residents.models.parties import Party, PartyKind, PartyRole
from cases.residents.models.people import (
    ANONYMOUS,
    CARING_ROLES,
    LANGUAGE_LENGTH,
    NAME_FIELDS,
    NAME_LENGTH,
    PART_LENGTH,
    PREFIX_LENGTH,
    SPOKEN_LENGTH,
    Resident,
    birth_parts,
    derived,
    opens_card,
)
from cases.residents.models.professionals import CONTACT_FIELDS, InvolvedProfessional
from cases.residents.models.sealed import (
    HiddenAddress,
    ResidentBsn,
    SecretAddress,
    SecretGround,
    bsn_mark,
)
from cases.residents.models.sharing import (
    CLIENT_SUPPORT,
    CONTACT_DETAILS,
    DataCategory,
    RecipientKind,
    SharingGround,
)
from cases.residents.names import GENDERS, NAME_USES

__all__ = [
    "ANONYMOUS",
    "CARING_ROLES",
    "CLIENT_SUPPORT",
    "CONTACT_DETAILS",
    "CONTACT_FIELDS",
    "GENDERS",
    "LANGUAGE_LENGTH",
    "NAME_FIELDS",
    "NAME_LENGTH",
    "NAME_USES",
    "PART_LENGTH",
    "PREFIX_LENGTH",
    "RECIPIENT_LENGTH",
    "SPOKEN_LENGTH",
    "WHY_LENGTH",
    "Consent",
    "ConsentWay",
    "DataCategory",
    "Giver",
    "HiddenAddress",
    "InvolvedProfessional",
    "Party",
    "PartyKind",
    "PartyRole",
    "RecipientKind",
    "Resident",
    "ResidentBsn",
    "ResidentMerge",
    "SecretAddress",
    "SecretGround",
    "SharingGround",
    "birth_parts",
    "bsn_mark",
    "derived",
    "has_consent",
    "opens_card",
]
