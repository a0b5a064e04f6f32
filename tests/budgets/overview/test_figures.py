"""What the pages say: how old, how much came back, where it went, how quickly (BUD-6, MB-29)."""

import io
import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from budgets.ledger.models import Entry
from budgets.overview import views
from budgets.overview.ageing import ageing, repaid
from budgets.overview.spending import Spending
from budgets.requests import services
from budgets.requests.models import BudgetPurpose, BudgetRequest
from clusters.models import Cluster
from tests.factories.budgets import DAY, a_pot, ask, from_fund, in_state, wish
from tests.factories.cases import MONDAY
from tests.factories.dossiers import FileFactory

pytestmark = pytest.mark.django_db
TODAY = MONDAY.date()


def pay(budget, cents=10_000, after=timedelta(0), file=None, **own):
    """Asked on Monday and paid so long after."""
    file = file or FileFactory(team=budget.noord, director=budget.cast.handler)
    request = ask(file, budget.cast.handler, cents, **own)
    if request.state == "waiting":
        services.decide_request(
            request_id=request.pk,
            outcome="approve",
            words="",
            by=budget.cast.team_manager,
            at=MONDAY,
        )
    services.pay_request(
        request_id=request.pk, amount=cents, by=budget.cast.controller, at=MONDAY + after
    )
    return request


def spent(budget):
    rows = BudgetRequest.objects.visible_to(budget.cast.general_manager)
    return Spending(rows, MONDAY.year, TODAY)


def numbers(chart):
    return {bar.label: (bar.figure.count, bar.figure.cents, bar.width) for bar in chart.bars}


def test_open_advances_by_age_and_fund_add_up(budget):
    for days, cents in ((-5, 10_000), (0, 20_000), (31, 15_000), (95, 5_000)):
        request = pay(budget, cents, **from_fund())
        BudgetRequest.objects.filter(pk=request.pk).update(expected_on=TODAY - days * DAY)

    found = ageing(BudgetRequest.objects.all(), TODAY)

    (label, cells, whole), *rest = found.lines
    assert (label, rest) == ("Bijzondere bijstand", [])
    assert [cell.count for cell in cells] == [2, 0, 1, 0, 1]
    assert [cell.cents for cell in found.totals] == [30_000, 0, 15_000, 0, 5_000]
    assert (whole.cents, found.whole.cents, found.whole.count) == (50_000, 50_000, 4)
    assert "€\xa0500,00 open" in found.conclusion
    assert found.conclusion.count("€\xa0200,00") == 2
    nothing = ageing(BudgetRequest.objects.none(), TODAY)
    assert (nothing.lines, nothing.conclusion) == ([], "Er staat geen voorschot open.")


def test_what_came_back_is_what_the_ledger_says(budget):
    half, gift = pay(budget, 20_000, **from_fund()), in_state(budget, "denied", cents=30_000)
    for cents in (5_000, 5_000):
        services.register_repayment(
            submission_key=uuid.uuid4(),
            request_id=half.pk,
            amount=cents,
            by=budget.cast.controller,
            at=MONDAY,
        )
    services.settle_advance(
        request_id=gift.pk,
        outcome="gift",
        expected_on=None,
        by=budget.cast.team_manager,
        at=MONDAY,
    )
    pay(budget, 7_000)

    found = repaid(BudgetRequest.objects.all(), MONDAY.year)

    assert (found.lent.count, found.lent.cents) == (2, 50_000)
    assert (found.back, found.open.cents, found.lost, found.share) == (10_000, 10_000, 30_000, 20)
    assert repaid(BudgetRequest.objects.all(), 2020).share is None


