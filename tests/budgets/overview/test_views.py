"""Each figure of the overview opens a list that counts the same (BUD-6)."""

import csv
import io
import re

import pytest
from django.urls import reverse

from budgets.requests.models import BudgetRequest
from budgets.requests.selecting import AGES, of_age
from tests.factories.budgets import DAY, ask, in_state
from tests.factories.cases import MONDAY

pytestmark = pytest.mark.django_db
PAGES = ("overview", "advances", "spending")
FIGURE = re.compile(r'<a href="(/maatwerkbudget/aanvragen/\?[^"]+)">(\d+)</a>')


def test_every_figure_opens_its_list(budget, as_user):
    ask(budget.file, budget.cast.handler)
    for state in ("waiting", "approved", "open", "denied", "proposed", "paid"):
        in_state(budget, state)
    late = in_state(budget, "open")
    BudgetRequest.objects.filter(pk=late.pk).update(expected_on=MONDAY.date() - 31 * DAY)
    for person in ("controller", "team_manager", "general_manager", "handler"):
        client = as_user(getattr(budget.cast, person))
        pages = [client.get(reverse(f"budget-{name}")) for name in PAGES]
        figures = [each for page in pages for each in FIGURE.findall(page.content.decode())]
        assert len(figures) >= 16
        for url, count in figures:
            page = client.get(url.replace("&amp;", "&"))
            assert len(page.context["rows"]) == int(count), (person, url)


def test_a_day_is_in_one_class_of_lateness(budget):
    request = in_state(budget, "open")
    row = BudgetRequest.objects.filter(pk=request.pk)
    today = MONDAY.date()
    for days, age in (
        (-1, 0),
        (0, 0),
        (1, 1),
        (29, 1),
        (30, 2),
        (59, 2),
        (60, 3),
        (90, 4),
        (400, 4),
    ):
        row.update(expected_on=today - days * DAY)
        found = [
            number for number in range(len(AGES)) if row.filter(of_age(number, today)).exists()
        ]
        assert found == [age], days


def test_a_choice_that_cannot_be_read_is_no_fault(budget, as_user):
    client = as_user(budget.cast.handler)
    for query in ("pot=x", f"pot={'9' * 40}", "ouderdom=9", "selectie=x", "van=' OR 1", "jaar=²"):
        assert client.get(f"{reverse('budget-list')}?{query}").status_code == 200


@pytest.mark.parametrize("count", [1, 20])
def test_the_pages_cost_the_same_for_one_and_for_many(
    budget, as_user, count, django_assert_num_queries
):
    for _ in range(count):
        in_state(budget, "open")
    client = as_user(budget.cast.controller)
    # session, user, memberships; savepoint, line, release; notices; and those of the page
    for name, queries in (("overview", 9), ("advances", 10), ("spending", 9)):
        url = reverse(f"budget-{name}")
        client.get(url)
        with django_assert_num_queries(queries):
            client.get(url)


def test_the_journal_as_a_file_has_no_formula_and_no_name_of_a_resident(budget, as_user):
    budget.cast.handler.first_name = "=HYPERLINK(1)"
    budget.cast.handler.save()
    request = ask(budget.file, budget.cast.handler)
    page = as_user(budget.cast.controller).get(reverse("ledger-export"))
    rows = list(csv.reader(io.StringIO(page.content.decode("utf-8-sig")), delimiter=";"))
    assert (len(rows), rows[2][4], rows[2][7]) == (3, "Gereserveerd", "100,00")
    assert rows[2][8] == str(request.uuid)
    assert rows[2][10].startswith("'=HYPERLINK")
    assert budget.file.resident.name not in page.content.decode()
