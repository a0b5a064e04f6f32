"""For which ages a team knows nobody today (KET-6)."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.liaisons.covering import Coverage, coverage, gaps_of
from tests.factories import TeamFactory
from tests.factories.cases import MONDAY
from tests.factories.liaisons import LiaisonFactory

TODAY, DAY = MONDAY.date(), timedelta(days=1)


@pytest.mark.parametrize(
    ("ranges", "gaps"),
    [
        ([], ((0, 23),)),
        ([(0, 23)], ()),
        ([(0, 120)], ()),
        ([(0, 3), (4, 23)], ()),
        ([(4, 12), (0, 4), (12, 23)], ()),
        ([(0, 18), (2, 5), (19, 23)], ()),
        ([(0, 3), (5, 23)], ((4, 4),)),
        ([(4, 12)], ((0, 3), (13, 23))),
        ([(0, 22)], ((23, 23),)),
        ([(1, 23)], ((0, 0),)),
        ([(24, 60)], ((0, 23),)),
        ([(0, 5), (20, 60)], ((6, 19),)),
    ],
    ids=str,
)
def test_what_ranges_leave_open(ranges, gaps):
    assert gaps_of(ranges) == gaps


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted).map(tuple)))
def test_a_year_is_either_known_or_in_a_gap(ranges):
    known = {year for begin, end in ranges for year in range(begin, end + 1)}
    open_years = [year for begin, end in gaps_of(ranges) for year in range(begin, end + 1)]

    assert open_years == [year for year in range(24) if year not in known]


def test_a_team_counts_its_own_youth_of_today(noord):
    ages = {"age_from": 0, "age_until": 12}
    LiaisonFactory(team=noord, **ages)
    LiaisonFactory(team=noord, kind="jeugdhulp", age_from=13, age_until=17)
    rest = {"age_from": 18, "age_until": 23}
    LiaisonFactory(team=noord, kind="school", **rest)
    LiaisonFactory(team=noord, valid_from=TODAY + DAY, **rest)
    LiaisonFactory(team=noord, valid_from=TODAY - 9 * DAY, valid_until=TODAY - DAY, **rest)
    LiaisonFactory(team=noord)
    LiaisonFactory(**rest)
    TeamFactory(code="dicht", valid_until=TODAY - DAY)

    found = {line.team: line for line in coverage(TODAY)}
    assert found[noord].gaps == ((18, 23),)
    assert found[noord].text == "18 t/m 23 jaar"
    assert all(team.kind == "wijkteam" and team.code != "dicht" for team in found)
    assert [line.gaps for line in coverage(TODAY + DAY, noord.pk)] == [()]
    assert Coverage(noord, ((4, 4),)).text == "4 jaar"
