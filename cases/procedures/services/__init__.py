"""Index of the acts of the verkorte procedure."""

from cases.intakes.services import Melding
from cases.procedures.services.registering import (
    INVESTIGATED,
    Consent,
    HandedIn,
    register_short_procedure,
)

__all__ = ["INVESTIGATED", "Consent", "HandedIn", "Melding", "register_short_procedure"]
