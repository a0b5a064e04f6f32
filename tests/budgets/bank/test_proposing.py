"""Which request fits a line, and why, in words (BI-6)."""

import pytest

from budgets.bank.proposing import proposals_for
from budgets.bank.services import match_line
from tests.factories.bank import a_line
from tests.factories.budgets import DAY, in_state
from tests.factories.cases import MONDAY

pytestmark = pytest.mark.django_db


def fitting(bank, line):
    return proposals_for([line], bank.controller)[line.pk]


def test_the_number_wins_whatever_the_amount(bank):
    other = in_state(bank, "open")
    for written in (str(bank.advance), f"mb {bank.advance.pk}", f"Kenmerk:{bank.advance}."):
        first = fitting(bank, a_line(bank.controller, 30_000, words=written))[0]
        assert (first.candidate.request_id, first.is_sure, first.cents) == (
            bank.advance.pk,
            True,
            30_000,
        )
        assert first.why.startswith(f"Het nummer {bank.advance} staat erbij")
    assert other.pk != bank.advance.pk


def test_only_the_amount_is_shown_and_not_ticked(bank):
    (first,) = fitting(bank, a_line(bank.controller, 100_000))
    assert (first.is_sure, first.why) == (False, "Het bedrag is precies wat openstaat.")


def test_amount_and_name_of_the_fund_are_enough_unless_two_fit(bank):
    line = a_line(bank.controller, 100_000, words="BIJZONDERE-bijstand, Almere")
    (first,) = fitting(bank, line)
    assert first.is_sure
    assert "de naam Bijzondere bijstand staat erbij" in first.why
    in_state(bank, "open")
    assert [each.is_sure for each in fitting(bank, line)] == [False, False]


def test_a_day_near_and_an_account_that_paid_before_count(bank):
    near = bank.advance.expected_on - DAY
    line = a_line(bank.controller, 40_000, day=MONDAY.date())
    assert fitting(bank, line) == []
    told = {"request_id": bank.advance.pk, "amount": 40_000, "version": 1}
    match_line(line_id=line.pk, by=bank.controller, at=MONDAY, **told)
    again = a_line(bank.controller, 60_000, day=near)
    (first,) = fitting(bank, again)
    assert first.is_sure
    assert [words in first.why for words in ("hier al op", "is van Bijz", "rond de dag")] == [
        True,
        True,
        True,
    ]


def test_of_too_much_only_what_is_open_is_proposed(bank):
    (first,) = fitting(bank, a_line(bank.controller, 150_000, words=str(bank.advance)))
    assert first.cents == 100_000


def test_nothing_fits_and_nothing_that_is_not_open_is_proposed(bank):
    waiting = in_state(bank, "waiting")
    assert fitting(bank, a_line(bank.controller, 1, words=f"MB-9999999 {waiting}")) == []
    match_line(
        line_id=a_line(bank.controller, 100_000).pk,
        request_id=bank.advance.pk,
        amount=100_000,
        version=1,
        by=bank.controller,
        at=MONDAY,
    )
    assert fitting(bank, a_line(bank.controller, 100_000, words=str(bank.advance))) == []


def test_an_outgoing_line_fits_a_payment_that_nobody_confirmed(bank):
    line = a_line(bank.controller, -100_000)
    (first,) = fitting(bank, line)
    assert (
        first.why
        == "Het bedrag is precies wat is betaald, het is rond de dag waarop het is betaald."
    )
    told = {"request_id": bank.advance.pk, "amount": 100_000, "version": 1}
    match_line(line_id=line.pk, by=bank.controller, at=MONDAY, **told)
    assert fitting(bank, a_line(bank.controller, -100_000)) == []


@pytest.mark.parametrize("count", [1, 5])
def test_a_page_of_lines_costs_three_queries(bank, count, django_assert_num_queries):
    lines = [a_line(bank.controller, sign * 100_000) for sign in (1, -1) for _ in range(count)]
    with django_assert_num_queries(3):
        proposals_for(lines, bank.controller)
