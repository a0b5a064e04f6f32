"""Index of the models of hand-overs."""

from cases.handovers.models.choices import (
    Agreed,
    Expertise,
    Offer,
    Refusal,
    Urgency,
    WarmTalk,
)
from cases.handovers.models.handovers import Handover

__all__ = ["Agreed", "Expertise", "Handover", "Offer", "Refusal", "Urgency", "WarmTalk"]
