"""The joint budget for who sees totals only (GJ-9, S8)."""

from datetime import date

import pytest
from django.urls import reverse

from budgets.joint.totals import Totals, solved
from cases.dossiers.models import Outcome
from tests.budgets.joint.test_known import ended
from tests.factories.cases import MONDAY
from tests.factories.dossiers import FileFactory
from tests.factories.joint import a_line, adopt

pytestmark = pytest.mark.django_db


def totals(plan):
    return Totals(plan.budget)


def shown(cells):
    return {cell.name: cell.cents for cell in cells}


def test_what_few_people_stand_behind_is_hidden_with_what_gives_it_away(plan):
    for partner, fte, cents in (("mee", 900, 70), ("vmca", 1200, 90), ("zorg", 3000, 300)):
        a_line(plan.budget, plan.by, cents=cents, fte=fte, partner=partner)
    a_line(plan.budget, plan.by, "ict", 40, partner="schoor", support="overhead")
    found = totals(plan)
    assert shown(found.per_partner) == {"Mee": None, "Schoor": 40, "Vmca": None, "Zorg": 300}
    assert shown(found.per_kind) == {"Personeel in de teams": 460, "ICT en telefonie": 40}
    assert [cell.share for cell in found.per_support] == [92, 0, 0, 8]
    assert found.total == 500


def test_one_and_a_half_fte_are_two_people_and_never_one(plan):
    a_line(plan.budget, plan.by, cents=70, fte=901)
    a_line(plan.budget, plan.by, cents=30, fte=2000, partner="zorg")
    assert None not in shown(totals(plan).per_partner).values()


def test_with_too_few_people_in_all_there_is_no_total(plan):
    a_line(plan.budget, plan.by, cents=70, fte=150)
    a_line(plan.budget, plan.by, "ict", 40)
    found = totals(plan)
    assert (found.total, shown(found.per_partner)) == (None, {"Mee": None})


def test_a_few_people_in_one_sort_of_support_are_hidden_too(plan):
    a_line(plan.budget, plan.by, cents=700, fte=5000)
    a_line(plan.budget, plan.by, cents=70, fte=100, support="informal")
    found = totals(plan)
    assert shown(found.per_support)["Informeel"] is None
    assert shown(found.per_support)["Formeel"] is None
    assert [cell.share for cell in found.per_support] == [None, None, 0, 0]


def test_questions_count_per_quarter_that_is_over(cast, noord, calendar_data):
    file = FileFactory(team=noord, director=cast.handler)
    for month, outcome, count in (
        (2, Outcome.NETWORK, 8),
        (5, Outcome.NETWORK, 2),
        (8, Outcome.NETWORK, 4),
        (11, Outcome.NETWORK, 20),
        (2, Outcome.FORMAL, 9),
        (2, Outcome.GONE, 30),
    ):
        for _ in range(count):
            ended(file, outcome, MONDAY.replace(month=month, day=2))
    found = dict(solved(2026, MONDAY.date()))
    assert found == {
        "informeel": 10, "deels informeel": None, "formeel": None, "niet opgelost": None,
    }  # fmt: skip
    assert solved(2026, date(2026, 3, 31)) == []


def test_a_draft_is_nobodys_but_of_who_steers_or_checks(plan, as_user):
    a_line(plan.budget, plan.by, fte=2000, source="Kanariebron", note="Kanarienoot")
    url = reverse("joint-totals")
    for name in ("steering_group", "commissioner", "general_manager"):
        page = as_user(getattr(plan.cast, name)).get(url).content.decode()
        assert "nog geen vastgestelde begroting" in page
    adopt(plan.budget, plan.by)
    page = as_user(plan.cast.commissioner).get(url).content.decode()
    assert "80.000,00" in page
    assert "Kanarie" not in page
    assert "regels/" not in page
    assert as_user(plan.cast.commissioner).get(reverse("joint-budget")).status_code == 403


@pytest.mark.parametrize("count", [1, 5])
def test_the_page_costs_the_same_for_one_and_for_five(
    plan, as_user, count, django_assert_num_queries
):
    for number in range(count):
        a_line(plan.budget, plan.by, fte=2000, partner=f"p{number}")
    adopt(plan.budget, plan.by)
    client, url = as_user(plan.cast.steering_group), reverse("joint-totals")
    client.get(url)
    with django_assert_num_queries(10):
        client.get(url)
