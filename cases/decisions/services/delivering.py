"""How far the delivery of a granted provision is, as the backoffice hears it (domain 8, iWmo)."""

import uuid
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.decisions.lifecycle import ApplicationState
from cases.decisions.models import Delivery, Provision
from cases.decisions.tracing import lock_application
from cases.permissions import GRANTS, Action
from clusters.models import User
from common.deadlines import local_day
from common.errors import RuleViolation

NEXT = {
    Delivery.TO_ORDER: (Delivery.ORDERED,),
    Delivery.ORDERED: (Delivery.STARTED, Delivery.STOPPED),
    Delivery.STARTED: (Delivery.STOPPED,),
    Delivery.STOPPED: (),
}
"""From ordered to started to stopped; nothing goes back."""


@transaction.atomic
def note_delivery(
    *,
    application_id: int,
    provision_id: uuid.UUID,
    delivery: str,
    day: date,
    by: User,
    at: datetime | None = None,
) -> Provision:
    """Write down that a provision was ordered, started or stopped.

    Rules: AB-15 (only of a decision that was sent; in order; noted twice is once).
    Raises: RuleViolation; PermissionDenied.
    Effects: the state of the delivery; audit line.
    """
    at = at or timezone.now()
    application = lock_application(application_id, by)
    allowed = GRANTS.require(by, Action.KEEP_DELIVERY, application)
    rows = Provision.objects.filter(decision__application=application, is_granted=True)
    provision = rows.select_for_update(of=("self",)).get(pk=provision_id)
    if provision.delivery == delivery:
        return provision
    if application.state != ApplicationState.SENT:
        raise RuleViolation("Het besluit is nog niet verstuurd.")
    if delivery not in NEXT[Delivery(provision.delivery)]:
        now = provision.get_delivery_display().lower()
        raise RuleViolation(f"Dat kan niet na “{now}”.", field="delivery")
    if not (provision.delivery_on or application.received_on) <= day <= local_day(at):
        raise RuleViolation("Deze dag ligt vóór de vorige stap of na vandaag.", field="day")
    provision.delivery, provision.delivery_on = Delivery(delivery), day
    provision.save(update_fields=["delivery", "delivery_on"])
    record("provision.delivery", application, by=by, decision=allowed, fields=["delivery"])
    return provision
