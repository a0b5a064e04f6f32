"""Who decides about an amount, and what a decider must know; only reads (MB-4, MB-5)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery, Sum

from budgets.ledger.balances import Balance, balance_in, norm, summed
from budgets.ledger.models import BudgetNorm, NormCode, Pot
from budgets.requests.lifecycle import UNSETTLED, RequestState
from budgets.requests.models import BudgetRequest, Level
from cases.dossiers.models import FileRelation, RelationKind
from clusters.models import Membership, Role, Team, User
from common.deadlines import local_day

CENTS = 100
MONTH, YEAR = timedelta(days=30), timedelta(days=365)
LIMITS = {Level.WORKER: NormCode.WORKER, Level.MANAGER: NormCode.MANAGER}
SPENT = [RequestState.APPROVED, RequestState.PAID]


def limit_of(level: str) -> int | None:
    """Up to how many cents this level decides; None is without a limit."""
    code = LIMITS.get(Level(level))
    return None if code is None else norm(code) * CENTS


def level_for(
    cents: int, *, has_conflict: bool, resident_id: int | None, team: Team, at: datetime
) -> Level:
    """Who decides; what was decided alone for this resident in the last month counts along.

    For a team nobody decides alone: there is no dossier that shows it to a colleague. Of a team
    without a manager the general manager decides: else it would wait for nobody (MB-5).
    """
    if has_conflict:
        return Level.GENERAL
    if resident_id is not None:
        alone_for = {"resident_id": resident_id, "level": Level.WORKER}
        rows = BudgetRequest.objects.filter(**alone_for, state__in=SPENT)
        recent = rows.filter(requested_at__gt=at - MONTH)
        alone = recent.aggregate(total=Sum("amount_cents"))["total"] or 0
        if cents + alone <= (limit_of(Level.WORKER) or 0):
            return Level.WORKER
    is_within = cents <= (limit_of(Level.MANAGER) or 0)
    is_led = is_within and deciders_of(team, Level.MANAGER, local_day(at))
    return Level.MANAGER if is_led else Level.GENERAL


def deciders_of(team: Team, level: str, day: date) -> set[int]:
    """The employees who can decide on this level today."""
    running = Membership.objects.running(day)
    rows = running.filter(role=Role.TEAM_MANAGER, team=team)
    if level == Level.GENERAL:
        rows = running.filter(role=Role.GENERAL_MANAGER)
    return set(rows.values_list("user_id", flat=True))


@dataclass(frozen=True)
class DecisionCard:
    """What one must know to decide; amounts in cents."""

    balance: Balance
    expected: int
    earlier: list[BudgetRequest]
    limit: int | None
    fits: bool


def card_for(request: BudgetRequest, at: datetime) -> DecisionCard:
    """The card of one request; two queries."""
    coming = BudgetRequest.objects.filter(pot=OuterRef("pk"), advance__in=UNSETTLED).order_by()
    coming = coming.filter(expected_on__lte=local_day(at) + MONTH)
    total = coming.values("pot").annotate(total=Sum("owed_cents")).values("total")
    limit = BudgetNorm.objects.filter(code=LIMITS.get(Level(request.level), "")).values("amount")
    pots = summed(Pot.objects.filter(pk=request.pot_id))
    pot: Any = pots.annotate(expected=Subquery(total), limit=Subquery(limit)).get()
    balance = balance_in(pot)
    return DecisionCard(
        balance=balance,
        expected=pot.expected or 0,
        earlier=list(earlier_help(request, at)[:10]),
        limit=None if pot.limit is None else pot.limit * CENTS,
        fits=balance.available >= request.amount_cents,
    )


def earlier_help(request: BudgetRequest, at: datetime) -> QuerySet[BudgetRequest]:
    """What this household, or this team, got in the last year (MB-27)."""
    rows = BudgetRequest.objects.filter(state__in=SPENT, requested_at__gt=at - YEAR)
    if request.resident_id:
        rows = rows.filter(_in_household(request.resident_id))
    else:
        rows = rows.filter(team_id=request.team_id, resident=None)
    return rows.exclude(pk=request.pk).select_related("purpose").order_by("-requested_at")


def _in_household(resident_id: int) -> Q:
    """Of this resident, or of who lives with them by a relation between dossiers (DS-17)."""
    related = FileRelation.objects.running().exclude(kind=RelationKind.OTHER)
    one = related.filter(file__resident_id=resident_id).values("other__resident_id")
    two = related.filter(other__resident_id=resident_id).values("file__resident_id")
    return Q(resident_id=resident_id) | Q(resident_id__in=one) | Q(resident_id__in=two)


def may_decide(request: BudgetRequest, user: User) -> bool:
    """Whether this level is the one of this role; who sees more than they decide reads along."""
    of_role = {Role.TEAM_MANAGER: Level.MANAGER, Role.GENERAL_MANAGER: Level.GENERAL}
    level = of_role.get(Role(user.acting_role))
    return level == request.level or (level == Level.GENERAL and request.is_escalated)
