"""Which signals somebody asks for; what a tile counts and what its list shows are one condition."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from cases.signals.lifecycle import RUNNING, SignalState
from clusters.models import Membership, Role, User
from common.deadlines import local_day

AHEAD = timedelta(days=14)
"""From this long before its day an attempt is work."""
AGGREGATE_ROLES = frozenset({Role.GENERAL_MANAGER, Role.STEERING_GROUP, Role.COMMISSIONER})
"""Roles that read numbers of the whole city and no signal (security 3.3 row 14: G)."""


def left_alone(at: datetime) -> Q:
    """Nobody has it, or who has it does not work in the team any more."""
    running = Membership.objects.running(local_day(at)).filter(role=Role.TEAM_WORKER)
    there = running.filter(team=OuterRef("team"), user=OuterRef("handler"))
    return Q(state__in=RUNNING) & ~Q(Exists(there))


WHICH: dict[str, Callable[[datetime], Q]] = {
    "open": lambda at: Q(state__in=RUNNING),
    "te-laat": lambda at: Q(state__in=RUNNING, due_at__lte=at),
    "te-verdelen": left_alone,
    "niet-opgepakt": lambda at: Q(state=SignalState.OPEN),
    "afgesloten": lambda at: Q(state=SignalState.ENDED),
    "alle": lambda at: Q(),
}


class SignalQuerySet(models.QuerySet[Any]):
    """Signals."""

    def visible_to(self, user: User) -> Self:
        """Scope: the team knows that it is there, and who wrote it down (SG-3)."""
        if user.acting_role == Role.TEAM_MANAGER:
            return self.filter(team_id__in=user.team_ids)
        if user.acting_role != Role.TEAM_WORKER:
            return self.none()
        seen = Q(team_id__in=user.team_ids) | Q(registered_by=user)
        return self.filter(seen | user.on_minded_desk("handler"))

    def of_my_teams(self, user: User) -> Self:
        """Of the teams of this employee, also when somebody else wrote them down."""
        minded = user.on_minded_desk("handler")
        return self.visible_to(user).filter(Q(team_id__in=user.team_ids) | minded)

    def counted_for(self, user: User) -> Self:
        """What this employee may see numbers of (SG-12); never to show rows of."""
        if user.acting_role in AGGREGATE_ROLES:
            return self.all()
        return self.of_my_teams(user)

    def selected(self, which: str, at: datetime) -> Self:
        """Those of one choice of ``WHICH``."""
        return self.filter(WHICH[which](at))

    def running(self) -> Self:
        """Those that did not end."""
        return self.filter(state__in=RUNNING)

    def on_desk_of(self, user: User) -> Self:
        """What this employee took and did not end."""
        return self.of_my_teams(user).running().filter(user.on_desk("handler"))

    def work_of(self, user: User, at: datetime) -> Self:
        """Of those what comes soon."""
        return self.on_desk_of(user).filter(due_at__lte=at + AHEAD).order_by("due_at", "pk")

    def to_remind(self, at: datetime) -> Self:
        """Of which somebody must be told that nobody went (SG-7)."""
        return self.running().filter(remind_at__lte=at).order_by("remind_at", "pk")

    def to_empty(self, at: datetime) -> Self:
        """Of which the words may not be kept any longer (SG-11)."""
        return self.filter(empty_at__lte=at, emptied_at=None).order_by("empty_at", "pk")

    def in_period(self, neighbourhood: str, quarter: str) -> Self:
        """Of one wijk and one quarter: what a number of the trend counted."""
        return self.filter(neighbourhood__code=neighbourhood, quarter=quarter)

    def for_list(self) -> Self:
        """Everything a row shows, in one query."""
        return self.select_related("team", "neighbourhood", "handler")
