"""Index of the acts on meldingen."""

from cases.intakes.services.advising import register_advice
from cases.intakes.services.confirming import confirm_notification
from cases.intakes.services.handling import (
    assign_notification,
    claim_notification,
    release_notification,
)
from cases.intakes.services.progress import (
    complete_investigation,
    drop_notification,
    start_investigation,
    withdraw_notification,
)
from cases.intakes.services.registering import (
    Melding,
    Newcomer,
    register_for_known,
    register_for_newcomer,
    register_notification,
)
from cases.intakes.services.reminding import deliver_notification_reminder
from cases.intakes.services.ruling import change_rules, publish_rules
from cases.intakes.services.supporting import SupportOffer, offer_support, request_support
from cases.intakes.services.triaging import Chosen, register_triage

__all__ = [
    "Chosen",
    "Melding",
    "Newcomer",
    "SupportOffer",
    "assign_notification",
    "change_rules",
    "claim_notification",
    "complete_investigation",
    "confirm_notification",
    "deliver_notification_reminder",
    "drop_notification",
    "offer_support",
    "publish_rules",
    "register_advice",
    "register_for_known",
    "register_for_newcomer",
    "register_notification",
    "register_triage",
    "release_notification",
    "request_support",
    "start_investigation",
    "withdraw_notification",
]
