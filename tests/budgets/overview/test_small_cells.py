"""Which numbers are too small to show, and what follows from the rest (GJ-9, GJ-10, S8)."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from budgets.overview.quarters import Quarter, finished_quarters
from budgets.overview.small_cells import SMALLEST, batches, hidden, hides_total

COUNTS = st.lists(st.integers(0, 40), max_size=8)
BUSY = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        ({"a": 40, "b": 12, "c": 10}, set()),
        ({"a": 40, "b": 12, "c": 9}, {"b", "c"}),
        ({"a": 40, "b": 12, "c": 6, "d": 6}, {"c", "d"}),
        ({"a": 40, "b": 12, "c": 1, "d": 1}, {"b", "c", "d"}),
        ({"a": 40, "b": 0, "c": 0}, set()),
        ({}, set()),
    ],
)
def test_what_is_hidden_cannot_be_subtracted(counts, found):
    assert hidden(counts) == found
    assert not hides_total(counts)


def test_without_a_crowd_the_total_goes_too():
    for counts in ({"a": 9}, {"a": 4, "b": 5}, {"a": 9, "b": 0}):
        assert hides_total(counts), counts


@BUSY
@given(COUNTS)
def test_no_cell_below_ten_is_shown_or_follows_from_the_total(found):
    counts = dict(enumerate(found))
    unseen = hidden(counts)
    assert all(not 0 < counts[key] < SMALLEST for key in counts if key not in unseen)
    if unseen and not hides_total(counts):
        assert len(unseen) > 1
        assert sum(counts[key] for key in unseen) >= SMALLEST


@BUSY
@given(st.lists(st.integers(0, 25), max_size=8))
def test_what_was_shown_of_a_period_stays_and_grows_by_ten_or_more(counts):
    shown = batches(counts, sum)
    assert all(batch is None or sum(batch) >= SMALLEST for batch in shown)
    kept = [each for batch in shown if batch for each in batch]
    assert kept == counts[: len(kept)]
    for until in range(len(counts)):
        assert batches(counts[:until], sum) == shown[:until]


def test_a_quarter_counts_when_it_is_over():
    assert [str(each) for each in finished_quarters(2026, date(2026, 9, 30))] == [
        "1e kwartaal",
        "2e kwartaal",
    ]
    assert len(finished_quarters(2026, date(2026, 10, 1))) == 3
    assert len(finished_quarters(2026, date(2027, 1, 1))) == 4
    assert finished_quarters(2027, date(2026, 10, 1)) == []
    assert (Quarter(2026, 4).first, Quarter(2026, 4).after) == (date(2026, 10, 1), date(2027, 1, 1))
