"""Which requests a list or a figure is about; a figure and its list choose in the same way."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from budgets.requests.lifecycle import UNSETTLED, RequestState
from budgets.requests.models import BudgetRequest, Debtor, HelpForm

TABS = {
    "alle": "Alle",
    "besluit": "Te beslissen",
    "gereserveerd": "Te betalen",
    "open": "Open voorschotten",
    "te-laat": "Te laat terug",
    "betaald": "Betaald",
}
CHOSEN = {
    "alle": Q(),
    "besluit": Q(state=RequestState.WAITING),
    "gereserveerd": Q(state=RequestState.APPROVED),
    "open": Q(advance__in=UNSETTLED),
    "betaald": Q(state=RequestState.PAID),
    "voorschotten": Q(state=RequestState.PAID, form=HelpForm.ADVANCE),
}
AGES = (
    "op tijd",
    "1 tot 30 dagen",
    "30 tot 60 dagen",
    "60 tot 90 dagen",
    "vanaf 90 dagen",
)
STEPS = (1, 30, 60, 90)
"""From so many days an advance is in the next class (MB-15)."""
AMOUNTS = (
    "tot €\xa0100",
    "€\xa0100 tot €\xa0250",
    "€\xa0250 tot €\xa0500",
    "€\xa0500 tot €\xa01.000",
    "€\xa01.000 tot €\xa02.500",
    "vanaf €\xa02.500",
)
AMOUNT_STEPS = (10_000, 25_000, 50_000, 100_000, 250_000)
"""From so many cents an amount is in the next class."""
SPEEDS = (
    "binnen een dag",
    "1 tot 2 dagen",
    "2 tot 7 dagen",
    "7 tot 14 dagen",
    "vanaf 14 dagen",
)
SPEED_STEPS = (1, 2, 7, 14)
"""From so many days between asking and paying help is in the next class."""
LONGEST_NUMBER = 9
NONE = "geen"
"""In the address of a list: without a cluster or a leefgebied."""
CLASSES = {"ouderdom": AGES, "bedrag": AMOUNTS, "snelheid": SPEEDS}
CODES = {
    "doel": "purpose__code",
    "cluster": "team__cluster__code",
    "leefgebied": "purpose__domain__code",
    "voor": "pot__purpose",
}


def chosen_by(code: str, today: date) -> Q:
    """What a tab chooses; what is not known chooses nothing away."""
    late = Q(advance__in=UNSETTLED, expected_on__lt=today)
    return late if code == "te-laat" else CHOSEN.get(code, Q())


def selected(
    rows: QuerySet[BudgetRequest], params: Mapping[str, str], today: date
) -> QuerySet[BudgetRequest]:
    """Those of the choices in an address; what cannot be read chooses nothing away."""
    params = {name: value.replace("\0", "") for name, value in params.items()}
    rows = rows.filter(chosen_by(params.get("selectie", ""), today))
    for name, column in (("pot", "pot_id"), ("jaar", "pot__year")):
        number = params.get(name, "")
        if number.isdecimal() and len(number) <= LONGEST_NUMBER:
            rows = rows.filter(**{column: int(number)})
    for name, column in CODES.items():
        if params.get(name):
            code = None if params[name] == NONE else params[name][:50]
            rows = rows.filter(**{column: code})
    if params.get("van"):
        rows = rows.filter(of_debtor(params["van"][:50]))
    if params.get("herhaald") == "ja":
        rows = rows.filter(again())
    return _classed(rows, params, today)


def _classed(
    rows: QuerySet[BudgetRequest], params: Mapping[str, str], today: date
) -> QuerySet[BudgetRequest]:
    """Those of one class of lateness, of amount or of speed."""
    for name, labels in CLASSES.items():
        number = params.get(name, "")
        if number in map(str, range(len(labels))):
            rows = rows.filter(of_class(name, int(number), today))
    return rows


def of_class(name: str, number: int, today: date) -> Q:
    """One class of one of the three sorts."""
    if name == "ouderdom":
        return of_age(number, today)
    return of_amount(number) if name == "bedrag" else of_speed(number)


def of_debtor(code: str) -> Q:
    """Advances that this fund, or this sort of debtor, pays back."""
    is_kind = code in (Debtor.RESIDENT, Debtor.ORGANISATION)
    return Q(debtor=code) if is_kind else Q(debtor=Debtor.FUND, fund__code=code)


def of_age(number: int, today: date) -> Q:
    """Advances in one class of lateness."""
    late_from = {step: today - timedelta(days=days) for step, days in enumerate(STEPS, start=1)}
    chosen = Q(expected_on__lte=late_from[number]) if number else Q(expected_on__gte=today)
    return chosen & Q(expected_on__gt=late_from[number + 1]) if 0 < number < len(STEPS) else chosen


def of_amount(number: int) -> Q:
    """Paid amounts of one class."""
    least = Q(paid_cents__gte=AMOUNT_STEPS[number - 1]) if number else Q()
    more = number < len(AMOUNT_STEPS)
    return least & Q(paid_cents__lt=AMOUNT_STEPS[number]) if more else least


def of_speed(number: int) -> Q:
    """How long it took from the question to the payment."""
    after = [F("requested_at") + timedelta(days=days) for days in SPEED_STEPS]
    least = Q(paid_at__gte=after[number - 1]) if number else Q(paid_at__isnull=False)
    return least & Q(paid_at__lt=after[number]) if number < len(after) else least


def again() -> Q:
    """Paid for a resident who was helped from a pot of the same year before."""
    earlier = BudgetRequest.objects.filter(
        state=RequestState.PAID, resident=OuterRef("resident"), pot__year=OuterRef("pot__year")
    )
    first = Q(paid_at__lt=OuterRef("paid_at")) | Q(
        paid_at=OuterRef("paid_at"), pk__lt=OuterRef("pk")
    )
    return Q(state=RequestState.PAID) & Q(Exists(earlier.filter(first)))
