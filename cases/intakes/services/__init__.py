"""Index of the acts on meldingen."""

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
from cases.intakes.services.registering import Melding, register_notification
from cases.intakes.services.reminding import deliver_notification_reminder

__all__ = [
    "Melding",
    "assign_notification",
    "claim_notification",
    "complete_investigation",
    "confirm_notification",
    "deliver_notification_reminder",
    "drop_notification",
    "register_notification",
    "release_notification",
    "start_investigation",
    "withdraw_notification",
]
