"""What the system knows of a year, and how that reads beside the lines (GJ-8, GJ-11)."""

from datetime import date, timedelta

import pytest

from budgets.joint.comparing import Comparison, money_words, people_words, percentages
from budgets.joint.known import DOES_NOT_COUNT, SOLVED, Facts, facts_of, people_on
from budgets.joint.models import SupportKind
from cases.dossiers.models import Outcome
from clusters.models import Role
from dashboards.shares import CLASSES, COUNTED
from tests.budgets.joint.test_services import change, drop
from tests.factories import MembershipFactory
from tests.factories.budgets import a_pot, in_state
from tests.factories.cases import MONDAY
from tests.factories.dossiers import FileFactory, HelpRequestFactory
from tests.factories.joint import TODAY, a_line, a_partner, adopt, line_wish

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def ended(file, outcome, at=MONDAY):
    facts = {"ended_at": at, "ended_by": file.director, "asked_at": min(at, MONDAY)}
    HelpRequestFactory(file=file, outcome=outcome, **facts)


def compared(plan, facts=None):
    versions = plan.budget.lines.for_list()
    plan.budget.refresh_from_db()
    return Comparison(plan.budget, versions, facts or facts_of(2026, TODAY))


def test_people_are_counted_once_per_partner_on_the_day(noord):
    mee, gone = a_partner("mee"), a_partner("gone")
    person = MembershipFactory(organisation=mee, team=noord).user
    MembershipFactory(organisation=mee, team=noord, user=person, role=Role.TEAM_MANAGER)
    MembershipFactory(organisation=mee, team=noord, valid_until=TODAY - DAY)
    MembershipFactory(organisation=mee, team=noord, user__is_active=False)
    MembershipFactory(organisation=mee, role=Role.GENERAL_MANAGER)
    MembershipFactory(organisation=mee, team=noord, user__account_until=TODAY - DAY)
    MembershipFactory(organisation=gone, team=noord)
    type(gone).objects.filter(pk=gone.pk).update(agreement_until=TODAY - DAY)

    assert people_on(TODAY, TODAY) == {mee.pk: 1}
    yesterday = people_on(TODAY - DAY, TODAY)
    assert yesterday == {mee.pk: 4, gone.pk: 1}


def test_the_classes_are_those_of_the_informal_share():
    names = {"informeel": "informeel", "deels informeel": "deels", "formeel": "maatwerk"}
    names["niet opgelost"] = "niet-opgelost"
    assert {names[name]: found for name, found in SOLVED.items()} == {
        name: CLASSES[name] for name in COUNTED
    }
    assert CLASSES["telt-niet"] == DOES_NOT_COUNT


def test_questions_of_the_year_by_how_they_ended(cast, noord, calendar_data):
    file = FileFactory(team=noord, director=cast.handler)
    for outcome in Outcome:
        ended(file, outcome)
    ended(file, Outcome.FORMAL, MONDAY.replace(year=2025))

    found = facts_of(2026, TODAY).ended

    assert found == {"informeel": 5, "deels informeel": 1, "formeel": 1, "niet opgelost": 1}
    assert facts_of(2025, TODAY).day == date(2025, 12, 31)
    assert facts_of(2025, TODAY).ended["formeel"] == 1


def test_of_a_year_that_has_not_begun_nothing_is_known(plan, django_assert_num_queries):
    a_line(plan.budget, plan.by)
    with django_assert_num_queries(0):
        facts = facts_of(2027, TODAY)
    row = compared(plan, facts).rows()[0]
    assert (row.beside.known, row.beside.source) == ("", "Dit jaar begint nog.")


