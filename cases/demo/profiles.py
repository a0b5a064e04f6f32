"""What the algemeen manager of the demo city wishes: fte per specialism in each cluster (DIF-1)."""

from datetime import datetime, timedelta
from decimal import Decimal

from clusters.models import Membership, Role, User
from clusters.profile.board import city_for
from clusters.profile.services import set_wish
from common.deadlines import local_day

WISHED = ("1.00", "0.50", "2.00", "1.50")
"""In turns, so that some are met, some are short and some are over."""
NEXT_YEAR = timedelta(days=120)


def create_profiles(*, now: datetime) -> None:
    """Every cluster with people has a profile; one specialism will be wished more of later."""
    day = local_day(now)
    manager = _general_manager(now)
    for number, board in enumerate(city_for(manager, day).boards):
        lines = board.lines if board.shares else []
        for place, line in enumerate(lines):
            fte = Decimal(WISHED[(number + place) % len(WISHED)])
            wishes = [(fte, day)]
            if place == 0:
                wishes.append((fte + 1, day + NEXT_YEAR))
            for much, first in wishes:
                set_wish(
                    cluster_id=board.cluster.pk,
                    specialism=line.specialism,
                    fte=much,
                    valid_from=first,
                    valid_until=None,
                    stand=None,
                    by=manager,
                    at=now,
                )


def _general_manager(now: datetime) -> User:
    held = Membership.objects.running(local_day(now)).filter(role=Role.GENERAL_MANAGER)
    person = User.objects.get(pk=held.order_by("pk").values_list("user_id", flat=True)[0])
    person.chosen_role = Role.GENERAL_MANAGER  # type: ignore[attr-defined]
    return person
