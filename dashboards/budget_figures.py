"""The maatwerkbudget as tiles for who steers; each opens the list that counts the same (MB-29)."""

from datetime import date, datetime
from urllib.parse import urlencode

from django.db.models import Count
from django.urls import reverse

from budgets.ledger.models import PotPurpose
from budgets.models import BudgetRequest
from budgets.overview.figures import pots_of
from budgets.permissions import GRANTS, Action
from budgets.requests.selecting import chosen_by
from clusters.models import User
from common.deadlines import local_day
from common.templatetags.screen import euro
from dashboards.figures import Figure

CENTS = 100
COUNTED = {
    "besluit": ("Te beslissen", "aanvragen maatwerkbudget", "warning"),
    "te-laat": ("Voorschotten te laat", "hadden al terug moeten zijn", "late"),
}


def budget_tiles(user: User, at: datetime) -> list[Figure]:
    """What waits, what is late and what there is, in two queries; none without the right."""
    if Action.SEE_REQUESTS not in GRANTS.allowed_actions(user):
        return []
    today = local_day(at)
    return [*_counts(user, today), _available(user, today)]


def _counts(user: User, today: date) -> list[Figure]:
    rows = BudgetRequest.objects.visible_to(user).order_by()
    asked = {code.replace("-", "_"): Count("pk", filter=chosen_by(code, today)) for code in COUNTED}
    found = rows.aggregate(**asked)
    figures = []
    for code, (label, note, kind) in COUNTED.items():
        number = found[code.replace("-", "_")]
        url = f"{reverse('budget-list')}?{urlencode({'selectie': code})}"
        figures.append(Figure(number, url, label, kind if number else "", note))
    return figures


def _available(user: User, today: date) -> Figure:
    """What the pots for residents hold now; the overview says it per pot."""
    pots = [each for each in pots_of(user, today.year) if each[0].purpose == PotPurpose.HELP]
    cents = sum(balance.available for _, balance in pots)
    note = "nog geen pot geopend" if not pots else f"maatwerk voor inwoners, {today.year}"
    kind = "warning" if pots and not cents else ""
    whole = euro(cents // CENTS * CENTS).removesuffix(",00")  # the cents would break the tile
    return Figure(whole, reverse("budget-overview"), "Beschikbaar", kind, note)
