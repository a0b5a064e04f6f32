"""Every year and purpose with pots, and where its closing stands; only reads."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from budgets.closing.models import YearClosing
from budgets.ledger.models import Pot, PotPurpose
from clusters.models import User

SLUG_OF = {PotPurpose.HELP: "inwoners", PotPurpose.TEAM: "teams"}
"""How an address says which purpose."""


@dataclass(frozen=True)
class ListedYear:
    """One year and purpose: ``slug`` is how an address says the purpose."""

    year: int
    purpose: PotPurpose
    slug: str
    pots: int
    open: int
    closing: YearClosing | None
    is_over: bool

    @property
    def standing(self) -> str:
        """In a few words."""
        if not self.open:
            return "Afgesloten"
        if self.closing is not None:
            return str(self.closing.get_state_display())
        return "Kan worden afgesloten" if self.is_over else "Loopt"


def years_of(user: User, today: date) -> list[ListedYear]:
    """The newest first; two queries."""
    closings = {(row.year, row.purpose): row for row in YearClosing.objects.all()}
    rows = Pot.objects.visible_to(user).order_by("-year", "purpose").values("year", "purpose")
    counted = rows.annotate(pots=Count("pk"), open=Count("pk", filter=Q(closed_at=None)))
    return [
        ListedYear(
            row["year"],
            PotPurpose(row["purpose"]),
            SLUG_OF[PotPurpose(row["purpose"])],
            row["pots"],
            row["open"],
            closings.get((row["year"], row["purpose"])),
            row["year"] < today.year,
        )
        for row in counted
    ]
