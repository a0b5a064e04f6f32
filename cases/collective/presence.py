"""How much the team was seen in each neighbourhood in the last twelve months; only reads (CLU-10).

A number and its list ask the same: ``in_period``, the neighbourhood and the kind (CW-7).
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Max
from django.urls import reverse

from cases.collective.models import CollectiveEntry, CollectiveKind
from cases.collective.places import places_of
from clusters.models import User
from common.deadlines import ONE_DAY

SEEN = (CollectiveKind.NETWORK, CollectiveKind.PRESENCE)
"""What says that somebody was there in person."""
MOST_NAMES = 5


@dataclass(frozen=True)
class Cell:
    """A number with the list it counts."""

    label: str
    value: int
    url: str


@dataclass
class PlaceLine:
    """One neighbourhood: how often, by kind, and when somebody was last there."""

    name: str
    cluster: str
    cells: list[Cell]
    last: date | None = None
    seen: int = 0


@dataclass
class PresencePage:
    """Every neighbourhood one reads about; two queries however many there are."""

    user: User
    today: date
    headings: tuple[str, ...] = tuple(kind.label for kind in CollectiveKind)
    lines: list[PlaceLine] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.since = year_before(self.today)
        counts: dict[int, dict[str, int]] = defaultdict(dict)
        lasts: dict[int, date] = {}
        for place, kind, n, last in self._counted():
            counts[place][kind] = n
            if kind in SEEN:
                lasts[place] = max(lasts.get(place, last), last)
        for row in places_of(self.user, self.today):
            place = row.neighbourhood
            found = counts[place.pk]
            cells = [self._cell(place.code, kind, found.get(kind, 0)) for kind in CollectiveKind]
            seen = sum(found.get(kind, 0) for kind in SEEN)
            self.lines.append(
                PlaceLine(place.name, row.cluster.name, cells, lasts.get(place.pk), seen)
            )

    def conclusion(self) -> str:
        """What the numbers say, in one sentence above them."""
        if not self.lines:
            return "U werkt nu niet in een cluster met wijken."
        unseen = [line.name for line in self.lines if not line.seen]
        if not unseen:
            return "In elke wijk was het team de laatste twaalf maanden te zien."
        if len(unseen) > len(self.lines) // 2 and len(unseen) > MOST_NAMES:
            return f"In {len(unseen)} van de {len(self.lines)} wijken is nog niets vastgelegd."
        return f"De laatste twaalf maanden is er geen contact vastgelegd in: {', '.join(unseen)}."

    def _counted(self) -> Any:
        """Per neighbourhood and kind how much took time in the twelve months, and the last day."""
        rows = CollectiveEntry.objects.visible_to(self.user).in_period(self.since, self.today)
        grouped = rows.order_by().values_list("neighbourhood_id", "kind")
        return grouped.annotate(n=Count("pk"), last=Max("starts_on"))

    def _cell(self, code: str, kind: CollectiveKind, value: int) -> Cell:
        asks = {"wijk": code, "soort": kind.value}
        asks |= {"van": self.since.isoformat(), "tot": self.today.isoformat()}
        return Cell(kind.label, value, f"{reverse('collective-list')}?{urlencode(asks)}")


def year_before(day: date) -> date:
    """The first day of the twelve months that end with ``day``."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if is_leap_day else day.day) + ONE_DAY
