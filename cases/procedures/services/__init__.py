"""Index of the acts of the verkorte procedure."""

from cases.intakes.services import Melding
from cases.procedures.services.registering import (
    INVESTIGATED,
    ConsentTold,
    HandedIn,
    register_short_procedure,
)

__all__ = ["INVESTIGATED", "ConsentTold", "HandedIn", "Melding", "register_short_procedure"]
