"""The acts of the profile: wish so many fte from a day on, and let a wish lapse."""

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from audit.services import record
from clusters.organisation.models import Cluster
from clusters.people.models import Specialism, User
from clusters.permissions import Action, require
from clusters.profile.checking import check_days, check_fte, check_stand, must_not_reach
from clusters.profile.models import ProfileWish
from clusters.profile.people import clusters_seen_by
from common.deadlines import ONE_DAY, local_day
from common.errors import RuleViolation


@transaction.atomic
def set_wish(
    *,
    cluster_id: int,
    specialism: Specialism,
    fte: Decimal,
    valid_from: date,
    valid_until: date | None,
    stand: str | None,
    by: User,
    at: datetime | None = None,
) -> ProfileWish:
    """From a day on a cluster should have so many fte of a specialism; ``stand`` as in checking.

    Rules: TP-1, TP-2, TP-3 (from today on; what holds then ends the day before; twice is once).
    Raises: RuleViolation; PermissionDenied; Cluster.DoesNotExist.
    Effects: the wish, and the end of the one before it, with the cluster locked by
        ``select_for_update``; audit line.
    """
    today, decision = local_day(at or timezone.now()), require(by, Action.SET_PROFILE)
    _lock(cluster_id, by, today)
    rows = ProfileWish.objects.filter(cluster=cluster_id, specialism=specialism)
    row = rows.filter(valid_from=valid_from).first()
    if row and (row.fte, row.valid_until) == (fte, valid_until):
        return row
    check_stand(cluster_id, stand)
    check_fte(fte)
    check_days(valid_from, valid_until, today)
    later = rows.filter(valid_from__gt=valid_from).order_by("valid_from").first()
    if later is not None and (valid_until is None or later.valid_from <= valid_until):
        must_not_reach(later)
    row = row or ProfileWish(cluster_id=cluster_id, specialism=specialism, valid_from=valid_from)
    before = rows.valid_on(valid_from).filter(valid_from__lt=valid_from)
    before.update(valid_until=valid_from - ONE_DAY)
    row.fte, row.valid_until = fte, valid_until
    row.save()
    record("profile.set", row, by=by, decision=decision, fields=["fte"])
    return row


@transaction.atomic
def withdraw_wish(*, wish_id: int, by: User, at: datetime | None = None) -> None:
    """It is wished no more: gone when it has not begun, otherwise until yesterday.

    Rules: TP-4 (what has passed stays as it was; twice is once), TP-2.
    Raises: RuleViolation; PermissionDenied; Cluster.DoesNotExist.
    Effects: the wish ended or taken away, with the cluster locked by ``select_for_update``;
        audit line.
    """
    today = local_day(at or timezone.now())
    decision = require(by, Action.SET_PROFILE)
    found = ProfileWish.objects.filter(pk=wish_id).first()
    if found is None:
        return
    _lock(found.cluster_id, by, today)
    row = ProfileWish.objects.filter(pk=wish_id).first()
    if row is None or row.valid_until == today - ONE_DAY:
        return
    if row.valid_until is not None and row.valid_until < today:
        raise RuleViolation("Deze wens is al voorbij.")
    record("profile.withdrawn", row, by=by, decision=decision, fields=["valid_until"])
    if row.valid_from >= today:
        row.delete()
        return
    row.valid_until = today - ONE_DAY
    row.save(update_fields=["valid_until"])


def _lock(cluster_id: int, by: User, day: date) -> None:
    """One act at a time in one profile, of a cluster in scope."""
    seen = clusters_seen_by(by, day).values("pk")
    Cluster.objects.select_for_update(no_key=True).get(pk=cluster_id, pk__in=seen)
