"""Weeks, months and quarters, and codes that say nothing."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from common.weeks import Span
from dashboards.flow.spans import (
    last_months,
    last_quarters,
    said,
    short,
    span_in,
    week_in,
    weeks_to,
    whole,
)


@pytest.mark.parametrize("day", [date(2026, 1, 31), date(2026, 12, 31), date(2028, 2, 29)])
@pytest.mark.parametrize(("spans", "count"), [(last_months, 12), (last_quarters, 8)])
def test_they_join_and_the_last_holds_today(day, spans, count):
    found = list(spans(day).values())

    assert len(found) == count
    assert found[-1].first <= day < found[-1].after
    assert all(one.after == two.first for one, two in pairwise(found))
    assert whole(spans(day)) == Span(found[0].first, found[-1].after)


def test_codes_of_the_months_and_quarters():
    assert list(last_months(date(2026, 2, 3)))[-3:] == ["2025-12", "2026-01", "2026-02"]
    assert list(last_quarters(date(2026, 2, 3)))[-3:] == ["2025-k3", "2025-k4", "2026-k1"]
    assert [short("2025-12"), short("2025-k4")] == ["12-25", "k4 25"]


def test_as_a_sentence_says_them():
    months, quarters = last_months(date(2026, 2, 3)), last_quarters(date(2026, 2, 3))

    assert said("2025-12", months) == "december 2025"
    assert said("2025-k4", quarters) == "kwartaal 4 van 2025"
    assert said("alles", months) == "vanaf 01-03-2025"


@pytest.mark.parametrize("code", ["", "2026-13", "2026-k9", "1999-01", "x", "<script>", "²"])
def test_an_unknown_code_is_the_last_one(code):
    months = last_months(date(2026, 2, 3))

    assert span_in(months, code) == ("2026-02", months["2026-02"])
    assert span_in(months, "alles") == ("alles", whole(months))


@pytest.mark.parametrize("text", ["", "2026-11-24", "2016-01-04", "2026-11-30", "x", "2026-99-99"])
def test_an_unknown_week_is_this_week(text):
    assert week_in(text, date(2026, 11, 25)).first == date(2026, 11, 23)


def test_every_week_of_the_longest_period_is_known():
    day = date(2026, 11, 25)
    mondays = weeks_to(day, 26).mondays()

    assert [week_in(each.isoformat(), day).first for each in mondays] == mondays
    assert len(mondays) == 26
    assert mondays[0] == date(2026, 11, 23) - timedelta(weeks=25)
