"""The maatwerkbudget for who sees totals only: per quarter and purpose; only reads (GJ-10).

From the entries, so that what was shown of a quarter that is over never changes. A request counts
once; what is about fewer than ten is not shown, and neither is what could be subtracted.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Case, F, Q, QuerySet, Sum, Value, When
from django.db.models.functions import ExtractQuarter

from budgets.ledger.models import AccountKind, Entry, EntryKind, PotPurpose
from budgets.overview.quarters import Quarter, finished_quarters
from budgets.overview.small_cells import SMALLEST, batches, hidden, hides_total
from budgets.requests.models import BudgetRequest
from common.deadlines import AMSTERDAM
from common.weeks import midnight

ROUNDED_TO = 10_000
"""Cents: a whole hundred euros, so that one request cannot be read from two amounts."""
K = AccountKind
SPENT = (K.PAID, K.RECEIVABLE)
FLOWS = {
    "granted": (Q(kind=EntryKind.RESERVE), Q(pk=None)),
    "paid": (
        Q(debit__kind__in=SPENT, credit__kind=K.RESERVED),
        Q(debit__kind=K.RESERVED, credit__kind__in=SPENT),
    ),
    "repaid": (
        Q(debit__kind=K.AVAILABLE, credit__kind=K.RECEIVABLE),
        Q(debit__kind=K.RECEIVABLE, credit__kind=K.AVAILABLE),
    ),
}
"""What goes in and what takes it back; by the accounts, so a correction counts against it."""
OWED = (Q(debit__kind=K.RECEIVABLE), Q(credit__kind=K.RECEIVABLE))
HEADINGS = ("Toegekend", "Betaald", "Terugbetaald", "Staat nog open")
WHOLE_YEAR = 4
PerRequest = Counter[UUID]


@dataclass(frozen=True)
class QuarterRow:
    """One quarter that is over; an amount that cannot be shown yet is None."""

    name: str
    granted: int | None
    paid: int | None
    repaid: int | None
    open: int | None

    @property
    def cells(self) -> list[tuple[str, int | None]]:
        """Each amount with what stands above it."""
        return list(zip(HEADINGS, (self.granted, self.paid, self.repaid, self.open), strict=True))


@dataclass(frozen=True)
class PurposeTotals:
    """One purpose of the pots: its budget, its quarters, and what was paid for what."""

    name: str
    budget: int
    rows: list[QuarterRow]
    paid_for: list[tuple[str, int | None]]


def summary(year: int, today: date) -> list[PurposeTotals]:
    """Per purpose of the pots the quarters of a year that are over; five queries."""
    quarters = finished_quarters(year, today)
    budgets = _budgets(year)
    if not quarters:
        return [PurposeTotals(str(p.label), budgets.get(p, 0), [], []) for p in PotPurpose]
    flows, owed = _flows(quarters), _owed(quarters)
    tables = []
    for purpose in PotPurpose:
        by_quarter = [flows[purpose, quarter.number] for quarter in quarters]
        shown = {name: _in_batches([each[name] for each in by_quarter]) for name in FLOWS}
        stock = _stock(owed[purpose], quarters)
        rows = [
            QuarterRow(
                str(quarter),
                shown["granted"][at],
                shown["paid"][at],
                shown["repaid"][at],
                stock[at],
            )
            for at, quarter in enumerate(quarters)
        ]
        paid = [each["paid"] for each in by_quarter]
        paid_for = _paid_for(paid) if len(quarters) == WHOLE_YEAR else []
        tables.append(PurposeTotals(str(purpose.label), budgets.get(purpose, 0), rows, paid_for))
    return tables


def rounded(cents: int) -> int:
    """To a whole hundred euros, half up."""
    return (cents + ROUNDED_TO // 2) // ROUNDED_TO * ROUNDED_TO


def _budgets(year: int) -> dict[str, int]:
    """What the pots of a year were given, without what only moved between them; one query."""
    grants = Entry.objects.filter(pot__year=year, kind=EntryKind.GRANT).order_by()
    return dict(grants.values_list("pot__purpose").annotate(Sum("amount_cents")))


def _flows(quarters: Sequence[Quarter]) -> dict[tuple[str, int], dict[str, PerRequest]]:
    """Per purpose and quarter what moved for each request; one query."""
    rows = _entries(midnight(quarters[-1].after)).filter(at__gte=midnight(quarters[0].first))
    quarter = ExtractQuarter("at", tzinfo=AMSTERDAM)
    sums = {name: _signed(*ways) for name, ways in FLOWS.items()}
    found: dict[tuple[str, int], dict[str, PerRequest]] = defaultdict(
        lambda: {name: Counter() for name in FLOWS}
    )
    grouped = rows.annotate(quarter=quarter).values("pot__purpose", "quarter", "reference")
    moved: Iterable[Any] = grouped.annotate(**sums)
    for row in moved:
        cell = found[row["pot__purpose"], row["quarter"]]
        for name in FLOWS:
            cell[name][row["reference"]] += row[name]
    return found


def _owed(quarters: Sequence[Quarter]) -> dict[str, dict[int, PerRequest]]:
    """Per purpose what each request owed more or less, before the year (0) and per quarter.

    One query.
    """
    start = midnight(quarters[0].first)
    rows = _entries(midnight(quarters[-1].after)).filter(OWED[0] | OWED[1])
    quarter = Case(
        When(at__lt=start, then=Value(0)), default=ExtractQuarter("at", tzinfo=AMSTERDAM)
    )
    found: dict[str, dict[int, PerRequest]] = defaultdict(lambda: defaultdict(Counter))
    grouped = rows.annotate(quarter=quarter).values("pot__purpose", "quarter", "reference")
    moved: Iterable[Any] = grouped.annotate(owed=_signed(*OWED))
    for row in moved:
        found[row["pot__purpose"]][row["quarter"]][row["reference"]] += row["owed"]
    return found


def _entries(until: datetime) -> QuerySet[Entry]:
    return Entry.objects.filter(at__lt=until, reference__isnull=False).order_by()


def _signed(plus: Q, minus: Q) -> Any:
    """The sum of what goes in less what takes it back."""
    amount = Case(
        When(plus, then=F("amount_cents")), When(minus, then=-F("amount_cents")), default=Value(0)
    )
    return Sum(amount)


def _in_batches(parts: Sequence[PerRequest]) -> list[int | None]:
    """The amount shown at each quarter, with what had to wait for it."""
    return [
        None if batch is None else rounded(sum(sum(each.values()) for each in batch))
        for batch in batches(parts, _requests)
    ]


def _requests(parts: Sequence[PerRequest]) -> int:
    """How many requests these amounts are about."""
    return len({reference for part in parts for reference, cents in part.items() if cents})


def _stock(moves: dict[int, PerRequest], quarters: Sequence[Quarter]) -> list[int | None]:
    """What was still to come back at the end of each quarter, of ten requests or more."""
    owed = Counter(moves.get(0, {}))
    shown = []
    for quarter in quarters:
        owed.update(moves.get(quarter.number, {}))
        found = [cents for cents in owed.values() if cents]
        shown.append(rounded(sum(found)) if len(found) >= SMALLEST else None)
    return shown


def _paid_for(parts: Sequence[PerRequest]) -> list[tuple[str, int | None]]:
    """What was paid for what in a whole year, of the quarters that are shown; one query."""
    cents: PerRequest = Counter()
    for batch in batches(parts, _requests):
        for part in batch or ():
            cents.update(part)
    purposes = dict(
        BudgetRequest.objects.filter(uuid__in=[key for key, n in cents.items() if n])
        .order_by("purpose__position")
        .values_list("uuid", "purpose__label")
    )
    counts = Counter(purposes.values())
    if hides_total(counts):
        return [(name, None) for name in counts]
    unseen = hidden(counts)
    return [
        (name, None if name in unseen else rounded(_of(name, purposes, cents)))
        for name in dict.fromkeys(purposes.values())
    ]


def _of(name: str, purposes: dict[UUID, str], cents: PerRequest) -> int:
    return sum(cents[key] for key, each in purposes.items() if each == name)
