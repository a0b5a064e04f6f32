"""Money on Mijn werk: urgent on top, with its day, and no name for who only decides or pays."""

import pytest
from django.urls import reverse

from audit.models import AuditSubject
from budgets.requests.models import BudgetRequest
from tests.budgets.conftest import budget
from tests.cases.callbacks.conftest import monday
from tests.factories.budgets import DAY, ask, in_state
from tests.factories.cases import MONDAY

__all__ = ["budget", "monday"]
pytestmark = pytest.mark.django_db


def lines(client):
    page = client.get(reverse("home"))
    return page.context["lines"], page.content.decode()


def test_urgent_stands_above_everything_that_is_late(budget, as_user):
    handler = budget.cast.handler
    late, new = (ask(budget.file, handler, 100_000) for _ in range(2))
    urgent = ask(budget.file, handler, 100_000, is_urgent=True)
    BudgetRequest.objects.filter(pk=late.pk).update(decide_by=MONDAY - 100 * DAY)

    found, page = lines(as_user(budget.cast.team_manager))

    assert [line.reference for line in found] == [str(each) for each in (urgent, late, new)]
    assert "Spoed: te beslissen" in page
    assert found[0].when == "ma 23 november 11:00"


@pytest.mark.parametrize("person", ["team_manager", "general_manager", "controller"])
def test_who_decides_or_pays_reads_no_name_and_the_trail_knows(budget, as_user, person):
    made = [in_state(budget, state) for state in ("waiting", "approved", "denied", "proposed")]
    ask(made[0].file, budget.cast.handler, 900_000)

    found, page = lines(as_user(getattr(budget.cast, person)))

    assert found
    assert not any(each.resident.name in page for each in made)
    looked = AuditSubject.objects.filter(event__code="work.mine_listed")
    assert {row.resident_id for row in looked} == {line.resident.pk for line in found}


def test_who_works_in_the_dossier_reads_whose_advance_it_is(budget, as_user):
    request = in_state(budget, "open")
    BudgetRequest.objects.filter(pk=request.pk).update(expected_on=MONDAY.date() - DAY)

    found, page = lines(as_user(budget.cast.handler))

    assert [line.label for line in found] == ["Voorschot: navragen"]
    assert request.resident.name in page
    assert "1 dag te laat" in page
    assert found[0].status == "€\xa01.000,00 open, bijzondere bijstand"


def test_the_home_of_who_pays_costs_the_same_for_one_and_for_five(
    budget, as_user, django_assert_num_queries
):
    client = as_user(budget.cast.controller)
    for count in (1, 4):
        for _ in range(count):
            in_state(budget, "approved")
        client.get(reverse("home"))
        # session, user, memberships; all work; savepoint, line, residents, release; notices
        with django_assert_num_queries(9):
            client.get(reverse("home"))
