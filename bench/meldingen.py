"""What the city of the callbacks lacks: numbers of the BRP, meldingen, and one talk at the table.

Made once per city, before the visitors come: a BSN for one inhabitant in ten, a melding for one
request in ten of ten years, fifty open meldingen for the team that is measured, and one talk with
a report. What a page shows goes through the acts of the application.
"""

import uuid
from datetime import timedelta
from itertools import count, islice
from typing import Any

SHARE, OPEN_ONES, BATCH = 10, 50, 5_000
FIRST_BSN = 100_000_000
SIX_WEEKS = timedelta(days=42)
WORDS = "De trap is te steil. Ik slaap op de bank en mijn dochter doet de boodschappen. " * 4


def ensure_meldingen(membership: Any) -> dict[str, Any]:
    """Make them unless they are there; the numbers the addresses need, for this worker."""
    from cases.models import KitchenTableTalk, ResidentBsn  # noqa: PLC0415 - after setup

    if not KitchenTableTalk.objects.exists():
        _number_residents()
        _report_the_past()
        _report_now(membership)
        _talk(membership)
    talks = KitchenTableTalk.objects.filter(notification__handler_id=membership.user_id)
    numbered = ResidentBsn.objects.filter(resident__callbacks__team_id=membership.team_id)
    return {
        "held": talks.get(state="held").pk,
        "concluded": talks.get(state="concluded").pk,
        "notifications": list(
            talks.values_list("notification_id", flat=True).order_by("pk").distinct()
        ),
        "bsns": [row.number for row in numbered.order_by("pk").distinct()[:40]],
    }


def _bsns() -> Any:
    """Numbers that pass the 11-test, in order."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    for number in count(FIRST_BSN):
        digits = str(number)
        if sum(int(d) * w for d, w in zip(digits, weights, strict=True)) % 11 == 0:
            yield digits


def _number_residents() -> None:
    from cases.models import Resident, ResidentBsn  # noqa: PLC0415

    keys = Resident.objects.order_by("pk").values_list("pk", flat=True)
    chosen = (key for key in keys.iterator(BATCH) if key % SHARE == 0)
    rows = (ResidentBsn.of(key, bsn) for key, bsn in zip(chosen, _bsns(), strict=False))
    while batch := list(islice(rows, BATCH)):
        ResidentBsn.objects.bulk_create(batch)


def _report_the_past() -> None:
    """Meldingen that were investigated, one per ten closed requests."""
    from cases.models import CallbackRequest, WmoNotification  # noqa: PLC0415

    closed = CallbackRequest.objects.filter(closed_at__isnull=False, handler__isnull=False)
    names = ("pk", "resident_id", "team_id", "handler_id", "registered_at")
    chosen = (row for row in closed.values_list(*names).iterator(BATCH) if row[0] % SHARE == 0)
    rows = (WmoNotification(**_of_the_past(*row)) for row in chosen)
    while batch := list(islice(rows, BATCH)):
        WmoNotification.objects.bulk_create(batch)


def _of_the_past(number: int, resident: int, team: int, handler: int, at: Any) -> dict[str, Any]:
    return {
        "submission_key": uuid.UUID(int=number),
        "resident_id": resident,
        "team_id": team,
        "handler_id": handler,
        "registered_by_id": handler,
        "registered_at": at,
        "received_on": at.date(),
        "channel": "call",
        "reported_by": "resident",
        "question": WORDS[:200],
        "plan_until": at.date() + timedelta(days=7),
        "due_at": at + SIX_WEEKS,
        "confirm_by": at + timedelta(days=2),
        "state": "investigated",
        "confirmed_at": at + timedelta(days=1),
        "ended_at": at + timedelta(days=30),
    }


def _report_now(membership: Any) -> None:
    """The open ones of the team; the first two are of our worker."""
    from django.utils import timezone  # noqa: PLC0415

    from cases.intakes.letter import confirmation_of, stamp_of  # noqa: PLC0415
    from cases.intakes.services import (  # noqa: PLC0415
        Melding,
        confirm_notification,
        register_notification,
    )
    from cases.models import CallbackRequest  # noqa: PLC0415

    by, today = membership.user, timezone.localdate()
    rows = CallbackRequest.objects.filter(team_id=membership.team_id).exclude(resident__name="")
    for number, callback in enumerate(rows.order_by("-pk")[:OPEN_ONES]):
        melding = Melding("letter", today, "resident", WORDS[:400])
        own: dict[str, Any] = {"callback_id": callback.pk, "mine": number < 2}
        made = register_notification(submission_key=uuid.uuid4(), melding=melding, by=by, **own)
        if number < 2:
            letter = stamp_of(confirmation_of(made, today))
            confirm_notification(notification_id=made.pk, way="handed", stamp=letter, by=by)


def _talk(membership: Any) -> None:
    """One talk with every card written on, and one that became a report."""
    from django.utils import timezone  # noqa: PLC0415

    from cases.models import WmoNotification  # noqa: PLC0415
    from cases.talks.services import Appointment, conclude_talk, hold_talk, plan_talk  # noqa: PLC0415

    by, begin = membership.user, timezone.now() + timedelta(hours=1)
    mine = WmoNotification.objects.filter(handler=by, state="confirmed").order_by("pk")
    for number, notification in enumerate(mine[:2]):
        hour = timedelta(hours=1)
        talk = plan_talk(
            submission_key=uuid.uuid4(),
            notification_id=notification.pk,
            appointment=Appointment(begin, begin + hour, "home"),
            by=by,
        )
        hold_talk(talk_id=talk.pk, by=by)
        _write(talk, by)
        if number:
            conclude_talk(talk_id=talk.pk, by=by)


def _write(talk: Any, by: Any) -> None:
    from cases.talks.services import save_card  # noqa: PLC0415
    from common.autosave import Stamp  # noqa: PLC0415

    said = {"state": "discussed", "question": "Kan ik hier blijven wonen?"}
    said |= dict.fromkeys(("words", "well", "hard", "helpers", "wish", "own", "network"), WORDS)
    for card in talk.cards.select_related("domain").filter(domain__needs_reason=False):
        save_card(
            talk_id=talk.pk,
            domain_code=card.domain.code,
            typed={name: [text] for name, text in said.items()},
            stamp=Stamp(card.version, "bench"),
            by=by,
        )
