"""Calling safely: the number after the card was read, and the card kept as the team knows it."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cases.callbacks.models import CallbackRequest, StepTaken
from cases.callbacks.services.tracing import create_trace
from cases.permissions import GRANTS, Action
from cases.residents.services import SafeContact, change_safe_contact
from clusters.models import User
from common.errors import RuleViolation


@transaction.atomic
def change_card(
    *, callback_id: int, card: SafeContact, by: User, at: datetime | None = None
) -> CallbackRequest:
    """Keep on the person of this request how they can be called from now on.

    Rules: INW-4 (the card is of the person; who has the request on the desk keeps it), TB-8.
    Raises: RuleViolation when the request is closed; PermissionDenied.
    Effects: the card; a step colleagues read back; audit lines with names of fields; nothing when
    nothing changed.
    """
    at = at or timezone.now()
    callback = CallbackRequest.objects.select_for_update().get(pk=callback_id)
    decision = GRANTS.require(by, Action.EDIT_SAFE_CONTACT, callback)
    if not callback.is_open:
        raise RuleViolation("Dit verzoek is afgesloten en kan alleen nog gelezen worden.")
    if change_safe_contact(resident_id=callback.resident_id, card=card, by=by):
        create_trace(callback=callback, step=StepTaken.CARD, by=by, at=at, decision=decision)
    return callback
