"""Index of the acts of casusoverleg and casustafel."""

from cases.conferences.services.agreeing import add_agreement, end_agreement
from cases.conferences.services.bringing import bring_item, move_item, withdraw_item
from cases.conferences.services.discussing import write_minutes
from cases.conferences.services.inviting import invite_guests, withdraw_invitation
from cases.conferences.services.meetings import (
    cancel_conference,
    close_conference,
    move_conference,
    order_items,
)
from cases.conferences.services.planning import plan_conferences
from cases.conferences.services.series import change_series, create_series, end_series

__all__ = [
    "add_agreement",
    "bring_item",
    "cancel_conference",
    "change_series",
    "close_conference",
    "create_series",
    "end_agreement",
    "end_series",
    "invite_guests",
    "move_conference",
    "move_item",
    "order_items",
    "plan_conferences",
    "withdraw_invitation",
    "withdraw_item",
    "write_minutes",
]
