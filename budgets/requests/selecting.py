"""Which requests a list or a figure is about; a figure and its list choose in the same way."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from budgets.requests.lifecycle import UNSETTLED, RequestState
from budgets.requests.models import BudgetRequest, Debtor

TABS = {
    "alle": "Alle",
    "besluit": "Te beslissen",
    "gereserveerd": "Te betalen",
    "open": "Open voorschotten",
    "betaald": "Betaald",
}
CHOSEN = {
    "alle": Q(),
    "besluit": Q(state=RequestState.WAITING),
    "gereserveerd": Q(state=RequestState.APPROVED),
    "open": Q(advance__in=UNSETTLED),
    "betaald": Q(state=RequestState.PAID),
}
AGES = (
    "op tijd",
    "1 tot 30 dagen te laat",
    "30 tot 60 dagen",
    "60 tot 90 dagen",
    "90 dagen of meer",
)
STEPS = (1, 30, 60, 90)
"""From so many days an advance is in the next class (MB-15)."""
LONGEST_NUMBER = 9


def selected(
    rows: QuerySet[BudgetRequest], params: Mapping[str, str], today: date
) -> QuerySet[BudgetRequest]:
    """Those of the choices in an address; what cannot be read chooses nothing away."""
    rows = rows.filter(CHOSEN.get(params.get("selectie", ""), Q()))
    for name, column in (("pot", "pot_id"), ("jaar", "pot__year")):
        number = params.get(name, "")
        if number.isdecimal() and len(number) <= LONGEST_NUMBER:
            rows = rows.filter(**{column: int(number)})
    columns = {"doel": "purpose__code", "cluster": "team__cluster__code", "voor": "pot__purpose"}
    for name, column in columns.items():
        if params.get(name):
            rows = rows.filter(**{column: params[name][:50]})
    if params.get("van"):
        rows = rows.filter(of_debtor(params["van"][:50]))
    age = params.get("ouderdom", "")
    return rows.filter(of_age(int(age), today)) if age in map(str, range(len(AGES))) else rows


def of_debtor(code: str) -> Q:
    """Advances that this fund, or this sort of debtor, pays back."""
    is_kind = code in (Debtor.RESIDENT, Debtor.ORGANISATION)
    return Q(debtor=code) if is_kind else Q(debtor=Debtor.FUND, fund__code=code)


def of_age(number: int, today: date) -> Q:
    """Advances in one class of lateness."""
    late_from = {step: today - timedelta(days=days) for step, days in enumerate(STEPS, start=1)}
    chosen = Q(expected_on__lte=late_from[number]) if number else Q(expected_on__gte=today)
    return chosen & Q(expected_on__gt=late_from[number + 1]) if 0 < number < len(STEPS) else chosen
