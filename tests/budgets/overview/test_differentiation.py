"""Money of the teams without a resident: asked, decided, paid and seen apart (GJ-12, GJ-13)."""

import re
import uuid

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.db import transaction
from django.urls import reverse

from budgets.ledger.balances import balances_of
from budgets.overview.differentiation import hours_of
from budgets.requests import services
from budgets.requests.asking_for import OF_FILE, OF_TEAM
from budgets.requests.forms import RequestForm
from budgets.requests.models import BudgetPurpose, BudgetRequest
from clusters.models import Membership
from common.errors import RuleViolation
from tests.factories import MembershipFactory
from tests.factories.budgets import DAY, a_pot, ask, wish
from tests.factories.cases import MONDAY
from tests.factories.waakvlam import WaakvlamContactFactory, WaakvlamFactory

pytestmark = pytest.mark.django_db
FIGURE = re.compile(r'<a href="(/maatwerkbudget/aanvragen/\?[^"]+)">(\d+)</a>')


def ask_for_team(by, team, cents=100_000, code="waakvlam-uren"):
    own = {"purpose": BudgetPurpose.objects.get(code=code)}
    return services.request_budget(
        submission_key=uuid.uuid4(),
        file_id=None,
        team_id=team.pk,
        wish=wish(cents, **own),
        by=by,
        at=MONDAY,
    )


def decide(request, by):
    return services.decide_request(
        request_id=request.pk, outcome="approve", words="", by=by, at=MONDAY
    )


def test_a_team_asks_and_the_money_comes_out_of_its_own_pot(budget):
    cast, team = budget.cast, a_pot(500_000, purpose="team")
    request = ask_for_team(cast.handler, budget.noord)
    assert (request.level, request.state, request.pot) == ("manager", "waiting", team)
    with pytest.raises(PermissionDenied), transaction.atomic():
        decide(request, cast.general_manager)
    decide(request, cast.team_manager)
    services.pay_request(request_id=request.pk, amount=90_000, by=cast.controller, at=MONDAY)

    found = balances_of([team, budget.pot])
    assert (found[team.pk].available, found[team.pk].paid) == (410_000, 90_000)
    assert found[budget.pot.pk].paid == 0
    call_command("check_ledger")


def test_neither_purpose_takes_from_the_other(budget):
    cast = budget.cast
    with pytest.raises(RuleViolation, match="nog geen pot"), transaction.atomic():
        ask_for_team(cast.handler, budget.noord)
    team = a_pot(500_000, purpose="team")
    with pytest.raises(RuleViolation, match="past niet"), transaction.atomic():
        ask_for_team(cast.handler, budget.noord, code="huisraad")
    with pytest.raises(RuleViolation, match="past niet"), transaction.atomic():
        ask(budget.file, cast.handler, purpose=BudgetPurpose.objects.get(code="ggz-team"))
    request = ask_for_team(cast.handler, budget.noord)
    BudgetPurpose.objects.filter(code="waakvlam-uren").update(pot="help")
    assert decide(request, cast.team_manager).pot == team
    dry = ask_for_team(cast.handler, budget.noord, 450_000, code="ggz-team")
    with pytest.raises(RuleViolation, match="niet beschikbaar"), transaction.atomic():
        decide(dry, cast.general_manager)


def test_the_check_finds_a_request_in_the_wrong_pot(budget):
    a_pot(500_000, purpose="team")
    request = ask_for_team(budget.cast.handler, budget.noord)
    BudgetRequest.objects.filter(pk=request.pk).update(pot=budget.pot)
    with pytest.raises(CommandError, match="voor een team uit de pot voor inwoners"):
        call_command("check_ledger")


def test_of_a_team_without_a_manager_the_general_manager_decides(budget):
    a_pot(500_000, purpose="team")
    Membership.objects.filter(user=budget.cast.team_manager).update(valid_until=MONDAY - DAY)
    request = ask_for_team(budget.cast.handler, budget.noord)
    assert request.level == "general"
    assert decide(request, budget.cast.general_manager).state == "approved"


def test_the_form_of_a_team_has_no_resident_in_it(budget):
    form = RequestForm(by=budget.cast.handler, pots=OF_TEAM)
    assert "resident" not in dict(form.fields["debtor"].choices)
    assert "inwoner" not in form.fields["has_conflict"].label
    assert "resident" in dict(
        RequestForm(by=budget.cast.handler, pots=OF_FILE).fields["debtor"].choices
    )


def test_every_figure_opens_its_list_of_teams_only(budget, as_user):
    cast = budget.cast
    a_pot(500_000, purpose="team")
    ask(budget.file, cast.handler, 30_000)
    ask_for_team(cast.handler, budget.noord)
    paid = decide(ask_for_team(cast.handler, budget.noord, 20_000), cast.team_manager)
    services.pay_request(request_id=paid.pk, amount=20_000, by=cast.controller, at=MONDAY)
    for person in ("controller", "team_manager", "general_manager", "handler"):
        client = as_user(getattr(cast, person))
        text = client.get(reverse("budget-differentiation")).content.decode()
        figures = FIGURE.findall(text)
        assert len(figures) == 5
        assert "Maatwerk voor inwoners 2026" not in text
        assert (reverse("budget-new-team") in text) is (person == "handler")
        for url, count in figures:
            page = client.get(url.replace("&amp;", "&"))
            assert len(page.context["rows"]) == int(count), (person, url)


def test_time_of_waakvlam_contacts_of_the_own_teams_or_of_all(budget, as_user):
    cast = budget.cast
    mine, other = WaakvlamFactory(team=budget.noord), WaakvlamFactory()
    WaakvlamContactFactory(waakvlam=mine, quarters=3)
    WaakvlamContactFactory(waakvlam=mine, quarters=None)
    WaakvlamContactFactory(waakvlam=other, quarters=4)
    WaakvlamContactFactory(waakvlam=other, quarters=4, at=MONDAY.replace(year=2025))
    assert hours_of(cast.handler, 2026).written == "0,75"
    both = hours_of(cast.controller, 2026)
    assert (both.contacts, both.written) == (2, "1,75")
    page = as_user(cast.general_manager).get(reverse("budget-differentiation"))
    assert "1,75 uur, bij 2 contacten" in page.content.decode()


@pytest.mark.parametrize("count", [1, 5])
def test_the_page_costs_the_same_for_one_and_for_five(
    budget, as_user, count, django_assert_num_queries
):
    a_pot(5_000_000, purpose="team")
    MembershipFactory(team=budget.noord)
    for _ in range(count):
        request = ask_for_team(budget.cast.handler, budget.noord)
        decide(request, budget.cast.team_manager)
        services.pay_request(request_id=request.pk, amount=5, by=budget.cast.controller, at=MONDAY)
    client, url = as_user(budget.cast.general_manager), reverse("budget-differentiation")
    client.get(url)
    with django_assert_num_queries(12):
        client.get(url)
