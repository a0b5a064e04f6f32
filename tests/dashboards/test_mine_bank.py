"""Mijn werk of the controller: what came in and belongs nowhere (BI-11)."""

from django.urls import reverse

from tests.factories.bank import a_line
from tests.factories.budgets import a_pot, lists


def test_the_controller_finds_money_that_belongs_nowhere(
    as_user, cast, monday, django_assert_num_queries
):
    lists()
    a_pot()
    for cents in (1_001, 1_002):
        a_line(cast.controller, cents)
    client = as_user(cast.controller)
    client.get(reverse("home"))
    # session, user, memberships; all work; savepoint, line, release; unread notices
    with django_assert_num_queries(8):
        page = client.get(reverse("home"))

    assert [line.label for line in page.context["lines"]] == ["Bankregel zonder koppeling"] * 2
    assert all(client.get(line.url).status_code == 200 for line in page.context["lines"])
