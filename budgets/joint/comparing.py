"""The lines of a joint budget beside what is known, in figures and in words (GJ-8, GJ-11)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from budgets.joint.known import PURPOSE_OF, Facts
from budgets.joint.models import JointBudget, Known, PlannedLine, SupportKind, decimal
from budgets.ledger.balances import Balance
from common.templatetags.screen import dutch_date, euro

HUNDREDTHS, PERCENT = 100, 100
NOT_YET = "Dit jaar begint nog."
NOTHING = "Hier weet het systeem niets van."


class Sum(NamedTuple):
    """What is planned by one name: cents, and hundredths of fte."""

    name: str
    cents: int
    fte: int

    @property
    def fte_written(self) -> str:
        """The fte as one writes it; empty when there is none."""
        return decimal(self.fte) if self.fte else ""


@dataclass(frozen=True)
class Beside:
    """What stands beside a line: what is known, where that comes from, and the difference."""

    known: str = ""
    source: str = NOTHING
    difference: str = ""


@dataclass(frozen=True)
class PlanRow:
    """A line as it holds now; ``adopted`` is how it was adopted when it changed since."""

    line: PlannedLine
    adopted: PlannedLine | None
    is_new: bool
    beside: Beside


class Comparison:
    """The lines in force of one budget, their sums, and what is known beside them."""

    def __init__(self, budget: JointBudget, versions: Iterable[PlannedLine], facts: Facts) -> None:
        self.budget, self.facts = budget, facts
        self.newest: dict[object, PlannedLine] = {}
        self.before: dict[object, PlannedLine] = {}
        for row in versions:  # in the order of their number
            self.newest[row.line] = row
            if not row.after_adoption and not row.is_dropped:
                self.before[row.line] = row
        self.lines = [row for row in self.newest.values() if not row.is_dropped]
        self.dropped = [row for row in self.newest.values() if row.is_dropped]

    def rows(self) -> list[PlanRow]:
        """Every line in force with what stands beside it."""
        return [self._row(line) for line in self.lines]

    @cached_property
    def total(self) -> int:
        """What is planned, in cents."""
        return sum(line.amount_cents for line in self.lines)

    @cached_property
    def adopted_total(self) -> int | None:
        """What was planned when it was adopted; None while it is a draft."""
        if not self.budget.is_adopted:
            return None
        return sum(line.amount_cents for line in self.before.values() if self._was_adopted(line))

    def changed_by(self) -> str:
        """How much more or less it is than when it was adopted; empty when nothing changed."""
        if self.adopted_total is None or self.adopted_total == self.total:
            return ""
        gap = self.total - self.adopted_total
        return f"{euro(abs(gap))} {'meer' if gap > 0 else 'minder'} dan"

    def per_partner(self) -> list[Sum]:
        """Name, cents and hundredths of fte of every partner."""
        cents: Counter[str] = Counter()
        fte: Counter[str] = Counter()
        for line in self.lines:
            cents[str(line.partner)] += line.amount_cents
            fte[str(line.partner)] += line.fte_hundredths or 0
        return [Sum(name, cents[name], fte[name]) for name in sorted(cents)]

    def per_kind(self) -> list[Sum]:
        """Name, cents and hundredths of fte of every kind of costs, in the order of the list."""
        cents: Counter[tuple[int, str]] = Counter()
        fte: Counter[tuple[int, str]] = Counter()
        for line in self.lines:
            key = (line.kind.position, str(line.kind))
            cents[key] += line.amount_cents
            fte[key] += line.fte_hundredths or 0
        return [Sum(key[1], cents[key], fte[key]) for key in sorted(cents)]

    def per_support(self) -> list[Sum]:
        """Name, cents and hundredths of fte of formal, informal and collective (BUD-10)."""
        cents, fte = self._per_support()
        return [Sum(str(kind.label), cents[kind], fte[kind]) for kind in SupportKind]

    def support_rows(self) -> list[tuple[str, int, int]]:
        """Name, cents and percentage."""
        shares = self.shares()
        return [(name, cents, shares[name]) for name, cents, _ in self.per_support()]

    def shares(self) -> dict[str, int]:
        """Percentage of each sort of support, of everything that is planned."""
        shares = percentages(self._per_support()[0])
        return {str(kind.label): shares[kind] for kind in SupportKind}

    def _per_support(self) -> tuple[dict[SupportKind, int], dict[SupportKind, int]]:
        cents, fte = dict.fromkeys(SupportKind, 0), dict.fromkeys(SupportKind, 0)
        for line in self.lines:
            cents[SupportKind(line.support)] += line.amount_cents
            fte[SupportKind(line.support)] += line.fte_hundredths or 0
        return cents, fte

    def _row(self, line: PlannedLine) -> PlanRow:
        changed = self.budget.is_adopted and line.after_adoption
        before = self.before.get(line.line) if changed else None
        return PlanRow(line, before, changed and before is None, self._beside(line))

    def _was_adopted(self, line: PlannedLine) -> bool:
        """Whether it was there on that day: not one that lapsed while it was a draft."""
        newest = self.newest[line.line]
        return newest.after_adoption or not newest.is_dropped

    def _beside(self, line: PlannedLine) -> Beside:
        known = Known(line.kind.known)
        if known == Known.NOTHING:
            return Beside()
        if self.facts.day is None:
            return Beside(source=NOT_YET)
        same = [each for each in self.lines if each.kind.known == known]
        if known == Known.PEOPLE:
            same = [each for each in same if each.partner_id == line.partner_id]
            found = self._people(line.partner_id, same)
        else:
            found = _money(self.facts.pots.get(PURPOSE_OF[known], Balance()), same)
        many = f" (alle {len(same)} regels samen)" if len(same) > 1 else ""
        return Beside(found.known, found.source, found.difference + many)

    def _people(self, partner_id: int, lines: list[PlannedLine]) -> Beside:
        count = self.facts.people.get(partner_id, 0)
        fte = sum(line.fte_hundredths or 0 for line in lines)
        people = "1 medewerker" if count == 1 else f"{count} medewerkers"
        source = f"Rollen in teams op {dutch_date(self.facts.day)}. Uren staan niet in het systeem."
        return Beside(people, source, people_words(fte, count))


def people_words(fte: int, count: int) -> str:
    """Planned fte beside people: how many more or fewer, and what that is for each of them."""
    if not count:
        return f"{decimal(fte)} fte begroot en nog niemand met een rol"
    gap = fte - count * HUNDREDTHS
    word = "meer" if gap > 0 else "minder"
    compared = f"{decimal(abs(gap))} {word} fte dan mensen" if gap else "evenveel fte als mensen"
    return f"{compared}: gemiddeld {decimal((2 * fte + count) // (2 * count))} fte per persoon"


def money_words(planned: int, granted: int) -> str:
    """Planned money beside what is in the pots."""
    gap = planned - granted
    if not gap:
        return "gelijk aan wat in de potten zit"
    return f"{euro(abs(gap))} {'meer' if gap > 0 else 'minder'} begroot dan in de potten zit"


def _money(balance: Balance, lines: list[PlannedLine]) -> Beside:
    spent = balance.paid + balance.receivable
    known = f"{euro(balance.granted)} in de potten, {euro(spent)} uitgegeven of voorgeschoten"
    planned = sum(line.amount_cents for line in lines)
    return Beside(known, "Grootboek van het maatwerkbudget.", money_words(planned, balance.granted))


def percentages(parts: Mapping[SupportKind, int]) -> dict[SupportKind, int]:
    """Whole percents that add up to a hundred, by the largest remainder (M12); nothing is zero."""
    whole = sum(parts.values())
    if not whole:
        return dict.fromkeys(parts, 0)
    found = {key: part * PERCENT // whole for key, part in parts.items()}
    rest = PERCENT - sum(found.values())
    by_remainder = sorted(parts, key=lambda key: -(parts[key] * PERCENT % whole))
    for key in by_remainder[:rest]:
        found[key] += 1
    return found
