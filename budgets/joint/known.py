"""What the system knows of the year of a joint budget; only reads (GJ-8, BUD-9, BUD-10)."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from budgets.joint.models import Known
from budgets.ledger.balances import Balance, balance_in, summed
from budgets.ledger.models import Pot
from cases.dossiers.models import INFORMAL, HelpRequest, Outcome
from clusters.models import Membership
from common.periods import valid_q
from common.weeks import midnight

DOES_NOT_COUNT = frozenset({Outcome.REFERRED, Outcome.WITHDRAWN, Outcome.GONE})
"""As in the informal share (IN-3); a test compares the two."""
SOLVED = {
    "informeel": INFORMAL,
    "deels informeel": frozenset({Outcome.MIXED}),
    "formeel": frozenset({Outcome.FORMAL}),
    "niet opgelost": frozenset({Outcome.UNSOLVED}),
}


@dataclass(frozen=True)
class Facts:
    """Of one year: people per partner on ``day``, the pots per purpose, and how questions ended.

    ``day`` is None when the year has not begun: then nothing is known yet.
    """

    day: date | None
    people: dict[int, int]
    pots: dict[str, Balance]
    ended: dict[str, int]


def facts_of(year: int, today: date) -> Facts:
    """Everything there is to put beside the lines of a year; three queries."""
    if today.year < year:
        return Facts(None, {}, {}, {})
    day = min(today, date(year, 12, 31))
    return Facts(day, people_on(day, today), pots_of(year), ended_between(year, year + 1))


def people_on(day: date, today: date) -> dict[int, int]:
    """How many employees of each partner had a role in a team on a day; one query.

    Of a day that is over an account that was closed since then still counts.
    """
    agreed = Q(organisation__agreement_from__lte=day) & (
        Q(organisation__agreement_until=None) | Q(organisation__agreement_until__gte=day)
    )
    there = Q(user__account_until=None) | Q(user__account_until__gte=day)
    rows = Membership.objects.valid_on(day).filter(
        agreed, there, valid_q(day, "team__"), team__isnull=False
    )
    rows = rows.filter(user__is_active=True) if day == today else rows
    counted = rows.order_by().values_list("organisation")
    return dict(counted.annotate(Count("user", distinct=True)))


def pots_of(year: int) -> dict[str, Balance]:
    """Per purpose the pots of a year together; purposes are never added up (GJ-12). One query."""
    found: dict[str, Balance] = {}
    for pot in summed(Pot.objects.filter(year=year)):
        total, one = found.setdefault(pot.purpose, Balance()), balance_in(pot)
        for name, cents in vars(one).items():
            setattr(total, name, getattr(total, name) + cents)
    return found


def ended_between(year: int, until: int) -> dict[str, int]:
    """How the questions of a year ended, as far as they count; one query."""
    rows = HelpRequest.objects.filter(
        ended_at__gte=midnight(date(year, 1, 1)), ended_at__lt=midnight(date(until, 1, 1))
    )
    counted = rows.exclude(outcome__in=sorted(DOES_NOT_COUNT)).order_by().values_list("outcome")
    return in_classes(dict(counted.annotate(Count("pk"))))


def in_classes(counts: dict[str, int]) -> dict[str, int]:
    """Outcomes added up to informal, partly, formal and unsolved."""
    found: Counter[str] = Counter()
    for name, outcomes in SOLVED.items():
        found[name] = sum(counts.get(outcome, 0) for outcome in outcomes)
    return dict(found)


PURPOSE_OF = {Known.HELP: "help", Known.TEAM: "team"}
