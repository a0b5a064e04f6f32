"""Aanvragen of the demo city: after the reports that were sent, in every state (WMO 2.3.5)."""

import uuid
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from cases.decisions import services
from cases.decisions.models import Application, Decision, Ground
from cases.decisions.services import Draft, Granted
from cases.demo.talks import NAMESPACE
from cases.mandates.models import Mandate, Provider
from cases.models import ReportVersion, WmoNotification
from clusters.models import User
from common.deadlines import local_day

DAY = timedelta(days=1)
WORDS = (
    "U kunt uw administratie niet alleen bijhouden. In het gesprek zagen wij dat uw zus en het "
    "inloopspreekuur veel opvangen, maar niet alles. Daarom krijgt u begeleiding."
)
MISSING = "De polis van uw zorgverzekering."


def create_applications(*, now: datetime) -> None:
    """An aanvraag for each melding with a report; the first is decided, the second waits."""
    sent = ReportVersion.objects.select_related("talk__notification__handler", "resident")
    seen: set[int] = set()
    for version in sent.order_by("sent_on", "pk"):
        melding = version.talk.notification
        if melding.pk not in seen and melding.handler is not None:
            seen.add(melding.pk)
            _one(len(seen) - 1, version, melding, melding.handler, now)


def _one(
    number: int, version: ReportVersion, melding: WmoNotification, by: User, now: datetime
) -> None:
    """The aanvraag, what was written about it, and how far it is."""
    runs = Application.objects.filter(notification=melding).first()
    made = runs or services.file_application(
        submission_key=_key(number, "application"),
        notification_id=melding.pk,
        ground=Ground.FORM,
        received_on=version.sent_on,
        by=by,
        at=now,
    )
    if number % 3 == 1:
        _pause(number, made, by, now)
        return
    mandate = Mandate.objects.running(local_day(now)).filter(holder=by).first()
    if mandate is not None and made.is_running:
        _write(number, made, mandate, by, now)


def _pause(number: int, made: Application, by: User, now: datetime) -> None:
    today = local_day(now)
    if not made.received_on <= today <= made.due_on:
        return
    services.pause_term(
        submission_key=_key(number, "pause"),
        application_id=made.pk,
        ground="incomplete",
        asked_on=today,
        until_on=today + 10 * DAY,
        words=MISSING,
        by=by,
        at=now,
    )


def _write(number: int, made: Application, mandate: Mandate, by: User, now: datetime) -> None:
    """A draft that grants one product of the mandate for a year, and no more than it allows."""
    today = local_day(now)
    if Decision.objects.filter(application=made).exists():
        return
    own: dict[str, Any] = {"application_id": made.pk, "by": by, "at": now}
    draft = Draft("granted", "", "", None, today + 300 * DAY, WORDS)
    services.save_draft(draft=draft, version=0, **own)
    product = mandate.products.order_by("position", "code").first()
    provider = Provider.objects.in_use().first()
    if product is None or provider is None:
        return
    granted = Granted(
        product=product,
        is_granted=True,
        volume=Decimal(2),
        frequency="week",
        since=today,
        until=today + 180 * DAY,
        form="zin",
        provider=provider,
        yearly_cents=120_000,
    )
    services.add_provision(submission_key=_key(number, "provision"), granted=granted, **own)


def _key(number: int, what: str) -> uuid.UUID:
    return uuid.uuid5(NAMESPACE, f"decision-{number}-{what}")
