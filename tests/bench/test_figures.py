"""The arithmetic of the bench: percentiles, ratios and bars."""

import pytest

from bench.__main__ import ORDER
from bench.figures import BARS, Spread, Verdict, percentile, ratio, spread, verdicts


@pytest.mark.parametrize(
    ("share", "expected"),
    [(0.5, 50), (0.95, 95), (0.951, 96), (0.01, 1), (1.0, 100)],
)
def test_percentile_of_one_to_a_hundred_is_the_share(share, expected):
    values = list(range(100, 0, -1))

    assert percentile(values, share) == expected


def test_percentile_of_one_value_is_that_value():
    assert percentile([7.5], 0.95) == 7.5


def test_percentile_of_nothing_is_a_mistake():
    with pytest.raises(ValueError, match="no values"):
        percentile([], 0.5)


def test_spread_counts_its_values():
    assert spread([3.0, 1.0, 2.0]) == Spread(p50=2.0, p95=2.0, count=3, p95_whole=3.0)


def test_spread_takes_the_p95_of_an_ordinary_part_of_the_run():
    part = [float(value) for value in range(1, 21)]

    assert spread(part * 10) == Spread(p50=10.0, p95=19.0, count=200, p95_whole=19.0)


def test_a_burst_in_one_part_does_not_spoil_the_figure():
    part = [float(value) for value in range(1, 21)]

    found = spread([500.0] * 20 + part * 9)

    assert (found.p95, found.p95_whole) == (19.0, 500.0)


def test_ratio_divides_by_the_floor():
    assert ratio(12.0, 4.0) == 3.0


def test_ratio_to_a_floor_of_nothing_is_a_mistake():
    with pytest.raises(ValueError, match="takes time"):
        ratio(1.0, 0.0)


@pytest.mark.parametrize(("value", "holds"), [(1.99, True), (2.0, True), (2.01, False)])
def test_a_verdict_holds_up_to_its_bar(value, holds):
    assert Verdict("page", value, 2.0).holds is holds


def _times(page_ms, floor_ms):
    one = {bar.page: Spread(page_ms, page_ms, 10) for bar in BARS}
    return one | {"F0": Spread(floor_ms, floor_ms, 10), "F1": Spread(floor_ms, floor_ms, 10)}


def test_verdicts_name_every_bar_of_every_page():
    times = {"klein": _times(10.0, 8.0), "groot": _times(15.0, 8.0)}
    found = {
        one.what: one
        for one in verdicts(times, dict.fromkeys([bar.page for bar in BARS], 13), "klein", "groot")
    }

    assert len(found) == 4 * len(BARS)
    assert found["detail / F0, klein"].value == 1.25
    assert found["detail, groei"].value == 1.5
    assert not found["detail, groei"].holds
    assert not found["detail, vragen"].holds
    assert found["worklist / F1, groot"].holds


def test_every_page_with_a_bar_is_visited_and_every_floor_too():
    assert {bar.page for bar in BARS} | {"F0", "F1"} == set(ORDER)


def test_the_bars_are_those_of_the_design():
    assert {(bar.page, bar.floor, bar.times) for bar in BARS} == {
        ("worklist", "F1", 2.0),
        ("detail", "F0", 6.0),
        ("call", "F0", 6.0),
        ("status", "F0", 6.0),
        ("search", "F0", 6.0),
        ("resident", "F0", 6.0),
        ("search-name", "F0", 6.0),
        ("search-address", "F0", 6.0),
        ("search-bsn", "F0", 6.0),
        ("notifications", "F1", 2.0),
        ("notification", "F0", 6.0),
        ("cards", "F0", 6.0),
        ("report", "F0", 6.0),
        ("files", "F1", 2.0),
        ("files-team", "F1", 2.0),
        ("file", "F0", 6.0),
        ("file-lines", "F1", 2.0),
        ("file-lines-last", "F1", 2.0),
        ("file-search", "F0", 6.0),
        ("offers", "F1", 2.0),
        ("offers-search", "F0", 6.0),
        ("home", "F1", 2.0),
        ("plan", "F0", 6.0),
        ("ledger", "F0", 8.0),
        ("ledger-entries", "F1", 2.0),
        ("ledger-ageing", "F1", 2.0),
        ("ledger-statement", "F0", 6.0),
        ("tasks", "F1", 2.0),
        ("documents", "F0", 6.0),
        ("matches", "F1", 2.0),
        ("applications", "F1", 2.0),
        ("applications-hall", "F1", 2.0),
        ("applications-sent", "F1", 2.0),
        ("application", "F0", 6.0),
        ("objections", "F1", 2.0),
        ("objection", "F0", 6.0),
        ("contacts", "F1", 2.0),
        ("dashboard", "F0", 8.0),
        ("desk-dashboard", "F0", 8.0),
        ("dashboard-streams", "F0", 8.0),
        ("dashboard-leads", "F0", 8.0),
        ("dashboard-triages", "F0", 8.0),
        ("dashboard-shares", "F0", 8.0),
        ("flow-list", "F1", 2.0),
        ("desk-charts", "F0", 8.0),
        ("sst-dashboard", "F0", 8.0),
        ("sst-charts", "F0", 8.0),
    }
