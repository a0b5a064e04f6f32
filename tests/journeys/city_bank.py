"""Lines of the bank in the test city: with and without a request, split, undone, aside, long."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from budgets.bank.models import BankLine
from budgets.bank.services import empty_old_lines, match_line, set_line_aside, undo_match
from budgets.requests.models import BudgetRequest
from tests.factories.bank import csv_file, csv_line, hand_in
from tests.journeys.city import LONG_NAME, LONG_WORD, City

DAY = timedelta(days=1)
CONTROLLER = "controller"
CENTS = {
    "sure": 25_000,
    "amount": 75_000,
    "nothing": 4_321,
    "split": 60_000,
    "matched": 10_000,
    "aside": 1_250,
    "long": 123_456_789,
    "paid": -75_000,
    "unknown": -999,
    "empty": -111,
}


def furnish(city: City) -> None:
    """One file with all of it; ``city.things`` knows the lines by name."""
    by, today, things = city.people[CONTROLLER], timezone.localdate(), city.things
    number = str(BudgetRequest(pk=things["budget-open"]))
    told: dict[str, dict[str, Any]] = {
        "sure": {"words": f"Bijzondere bijstand {number}"},
        "split": {"words": f"Voor {number} en nog een", "day": today - 5 * DAY},
        "matched": {"words": number},
        "long": {"name": LONG_NAME[:200], "words": LONG_WORD[:600]},
        "nothing": {"name": "Onbekende gever", "account": "", "day": today - 20 * DAY},
        "empty": {"day": today - 400 * DAY},
    }
    lines = [
        csv_line(cents, **({"day": today} | told.get(name, {}))) for name, cents in CENTS.items()
    ]
    file = hand_in(by, csv_file(lines), at=timezone.now())
    for name, cents in CENTS.items():
        things[f"bank-{name}"] = file.lines.get(amount_cents=abs(cents), is_incoming=cents > 0).pk
    _match(city, "split", 20_000)
    undo_match(match_id=_match(city, "matched", 6_000), by=by)
    _match(city, "matched", 10_000)
    line = _line(city, "aside")
    set_line_aside(line_id=line.pk, words="Rente van de bank.", version=line.version, by=by)
    empty_old_lines(at=timezone.now())


def _line(city: City, name: str) -> BankLine:
    line: BankLine = BankLine.objects.get(pk=city.things[f"bank-{name}"])
    return line


def _match(city: City, name: str, cents: int) -> int:
    line = _line(city, name)
    match = match_line(
        line_id=line.pk,
        request_id=city.things["budget-open"],
        amount=cents,
        version=line.version,
        by=city.people[CONTROLLER],
    )
    return int(match.pk)
