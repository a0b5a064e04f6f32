"""The demo city's bank: a small file with what came back, what fits nothing, and a payment."""

import uuid
from datetime import date, datetime, timedelta

from budgets.bank.models import BankLine
from budgets.bank.services import register_bank_file, set_line_aside
from budgets.bank.uploading import BankUpload
from budgets.demo import person_for
from budgets.requests.lifecycle import RequestState
from budgets.requests.models import BudgetRequest
from cases.demo.also import also
from cases.demo.cast import Cast
from clusters.models import Role
from common.deadlines import local_day
from common.money import written

NAMESPACE = uuid.UUID("b7f0c9d4-0a58-4d5e-8a63-7a3c6a1f2d10")
DAY = timedelta(days=1)
HEADER = "Datum;Naam tegenpartij;Tegenrekening;Bedrag;Volgnr;Omschrijving"
FUND_ACCOUNT, SHOP, OTHER = "NL20INGB0001234567", "NL91ABNA0417164300", "NL02RABO0123456789"
FUND, LETTER = "Afdeling Inkomen", "Bijzondere bijstand"


@also
def create_bank_lines(cast: Cast, now: datetime) -> None:
    """One file of this week: what the controller sees on the first morning."""
    controller = person_for(Role.CONTROLLER, now)
    advances = list(BudgetRequest.objects.unsettled().order_by("pk"))
    if controller is None or not advances:
        return
    lines = _lines(advances, local_day(now))
    upload = BankUpload.of("demo.csv", "\n".join((HEADER, *lines, "")).encode())
    try:
        file = register_bank_file(
            submission_key=NAMESPACE, bank_file=upload, by=controller, at=now - DAY
        )
    finally:
        upload.close()
    unknown: BankLine = file.lines.get(amount_cents=1_250)
    set_line_aside(
        line_id=unknown.pk,
        words="Rente van de bank.",
        version=unknown.version,
        by=controller,
        at=now - DAY,
    )


def _lines(advances: list[BudgetRequest], today: date) -> list[str]:
    """A part with a number, a whole without one, interest, somebody unknown, and payments."""
    first, last = advances[0], advances[-1]
    told = [
        (today - 2 * DAY, FUND, FUND_ACCOUNT, first.owed_cents // 2, f"{LETTER} {first} deel 1"),
        (today - 3 * DAY, FUND, FUND_ACCOUNT, last.owed_cents, LETTER),
        (today - 9 * DAY, "Bank", "", 1_250, "Rente"),
        (today - 18 * DAY, "Stichting Hulp in de buurt", OTHER, 15_000, "Bedankt"),
    ]
    paid = BudgetRequest.objects.filter(state=RequestState.PAID).order_by("-paid_at", "-pk")
    for row in paid.exclude(paid_at=None)[:2]:
        if row.paid_at is not None:
            words = f"Factuur {row}"
            told.append((local_day(row.paid_at), "Witgoed en wonen", SHOP, -row.paid_cents, words))
    return [_line(number, *each) for number, each in enumerate(told, start=1)]


def _line(number: int, day: date, name: str, account: str, cents: int, words: str) -> str:
    amount = f"{'-' if cents < 0 else ''}{written(abs(cents))}"
    return ";".join((f"{day:%d-%m-%Y}", name, account, amount, f"D{number}", words))