def test_where_it_went_in_every_way(budget):
    again = pay(budget, 9_999).file
    pay(budget, 10_000, timedelta(hours=47), file=again)
    pay(budget, 24_999, timedelta(days=2), purpose=BudgetPurpose.objects.get(code="energie"))
    pay(budget, 250_000, timedelta(days=20))
    found = spent(budget)

    purpose, cluster, domain, amount, speed = found.charts()
    assert numbers(purpose)["Huisraad en witgoed"] == (3, 269_999, 100)
    assert numbers(purpose)["Energie en water"] == (1, 24_999, 9)
    assert list(numbers(domain)) == ["Wonen en huishouden", "Geld en administratie"]
    assert [each[0] for each in numbers(amount).values()] == [1, 2, 0, 0, 0, 1]
    assert [each[0] for each in numbers(speed).values()] == [1, 1, 1, 0, 1]
    assert [each[2] for each in numbers(amount).values()] == [50, 100, 0, 0, 0, 50]
    assert amount.conclusion == "3 van de 4 keer was het minder dan €\xa0250."
    assert speed.conclusion == "2 van de 4 keer was er binnen twee dagen betaald."
    assert (found.repeated.count, found.repeated.cents) == (1, 10_000)
    assert found.cents == sum(bar.figure.cents for bar in cluster.bars) == 294_998
    assert spent(budget).conclusion.startswith(f"Uit de potten van {MONDAY.year} is 4 keer")


def test_money_of_a_team_has_no_leefgebied_and_opens_its_list(budget, as_user):
    a_pot(50_000, purpose="team")
    asked = services.request_budget(
        submission_key=uuid.uuid4(),
        file_id=None,
        team_id=budget.noord.pk,
        wish=wish(5_000, purpose=BudgetPurpose.objects.get(code="ggz-team")),
        by=budget.cast.handler,
        at=MONDAY,
    )
    services.decide_request(
        request_id=asked.pk, outcome="approve", words="", by=budget.cast.team_manager, at=MONDAY
    )
    services.pay_request(request_id=asked.pk, amount=5_000, by=budget.cast.controller, at=MONDAY)
    pay(budget)
    bar = next(bar for bar in spent(budget).charts()[2].bars if bar.label == "Geen")
    assert bar.figure.count == 1
    page = as_user(budget.cast.general_manager).get(bar.figure.url)
    assert [row for row, _ in page.context["rows"]] == [asked]


def test_another_year_and_a_year_that_cannot_be_read(budget, as_user):
    pay(budget)
    client = as_user(budget.cast.controller)
    for name in ("budget-advances", "budget-spending"):
        for year, shown in (("2025", 2025), ("abcd", 2026), ("9999", 2026), ("²025", 2026)):
            page = client.get(reverse(name), {"jaar": year})
            assert page.context["year"] == shown


def book_of(page):
    assert page.headers["Content-Type"].endswith("spreadsheetml.sheet")
    return load_workbook(io.BytesIO(page.content))


def test_the_figures_as_a_workbook_have_numbers_and_no_formula(budget, as_user):
    BudgetPurpose.objects.filter(code="huisraad").update(label="=HYPERLINK(1)")
    Cluster.objects.update(name="+cmd|' /C calc'!A0")
    request = pay(budget, 12_345, **from_fund())
    page = as_user(budget.cast.controller).get(reverse("budget-figures-file"))
    book = book_of(page)
    assert book.sheetnames[:3] == ["potten", "open voorschotten", "terugbetaald"]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert book["doel"]["A2"].value == "'=HYPERLINK(1)"
    assert (book["doel"]["C2"].value, book["doel"]["C2"].number_format) == (123.45, "#,##0.00")
    assert str(request.resident.name) not in {str(cell.value) for cell in cells}


def test_the_journal_as_a_workbook_says_what_the_ledger_says(budget, as_user, monkeypatch):
    budget.cast.handler.first_name = "=HYPERLINK(1)"
    budget.cast.handler.save()
    ask(budget.file, budget.cast.handler)
    client, url = as_user(budget.cast.controller), reverse("ledger-export-xlsx")
    rows = list(book_of(client.get(url))["boekingen"].iter_rows(values_only=True))
    amounts = list(Entry.objects.order_by("at", "pk").values_list("amount_cents", flat=True))
    assert [row[7] * 100 for row in rows[1:]] == amounts
    assert rows[2][10].startswith("'=HYPERLINK")
    monkeypatch.setattr(views, "MOST_LINES", 1)
    page = client.get(url, follow=True)
    assert "te veel boekingen voor Excel" in page.content.decode()
