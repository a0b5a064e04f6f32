"""Index of the models of the verkorte procedure."""

from cases.procedures.models.choices import (
    KNOWN_LENGTH,
    NAME_LENGTH,
    PHONE_LENGTH,
    REASON_LENGTH,
    HolderType,
    LegalItem,
    ReceivedWay,
)
from cases.procedures.models.procedures import (
    LegalCheck,
    ProfessionalAssessment,
    ShortProcedure,
    opened_of,
)

__all__ = [
    "KNOWN_LENGTH",
    "NAME_LENGTH",
    "PHONE_LENGTH",
    "REASON_LENGTH",
    "HolderType",
    "LegalCheck",
    "LegalItem",
    "ProfessionalAssessment",
    "ReceivedWay",
    "ShortProcedure",
    "opened_of",
]
