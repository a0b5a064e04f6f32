"""Agreements of the meeting: kept, or past their day (TEL-8)."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.agenda.messages import late_text
from cases.agenda.models import OWNER_ROLES, AgendaPoint
from cases.permissions import GRANTS, Action
from clusters.models import Membership, Role, User
from clusters.notices.services import notify
from common.errors import RuleViolation


@transaction.atomic
def keep_agreement(*, point_id: int, by: User, at: datetime | None = None) -> bool:
    """Say that what was agreed is done; False when somebody said so before.

    Rules: OV-5 (the owner, or who takes part in the meeting).
    Raises: RuleViolation when nothing was agreed; PermissionDenied.
    Effects: audit line.
    """
    point = AgendaPoint.objects.select_for_update(of=("self",)).get(pk=point_id)
    decision = GRANTS.require(by, Action.TICK_AGENDA, point)
    if not point.agreement:
        raise RuleViolation("Bij dit punt is niets afgesproken.")
    if point.done_at is not None:
        return False
    point.done_at = at or timezone.now()
    point.save(update_fields=["done_at"])
    record("agenda.kept", point, by=by, decision=decision, fields=["done_at"])
    return True


@transaction.atomic
def remind_owners(*, at: datetime) -> int:
    """Tell owners once that the day of an agreement is over; who left is replaced by the vraagbaak.

    Rules: OV-5 (an agreement without a living owner comes to somebody).
    Raises: nothing.
    Effects: notices; returns how many.
    """
    day = timezone.localdate(at)
    due = AgendaPoint.objects.to_do().filter(due_on__lt=day).select_related("meeting", "owner")
    points = list(due.select_for_update(of=("self",), no_key=True).order_by("pk"))
    here = _here(day, points)
    told = 0
    for point in points:
        is_owner = point.owner_id in here
        told += notify(
            person_ids=[point.owner_id] if is_owner and point.owner_id else _rescue(day),
            text=late_text(point, is_owner=is_owner),
            url_name="agreement-detail",
            object_id=point.pk,
            dedup_key=f"agenda:{point.pk}:late",
            at=at,
        )
    return told


def _here(day: date, points: list[AgendaPoint]) -> set[int]:
    """The owners who still work on either side of the meeting."""
    owners = {point.owner_id for point in points}
    running = Membership.objects.running(day).filter(role__in=OWNER_ROLES, user_id__in=owners)
    return set(running.values_list("user_id", flat=True))


def _rescue(day: date) -> set[int]:
    running = Membership.objects.running(day).filter(role=Role.HELP_DESK)
    return set(running.values_list("user_id", flat=True))
