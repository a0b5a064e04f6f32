"""What the teams spend without a resident, beside the time of the waakvlam; only reads (GJ-13)."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, QuerySet, Sum

from budgets.ledger.balances import Balance
from budgets.ledger.models import SEEING_ALL, Pot, PotPurpose
from budgets.overview.figures import Figure, commitments, list_of, pots_of
from budgets.requests.models import BudgetRequest
from budgets.requests.selecting import CHOSEN
from cases.waakvlam.models import WaakvlamContact
from clusters.models import User
from common.weeks import midnight

QUARTERS_PER_HOUR = 4
TEAM = PotPurpose.TEAM


@dataclass(frozen=True)
class Hours:
    """The time that was noted for contacts of a waakvlam, and how many contacts that was."""

    contacts: int
    quarters: int

    @property
    def written(self) -> str:
        """In hours, as it is written here: "1,25"."""
        return f"{self.quarters / QUARTERS_PER_HOUR:.2f}".replace(".", ",")


@dataclass(frozen=True)
class Differentiated:
    """Everything on the page; the money for residents is not in it (GJ-12)."""

    pots: list[tuple[Pot, Balance]]
    running: list[tuple[str, Figure]]
    purposes: list[tuple[str, Figure]]
    clusters: list[tuple[str, Figure]]
    hours: Hours


def differentiated(user: User, year: int) -> Differentiated:
    """Of this year, as far as this employee may see it; five queries."""
    rows = BudgetRequest.objects.visible_to(user).filter(pot__purpose=TEAM)
    chosen = {"voor": TEAM.value}
    return Differentiated(
        [each for each in pots_of(user, year) if each[0].purpose == TEAM],
        commitments(rows, **chosen),
        _spent(rows, year, "purpose", "doel"),
        _spent(rows, year, "team__cluster", "cluster"),
        hours_of(user, year),
    )


def _spent(
    rows: QuerySet[BudgetRequest], year: int, column: str, name: str
) -> list[tuple[str, Figure]]:
    """What was paid from the pots of a year, per purpose or per cluster; one query."""
    paid = rows.filter(CHOSEN["betaald"], pot__year=year).order_by()
    label = {"doel": "label", "cluster": "name"}[name]
    counted = (
        paid.annotate(code=F(f"{column}__code"), label=F(f"{column}__{label}"))
        .values_list("code", "label")
        .annotate(Count("pk"), Sum("paid_cents"))
    )
    own = {"selectie": "betaald", "jaar": year, "voor": TEAM.value}
    return [
        (label, Figure(count, cents, list_of(**own, **{name: code})))
        for code, label, count, cents in sorted(counted, key=lambda row: -row[3])
        if code
    ]


def hours_of(user: User, year: int) -> Hours:
    """Of the own teams, or of the whole city for who steers or checks; no person is in it."""
    first, after = midnight(date(year, 1, 1)), midnight(date(year + 1, 1, 1))
    rows = WaakvlamContact.objects.filter(quarters__isnull=False, at__gte=first, at__lt=after)
    if user.acting_role not in SEEING_ALL:
        rows = rows.filter(waakvlam__team_id__in=user.team_ids)
    found = rows.aggregate(contacts=Count("pk"), quarters=Sum("quarters"))
    return Hours(found["contacts"], found["quarters"] or 0)
