"""How a request stands in words fit to say aloud: no content, no reasons (TEL-1, S7)."""

from datetime import datetime

from cases.callbacks.lifecycle import CallbackState
from cases.callbacks.models.requests import CallbackRequest
from cases.callbacks.models.selections import TICKING
from common.templatetags.screen import deadline


def status_line(callback: CallbackRequest, at: datetime) -> str:
    """One sentence the contact centre can read to the caller."""
    if callback.state == CallbackState.CLOSED:
        return f"Dit is afgerond op {deadline(callback.closed_at)}."
    if callback.state == CallbackState.PAUSED:
        return f"Het team wacht op bericht, tot {deadline(callback.paused_until)}."
    tried = "Er is al geprobeerd te bellen. " if callback.failed_attempts else ""
    if callback.due_at < at:
        return f"{tried}Het terugbellen is te laat; het team en de manager weten dit."
    who = "Een medewerker heeft dit opgepakt en belt" if callback.handler_id else "Het team belt"
    return f"{tried}{who} uiterlijk {deadline(callback.due_at)}."


def say_line(callback: CallbackRequest, at: datetime) -> str:
    """What to say to the caller now: the promise while it can be kept, else how it stands."""
    if callback.state in TICKING and at <= callback.due_at:
        return f"U wordt uiterlijk {deadline(callback.due_at)} teruggebeld door {callback.team}."
    return status_line(callback, at)
