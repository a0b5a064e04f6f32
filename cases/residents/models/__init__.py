"""Index of the models about residents."""

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
from cases.residents.models.sealed import (
    HiddenAddress,
    ResidentBsn,
    SecretAddress,
    SecretGround,
    bsn_mark,
)
from cases.residents.names import GENDERS, NAME_USES

__all__ = [
    "ANONYMOUS",
    "CARING_ROLES",
    "GENDERS",
    "LANGUAGE_LENGTH",
    "NAME_FIELDS",
    "NAME_LENGTH",
    "NAME_USES",
    "PART_LENGTH",
    "PREFIX_LENGTH",
    "SPOKEN_LENGTH",
    "HiddenAddress",
    "Party",
    "PartyKind",
    "PartyRole",
    "Resident",
    "ResidentBsn",
    "ResidentMerge",
    "SecretAddress",
    "SecretGround",
    "birth_parts",
    "bsn_mark",
    "derived",
    "opens_card",
]