def test_beside_staff_stand_people_and_never_fte(plan):
    mee = a_partner("mee")
    for _ in range(2):
        MembershipFactory(organisation=mee, team=plan.noord)
    a_line(plan.budget, plan.by, fte=150)
    beside = compared(plan).rows()[0].beside
    assert beside.known == "2 medewerkers"
    assert beside.source == "Rollen in teams op 23-11-2026. Uren staan niet in het systeem."
    assert beside.difference == "0,5 minder fte dan mensen: gemiddeld 0,75 fte per persoon"
    a_line(plan.budget, plan.by, fte=50)
    both = [row.beside.difference for row in compared(plan).rows()]
    words = "evenveel fte als mensen: gemiddeld 1 fte per persoon (alle 2 regels samen)"
    assert both == [words, words]


def test_beside_the_maatwerkbudget_stands_the_ledger_per_purpose(plan):
    in_state(plan, "open", 100_000)
    a_pot(500_000, purpose="team")
    a_line(plan.budget, plan.by, "maatwerkbudget", 10_500_000)
    a_line(plan.budget, plan.by, "differentiatie", 400_000)
    a_line(plan.budget, plan.by, "ict", 100)
    found = {row.line.kind.code: row.beside for row in compared(plan).rows()}
    hard = "\N{NO-BREAK SPACE}"
    assert found["maatwerkbudget"].known.replace(hard, " ") == (
        "€ 105.000,00 in de potten, € 1.000,00 uitgegeven of voorgeschoten"
    )
    assert found["maatwerkbudget"].difference == "gelijk aan wat in de potten zit"
    assert found["differentiatie"].difference.replace(hard, " ") == (
        "€ 1.000,00 minder begroot dan in de potten zit"
    )
    assert (found["ict"].known, found["ict"].difference) == ("", "")


def test_what_changed_after_adoption_stands_beside_what_was_adopted(plan):
    first = a_line(plan.budget, plan.by, "ict", 100_000)
    drop(a_line(plan.budget, plan.by, "scholing", 900_000), plan.by)
    assert compared(plan).changed_by() == ""
    adopt(plan.budget, plan.by)
    change(first, plan.by, line_wish("ict", 60_000), "minder laptops")
    a_line(plan.budget, plan.by, "huisvesting", 10_000, reason="inloop erbij")
    found = compared(plan)
    rows = {row.line.kind.code: row for row in found.rows()}
    assert rows["ict"].adopted == first
    assert (rows["huisvesting"].is_new, rows["huisvesting"].adopted) == (True, None)
    assert (found.total, found.adopted_total, len(found.dropped)) == (70_000, 100_000, 1)
    assert found.changed_by().replace("\N{NO-BREAK SPACE}", " ") == "€ 300,00 minder dan"


def test_sums_per_partner_kind_and_support(plan):
    a_line(plan.budget, plan.by, cents=100, fte=250)
    a_line(plan.budget, plan.by, "ict", 200, partner="vmca", support="overhead")
    a_line(plan.budget, plan.by, "vrijwilligers", 300, partner="vmca", support="informal")
    found = compared(plan)
    assert [tuple(row) for row in found.per_partner()] == [("Mee", 100, 250), ("Vmca", 500, 0)]
    assert [(row.cents, row.fte_written) for row in found.per_kind()] == [
        (100, "2,5"),
        (300, ""),
        (200, ""),
    ]
    assert [row[1:] for row in found.support_rows()] == [(100, 17), (300, 50), (0, 0), (200, 33)]


@pytest.mark.parametrize(
    ("parts", "found"),
    [((1, 1, 1, 0), [34, 33, 33, 0]), ((0, 0, 0, 0), [0] * 4), ((2, 1, 0, 0), [67, 33, 0, 0])],
)
def test_percentages_add_up_to_a_hundred(parts, found):
    assert list(percentages(dict(zip(SupportKind, parts, strict=True))).values()) == found


def test_words_of_a_difference():
    assert people_words(1200, 0) == "12 fte begroot en nog niemand met een rol"
    assert people_words(300, 2) == "1 meer fte dan mensen: gemiddeld 1,5 fte per persoon"
    assert money_words(500, 400).startswith("€\N{NO-BREAK SPACE}1,00 meer")
    assert Facts(None, {}, {}, {}).day is None
