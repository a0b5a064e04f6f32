"""How a request stands in words fit to say aloud: no content, no reasons (TEL-1, STA-1, S7).

Of somebody with a secret address the team is not named: it would say in which part of the city
they live.
"""

from datetime import datetime

from cases.callbacks.lifecycle import CallbackState
from cases.callbacks.models.requests import CallbackRequest
from cases.callbacks.models.selections import TICKING
from common.templatetags.screen import deadline


def team_to_name(callback: CallbackRequest) -> str:
    """The team as the contact centre may name it to the caller."""
    return "het wijkteam" if callback.resident.address_secret else str(callback.team)


def who_handles(callback: CallbackRequest) -> str:
    """Who has it on the desk, or which team it waits for."""
    if callback.handler is None:
        return "Het team" if callback.resident.address_secret else str(callback.team)
    if callback.resident.address_secret:
        return "Een medewerker"
    return f"{callback.handler} van {callback.team}"


def status_line(callback: CallbackRequest, at: datetime) -> str:
    """One or two sentences the contact centre can read to the caller: where, who and when."""
    if callback.state == CallbackState.CLOSED:
        return f"Dit is afgerond op {deadline(callback.closed_at)}."
    if callback.state == CallbackState.PAUSED:
        return f"Het team wacht op bericht, tot {deadline(callback.paused_until)}."
    tried = "Er is al geprobeerd te bellen. " if callback.failed_attempts else ""
    if callback.due_at < at:
        return f"{tried}Het terugbellen is te laat; het team en de manager weten dit."
    taken = " heeft dit opgepakt en belt" if callback.handler_id else " belt"
    return f"{tried}{who_handles(callback)}{taken} uiterlijk {deadline(callback.due_at)}."


def say_line(callback: CallbackRequest, at: datetime) -> str:
    """What to say to the caller now: the promise while it can be kept, else how it stands."""
    if callback.state in TICKING and at <= callback.due_at:
        by = team_to_name(callback)
        return f"U wordt uiterlijk {deadline(callback.due_at)} teruggebeld door {by}."
    return status_line(callback, at)
