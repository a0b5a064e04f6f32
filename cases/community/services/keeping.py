"""Keeping the map right: still true, stopped with a reason, or back again."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.community.models import Offer, next_look
from cases.permissions import GRANTS, Action
from clusters.models import User
from common.errors import RuleViolation


@transaction.atomic
def review_offer(*, offer_id: int, by: User, at: datetime | None = None) -> Offer:
    """ "Klopt nog": what is written is right; look again half a year from now.

    Rules: SK-2 (one click sets the next day), SK-4 (a second click changes nothing).
    Raises: RuleViolation for what was stopped; PermissionDenied.
    Effects: the day to look again; audit line.
    """
    at = at or timezone.now()
    offer = Offer.objects.select_for_update(no_key=True).get(pk=offer_id)
    decision = GRANTS.require(by, Action.WRITE_OFFERS)
    if not offer.is_active:
        raise RuleViolation("Dit aanbod is gestopt. Zet het eerst weer op de kaart.")
    day = next_look(at)
    if offer.review_by == day:
        return offer
    offer.review_by = day
    offer.save(update_fields=["review_by"])
    record("offer.reviewed", offer, by=by, decision=decision, fields=["review_by"])
    return offer


@transaction.atomic
def stop_offer(*, offer_id: int, reason: str, by: User, at: datetime | None = None) -> Offer:
    """Take an offer off the map, with the reason; whoever finds it later reads why.

    Rules: SK-8 (stopped, never thrown away), SK-4.
    Raises: RuleViolation when a colleague stopped it already; PermissionDenied.
    Effects: the offer is in no list of what there is now; audit line.
    """
    at = at or timezone.now()
    offer = Offer.objects.select_for_update(no_key=True).get(pk=offer_id)
    decision = GRANTS.require(by, Action.WRITE_OFFERS)
    if not offer.is_active:
        if (offer.stopped_by_id, offer.stop_reason) == (by.pk, reason):
            return offer
        raise RuleViolation(f"{offer.stopped_by} heeft dit aanbod al gestopt.", field="reason")
    offer.is_active, offer.stop_reason = False, reason
    offer.stopped_at, offer.stopped_by = at, by
    offer.save(update_fields=["is_active", "stop_reason", "stopped_at", "stopped_by"])
    record("offer.stopped", offer, by=by, decision=decision, fields=["is_active"])
    return offer


@transaction.atomic
def restart_offer(*, offer_id: int, by: User, at: datetime | None = None) -> Offer:
    """Put an offer back that was stopped; somebody looks again half a year from now.

    Rules: SK-8, SK-2, SK-4 (what is on the map already stays as it is).
    Raises: PermissionDenied.
    Effects: the offer is in the lists again; audit line.
    """
    offer = Offer.objects.select_for_update(no_key=True).get(pk=offer_id)
    decision = GRANTS.require(by, Action.WRITE_OFFERS)
    if offer.is_active:
        return offer
    offer.is_active, offer.stop_reason = True, ""
    offer.stopped_at = offer.stopped_by = None
    offer.review_by = next_look(at or timezone.now())
    fields = ["is_active", "stop_reason", "stopped_at", "stopped_by", "review_by"]
    offer.save(update_fields=fields)
    record("offer.restarted", offer, by=by, decision=decision, fields=["is_active", "review_by"])
    return offer
