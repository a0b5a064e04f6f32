"""How meldingen were triaged: the newest triage counts, and only an advice can be left (ST-8)."""

import pytest

from dashboards.flow.asking import Asked
from dashboards.flow.spans import whole
from dashboards.flow.triages import ADVICES, STANDS, Triages, Which, triages
from tests.factories.cases import MONDAY
from tests.factories.flow import DAY, melding, triage

pytestmark = pytest.mark.usefixtures("monday")
WHICH = [
    Which(),
    *(Which(chosen=code) for code in ADVICES),
    *(Which(stand=code) for code in STANDS),
    *(Which(advice=code, stand=stand) for code in ADVICES for stand in STANDS),
]


def triages_of(person, **params):
    return Triages(Asked.of(person, params, MONDAY.date()))


@pytest.mark.parametrize("per", ["maand", "kwartaal"])
@pytest.mark.parametrize("person", ["team_manager", "general_manager"])
def test_every_number_is_that_of_its_list(cast, city, person, per):
    found = triages_of(getattr(cast, person), per=per)
    spans = [*found.spans.values(), whole(found.spans)]
    ids = found.asked.team_ids

    assert [
        (which, span)
        for which in WHICH
        for span in spans
        if found.count(which, span) != triages(ids, which, span).count()
    ] == []
    assert found.count(Which(stand="anders"), spans[-1]) > 0


def test_done_again_the_newest_counts(cast, noord):
    made = melding(noord, 3)
    triage(made, "team", "sst")
    triage(made, "sst", "sst", at=MONDAY + DAY)
    found = triages_of(cast.team_manager)
    every = whole(found.spans)

    assert found.count(Which(), every) == 1
    assert found.count(Which(chosen="sst"), every) == 1
    assert found.count(Which(stand="anders"), every) == 0


def test_at_the_same_moment_the_last_one_counts(cast, noord):
    made = melding(noord, 3)
    triage(made, "team")
    triage(made, "sst")
    found = triages_of(cast.team_manager)

    assert found.count(Which(), whole(found.spans)) == 1
    assert found.count(Which(chosen="sst"), whole(found.spans)) == 1


def test_without_advice_nothing_was_left_or_followed(cast, noord):
    triage(melding(noord, 3), "team")
    found = triages_of(cast.team_manager)
    every = whole(found.spans)

    assert found.count(Which(chosen="team"), every) == 1
    assert [found.count(Which(stand=stand), every) for stand in STANDS] == [0, 0]


def test_a_melding_counts_when_it_came_in(cast, noord):
    triage(melding(noord, 40), "team")  # of October, triaged this Monday
    found = triages_of(cast.team_manager)

    assert found.count(Which(), found.spans["2026-10"]) == 1
    assert found.count(Which(), found.spans["2026-11"]) == 0


def test_the_counts_are_one_query(cast, city, django_assert_num_queries):
    found = triages_of(cast.general_manager, per="kwartaal")

    with django_assert_num_queries(1):
        for which in WHICH:
            found.count(which, whole(found.spans))
