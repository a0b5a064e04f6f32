"""The maatwerkbudget in totals: quarters that are over, ten or more, never mixed (GJ-10, GJ-12)."""

import uuid
from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse

from budgets.ledger.models import AccountKind, EntryKind
from budgets.ledger.services import Posting, post_entry, reverse_entry
from budgets.overview.summary import rounded, summary
from budgets.requests.models import BudgetPurpose, BudgetRequest
from tests.factories.budgets import a_pot, ask, lists

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]
A, K = AccountKind, EntryKind
END = date(2027, 1, 1)
DAY = timedelta(days=1)


def day(month):
    return datetime(2026, month, 10, 12, tzinfo=UTC)


def post(pot, kind, accounts, cents, reference, at):
    posting = Posting(pot.pk, kind, *accounts, cents, uuid.uuid4(), reference)
    return post_entry(posting=posting, by=None, at=at)


def paid(pot, month, count, cents=20_000, to=A.PAID):
    """So many requests that were granted and paid in a month."""
    found = [uuid.uuid4() for _ in range(count)]
    for reference in found:
        post(pot, K.RESERVE, (A.RESERVED, A.AVAILABLE), cents, reference, day(month))
        post(pot, K.PAY, (to, A.RESERVED), cents, reference, day(month))
    return found


def rows(purpose="Maatwerk voor inwoners", year=2026, today=END):
    found = next(each for each in summary(year, today) if each.name == purpose)
    return [(row.granted, row.paid, row.repaid, row.open) for row in found.rows]


def test_a_quarter_of_fewer_than_ten_waits_for_the_next(db):
    pot = a_pot()
    for month, count in ((1, 12), (4, 9), (7, 1), (10, 3)):
        paid(pot, month, count)
    assert [row[:2] for row in rows()] == [
        (240_000, 240_000),
        (None, None),
        (200_000, 200_000),
        (None, None),
    ]


def test_the_running_quarter_is_not_there_and_what_was_shown_stays(db):
    pot = a_pot()
    paid(pot, 1, 12)
    seen = rows(today=date(2026, 4, 1))
    paid(pot, 4, 1)
    assert rows(today=date(2026, 6, 30)) == seen
    assert rows(today=date(2026, 7, 1))[:1] == seen
    assert rows(today=date(2026, 3, 31)) == []


def test_advances_come_back_and_stand_open(db):
    pot = a_pot()
    before = paid(pot, 1, 20, to=A.RECEIVABLE)
    for reference in before[:11]:
        post(pot, K.REPAY, (A.AVAILABLE, A.RECEIVABLE), 10_000, reference, day(5))
    for reference in before[:11]:
        post(pot, K.REPAY, (A.AVAILABLE, A.RECEIVABLE), 10_000, reference, day(8))
    first, second, third, fourth = rows()
    assert first[2:] == (None, 400_000)
    assert second[2:] == (110_000, 290_000)
    assert third[2:] == (110_000, None)
    assert fourth[2:] == (None, None)


def test_what_stands_open_goes_with_it_to_the_next_year(db):
    pot = a_pot()
    paid(pot, 10, 10, to=A.RECEIVABLE)
    assert [row[3] for row in rows(year=2027, today=date(2027, 4, 1))] == [200_000]


def test_a_payment_that_bounced_counts_against_it(db):
    pot = a_pot()
    ten = paid(pot, 1, 11)
    entry = pot.entries.get(reference=ten[0], kind=K.PAY)
    reverse_entry(entry_id=entry.pk, key=uuid.uuid4(), by=None, at=day(2))
    assert rows()[0][:2] == (220_000, 200_000)
    assert pot.entries.filter(kind=K.REVERSE).count() == 1


def test_an_advance_that_becomes_a_gift_is_not_paid_twice(db):
    pot = a_pot()
    for reference in paid(pot, 1, 12, to=A.RECEIVABLE):
        post(pot, K.GIFT, (A.PAID, A.RECEIVABLE), 20_000, reference, day(5))
    assert rows()[1] == (None, None, None, None)


def test_the_two_purposes_are_never_added_up(db):
    paid(a_pot(), 1, 10, cents=10_000)
    paid(a_pot(5_000_000, purpose="team"), 1, 10, cents=30_000)
    assert rows()[0][1] == 100_000
    assert rows("Differentiatie van de teams")[0][1] == 300_000
    assert [each.budget for each in summary(2026, END)] == [10_500_000, 5_000_000]


def test_what_was_paid_for_what_comes_after_the_year_and_hides_a_crowd(budget):
    lists()
    handler = budget.cast.handler
    for code, count in (("huisraad", 14), ("energie", 11), ("vervoer", 2)):
        purpose = BudgetPurpose.objects.get(code=code)
        for reference in paid(budget.pot, 1, count):
            request = ask(budget.file, handler, 1, purpose=purpose)
            BudgetRequest.objects.filter(pk=request.pk).update(uuid=reference)
    found = summary(2026, END)[0]
    assert found.paid_for == [
        ("Huisraad en witgoed", 280_000),
        ("Energie en water", None),
        ("Vervoer", None),
    ]
    assert summary(2026, END - DAY)[0].paid_for == []


@pytest.mark.parametrize(("cents", "found"), [(4_999, 0), (5_000, 10_000), (14_999, 10_000)])
def test_amounts_are_whole_hundreds(cents, found):
    assert rounded(cents) == found


@pytest.mark.parametrize("count", [1, 20])
def test_the_page_costs_the_same_and_leads_nowhere(cast, as_user, count, django_assert_num_queries):
    pot = a_pot()
    for month in (1, 4, 7):
        paid(pot, month, count)
    client, url = as_user(cast.commissioner), reverse("budget-totals")
    client.get(url)
    with django_assert_num_queries(QUERIES):
        page = client.get(url).content.decode()
    assert "aanvragen/" not in page
    assert ("minder dan 10" in page) or count > 1
    assert client.get(f"{url}?jaar=x").status_code == 200


QUERIES = 10
