"""What the measured times come to: percentiles, ratios to the floors, and the bars of design 11."""

import math
import statistics
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

QUERIES_BAR, GROWTH_BAR = 12, 1.2
PARTS = 10
F0, F1 = "F0", "F1"


@dataclass(frozen=True)
class Bar:
    """A page may take so many times one of the floors."""

    page: str
    floor: str
    times: float


BARS = (
    Bar("worklist", F1, 2.0),
    Bar("detail", F0, 6.0),
    Bar("call", F0, 6.0),
    Bar("contacts", F1, 2.0),
    Bar("status", F0, 6.0),
    Bar("search", F0, 6.0),
    Bar("resident", F0, 6.0),
    Bar("search-name", F0, 6.0),
    Bar("search-address", F0, 6.0),
    Bar("search-bsn", F0, 6.0),
    Bar("notifications", F1, 2.0),
    Bar("notification", F0, 6.0),
    Bar("cards", F0, 6.0),
    Bar("report", F0, 6.0),
    Bar("files", F1, 2.0),
    Bar("files-team", F1, 2.0),
    Bar("file", F0, 6.0),
    Bar("file-lines", F1, 2.0),
    Bar("file-lines-last", F1, 2.0),
    Bar("file-search", F0, 6.0),
    Bar("offers", F1, 2.0),
    Bar("offers-search", F0, 6.0),
    Bar("home", F1, 2.0),
    Bar("plan", F0, 6.0),
    Bar("tasks", F1, 2.0),
    Bar("documents", F0, 6.0),
    Bar("matches", F1, 2.0),
    Bar("applications", F1, 2.0),
    Bar("applications-hall", F1, 2.0),
    Bar("applications-sent", F1, 2.0),
    Bar("application", F0, 6.0),
    Bar("objections", F1, 2.0),
    Bar("objection", F0, 6.0),
    Bar("ledger", F0, 8.0),
    Bar("ledger-entries", F1, 2.0),
    Bar("ledger-ageing", F1, 2.0),
    Bar("ledger-statement", F0, 6.0),
    Bar("dashboard", F0, 8.0),
    Bar("desk-dashboard", F0, 8.0),
    Bar("dashboard-streams", F0, 8.0),
    Bar("dashboard-leads", F0, 8.0),
    Bar("dashboard-triages", F0, 8.0),
    Bar("dashboard-shares", F0, 8.0),
    Bar("flow-list", F1, 2.0),
    Bar("desk-charts", F0, 8.0),
    Bar("sst-dashboard", F0, 8.0),
    Bar("sst-charts", F0, 8.0),
)


@dataclass(frozen=True)
class Spread:
    """The times of one page, in milliseconds; ``p95_whole`` is that of the run in one piece."""

    p50: float
    p95: float
    count: int
    p95_whole: float = 0.0


@dataclass(frozen=True)
class Verdict:
    """One line of the table: what was measured, what is allowed and whether it holds."""

    what: str
    value: float
    bar: float

    @property
    def holds(self) -> bool:
        """Whether the bar is met."""
        return self.value <= self.bar


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least ``share`` of the values do not exceed (nearest rank)."""
    if not values:
        raise ValueError("no values")
    return sorted(values)[max(1, math.ceil(share * len(values))) - 1]


def spread(values: Sequence[float]) -> Spread:
    """Median and 95th percentile; the latter is the median of those of ten parts of the run.

    A burst of other work on the machine then spoils one part and not the figure.
    """
    size = max(1, math.ceil(len(values) / PARTS))
    parts = [values[start : start + size] for start in range(0, len(values), size)]
    p95 = statistics.median(percentile(part, 0.95) for part in parts)
    return Spread(percentile(values, 0.5), p95, len(values), percentile(values, 0.95))


def ratio(value: float, floor: float) -> float:
    """How many times the floor; a floor of nothing is a mistake in the measuring."""
    if floor <= 0:
        raise ValueError("a floor takes time")
    return value / floor


def verdicts(
    times: Mapping[str, Mapping[str, Spread]],
    queries: Mapping[str, int],
    small: str,
    large: str,
    pages: Collection[str] | None = None,
) -> list[Verdict]:
    """Every bar of design 11: times per size and page, and queries per page; of some pages."""
    found = []
    for bar in (each for each in BARS if pages is None or each.page in pages):
        for size in (small, large):
            value = ratio(times[size][bar.page].p95, times[size][bar.floor].p95)
            found.append(Verdict(f"{bar.page} / {bar.floor}, {size}", value, bar.times))
        growth = ratio(times[large][bar.page].p95, times[small][bar.page].p95)
        found.append(Verdict(f"{bar.page}, groei", growth, GROWTH_BAR))
        found.append(Verdict(f"{bar.page}, vragen", queries[bar.page], QUERIES_BAR))
    return found
