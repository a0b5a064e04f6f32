"""What the bench makes of an aanvraag opens in the application, and lies on the right desk."""

import pytest

from bench.decisions import (
    ASKED,
    HALL_SHARE,
    LETTER,
    MINE,
    OF_HALL,
    OF_TEAM,
    OPEN_ONES,
    WHY,
    Asked,
    Desks,
    Melding,
    rows_of,
)
from bench.objections import RUNNING, SHARE
from bench.objections import WHY as OBJECTED
from cases.demo.bulk import columns
from cases.models import Application, Decision, Objection, Provision, TermPause
from tests.factories.cases import MONDAY

DESKS = Desks(worker=1, team=2, hall=3, decider=4, product=5, provider=6)
MELDING = Melding(notification=7, resident=8, team=9, handler=10, at=MONDAY, file=11)
SENT = OPEN_ONES + HALL_SHARE  # by the Stadhuis, with a pause


def made(number):
    """Objects per table, each opened with the key of the aanvraag."""
    found = {}
    for table, facts in rows_of(Asked(number, MELDING, DESKS, MONDAY.date())):
        assert set(facts) == set(columns(table))
        found.setdefault(table, []).append(table(**facts))
    sealed = (Decision, TermPause, Objection)
    for row in (row for table in sealed for row in found.get(table, [])):
        row.application = found[Application][0]
    return found


@pytest.mark.parametrize(
    ("number", "desk", "handler"),
    [
        (MINE, DESKS.team, DESKS.worker),
        (OF_TEAM - 1, DESKS.team, None),
        (OF_HALL - 1, DESKS.hall, DESKS.decider),
        (OPEN_ONES, MELDING.team, None),
        (SENT, DESKS.hall, DESKS.decider),
        (SENT + 1, MELDING.team, MELDING.handler),
    ],
)
def test_an_aanvraag_lies_on_a_desk(number, desk, handler):
    (application,) = made(number)[Application]

    assert (application.desk_id, application.handler_id) == (desk, handler)
    assert application.is_running is (number <= OPEN_ONES)


@pytest.mark.parametrize("number", [MINE, SENT])
def test_a_decision_opens(number):
    found = made(number)

    (decision,) = found[Decision]
    assert decision.motivation == WHY
    assert decision.frozen == (LETTER if number == SENT else None)
    assert decision.is_taken is (number == SENT)
    assert {line.decision_id for line in found[Provision]} == {decision.pk}
    assert [pause.words for pause in found[TermPause]] == [ASKED]


def test_of_what_others_must_still_decide_nothing_was_written():
    assert set(made(OF_TEAM - 1)) == {Application}


@pytest.mark.parametrize(
    ("place", "outcome"),
    [(1, ""), (RUNNING, ""), (RUNNING + SHARE, "rejected"), (RUNNING + 1, None)],
)
def test_the_newest_decisions_are_objected_to_and_a_share_of_the_others(place, outcome):
    found = made(OPEN_ONES + place).get(Objection, [])

    assert [row.outcome for row in found] == ([] if outcome is None else [outcome])
    assert all(row.opened("content") == OBJECTED for row in found)
    assert all(row.due_at.date() > row.received_on for row in found)
