"""Which requests somebody may see, must do something with, and what is late."""

from datetime import date, datetime, timedelta
from typing import Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from budgets.ledger.models import Entry
from budgets.requests.lifecycle import UNSETTLED, AdvanceState, RequestState
from budgets.requests.models.choices import Level, Method
from budgets.requests.models.groups import ASKING, LIVE, REMINDED_AFTER, TO_PAY
from cases.dossiers.lifecycle import FileState
from cases.dossiers.models import FileColleague
from cases.dossiers.models.colleagues import ONLY_READING
from clusters.models import Role, User

NEAR = timedelta(days=7)
"""From this long before its day an advance is work for who must ask after it (MB-22)."""


class RequestQuerySet(models.QuerySet[Any]):
    """Requests of maatwerkbudget."""

    def visible_to(self, user: User) -> Self:
        """Scope (row 11): who asked or works with the resident; who decides; who pays."""
        role = user.acting_role
        if role in ASKING:
            return self.filter(Q(requested_by=user) | _worked_by(user))
        if role == Role.TEAM_MANAGER:
            return self.filter(team_id__in=user.team_ids)
        if role == Role.CONTROLLER:
            return self.filter(state__in=TO_PAY)
        return self.all() if role == Role.GENERAL_MANAGER else self.none()

    def waiting(self) -> Self:
        """Those that nobody decided."""
        return self.filter(state=RequestState.WAITING)

    def for_decider(self, user: User) -> Self:
        """Those that wait for this manager, never of a case of their own (MB-5, MB-19).

        What was not decided in time is also for the general manager (MB-24).
        """
        return self._of_others(user, self.waiting(), escalated=True)

    def to_settle(self, user: User) -> Self:
        """Advances that a fund refused, for who decides what happens now (MB-13, MB-21)."""
        return self._of_others(user, self.filter(advance=AdvanceState.REFUSED))

    def to_sign(self, user: User) -> Self:
        """Write-offs that wait for this second signature (MB-14, MB-23)."""
        if user.acting_role != Role.GENERAL_MANAGER:
            return self.none()
        rows = self.filter(advance=AdvanceState.PROPOSED).exclude(proposed_by=user)
        return rows.exclude(_own_case(user))

    def to_pay(self, user: User) -> Self:
        """Approved and not paid: the card by who may use it, the rest by the controller (MB-20)."""
        rows = self.visible_to(user).filter(state=RequestState.APPROVED)
        if user.acting_role == Role.CONTROLLER:
            return rows.exclude(method=Method.CARD)
        return rows.filter(method=Method.CARD) if user.acting_role in ASKING else self.none()

    def to_chase(self, user: User, day: date) -> Self:
        """Open advances near or past their day, of who asked or keeps the waakvlam (MB-22).

        All of it is in scope. Lists put together: one choice over three tables reads every open
        advance of the city. A closed dossier has one only when a repayment was undone (MB-16).
        """
        near = self._near(user, day)
        undone = Entry.objects.filter(reverses__isnull=False).values("reference")
        closed = near.filter(file__director=user, file__state=FileState.CLOSED, uuid__in=undone)
        kept = near.filter(waakvlam__isnull=False, waakvlam__owner=user)
        kept = kept.filter(waakvlam__team_id__in=user.team_ids)
        ways = (near.filter(requested_by=user), closed, kept)
        first, *others = (each.values("pk") for each in ways)
        return near.filter(pk__in=first.union(*others))

    def to_chase_in_files(self, user: User, day: date) -> Self:
        """What others asked in the open dossiers of this casusregisseur (MB-22); also in scope."""
        rows = self._near(user, day).exclude(requested_by=user)
        return rows.filter(file__director=user, file__state=FileState.OPEN)

    def unsettled(self) -> Self:
        """Advances of which not everything came back."""
        return self.filter(advance__in=UNSETTLED)

    def live(self) -> Self:
        """What keeps a dossier open: asked, reserved, or still to come back (MB-16)."""
        return self.filter(Q(state__in=LIVE) | Q(advance__in=UNSETTLED))

    def to_remind(self, day: date) -> Self:
        """Advances that are late and of which nobody was told yet that they are so late (MB-15)."""
        late = Q()
        for days in REMINDED_AFTER:
            late |= Q(expected_on__lte=day - timedelta(days=days), reminded__lt=days)
        return self.unsettled().filter(late).order_by("pk")

    def lapsed(self, day: date) -> Self:
        """Reservations that nobody paid in time (MB-10)."""
        return self.filter(state=RequestState.APPROVED, lapses_on__lt=day).order_by("pk")

    def undecided(self, at: datetime) -> Self:
        """Urgent ones that nobody decided within their term, told to nobody else yet (MB-24)."""
        rows = self.waiting().filter(is_urgent=True, decide_by__lte=at, escalated_at=None)
        return rows.order_by("pk")

    def for_list(self) -> Self:
        """Everything a row shows, in one query."""
        return self.select_related("purpose", "requested_by", "team", "pot__cluster", "fund")

    def _near(self, user: User, day: date) -> Self:
        """Open advances near or past their day, for roles that ask."""
        if user.acting_role not in ASKING:
            return self.none()
        return self.filter(advance=AdvanceState.OPEN, expected_on__lte=day + NEAR).order_by()

    def _of_others(self, user: User, rows: Self, *, escalated: bool = False) -> Self:
        """Those of the level of this manager that are no case of their own."""
        rows = rows.exclude(_own_case(user))
        if user.acting_role == Role.TEAM_MANAGER:
            return rows.exclude(level=Level.GENERAL).filter(team_id__in=user.team_ids)
        if user.acting_role != Role.GENERAL_MANAGER:
            return rows.none()
        late = Q(escalated_at__isnull=False) if escalated else Q()
        return rows.filter(Q(level=Level.GENERAL) | late)


def _worked_by(user: User) -> Q:
    """Of a dossier one works in, or of a waakvlam one keeps."""
    return _works_in(user) | _keeps(user)


def _works_in(user: User) -> Q:
    running = FileColleague.objects.running(timezone.localdate()).filter(employee=user)
    working = running.exclude(role__in=ONLY_READING)
    return Q(file__director=user) | Q(Exists(working.filter(file=OuterRef("file"))))


def _keeps(user: User) -> Q:
    kept = Q(waakvlam__owner=user) | Q(waakvlam__deputy=user)
    return kept & Q(waakvlam__team_id__in=user.team_ids)


def _own_case(user: User) -> Q:
    """What this employee asked, or of whom they look after in another role (M7)."""
    return Q(requested_by=user) | _worked_by(user)
