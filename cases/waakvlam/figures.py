"""Who keeps how many waakvlammen, and how long it took; counts for the manager, only reads."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, Sum

from cases.waakvlam.models import UNREACHED_SIGNAL, Waakvlam, WaakvlamContact
from clusters.models import User
from common.deadlines import local_day
from common.weeks import midnight

QUARTERS = 4


@dataclass
class PersonLine:
    """One wijkwerker; ``quarters`` is the time of this year, as far as it was noted (BUD-7)."""

    name: str
    running: int = 0
    late: int = 0
    unreached: int = 0
    quarters: int = 0

    @property
    def hours(self) -> str:
        """The time in hours, as it is written here: "1,25"."""
        return f"{self.quarters / QUARTERS:.2f}".replace(".", ",")


def per_person(user: User, at: datetime) -> list[PersonLine]:
    """A line per wijkwerker of the teams of this manager, by name; two queries."""
    lines: dict[int, PersonLine] = {}
    running = Waakvlam.objects.visible_to(user).running().order_by()
    counted = running.values_list("owner", "owner__first_name", "owner__last_name").annotate(
        running=Count("pk"),
        late=Count("pk", filter=Q(due_at__lte=at)),
        hard=Count("pk", filter=Q(unreached__gte=UNREACHED_SIGNAL)),
    )
    for person, first, last, *numbers in counted:
        lines[person] = PersonLine(_name(first, last), *numbers)
    year = midnight(local_day(at).replace(month=1, day=1))
    seen = Waakvlam.objects.visible_to(user).order_by()
    spent = WaakvlamContact.objects.filter(waakvlam__in=seen.values("pk"), at__gte=year).order_by()
    noted = spent.values_list("by", "by__first_name", "by__last_name").annotate(
        spent=Sum("quarters")
    )
    for person, first, last, quarters in noted:
        line = lines.setdefault(person, PersonLine(_name(first, last)))
        line.quarters = quarters or 0
    return sorted(lines.values(), key=lambda line: line.name)


def _name(first: str, last: str) -> str:
    return f"{first} {last}".strip()
