"""The form of handing out: a choice per piece, with who can have it (UD-2, UD-3)."""

import uuid

import pytest

from cases.handout.forms import HandOutForm
from tests.cases.handout.conftest import board

pytestmark = pytest.mark.django_db


def form(busy, noord, **typed):
    found = board(busy.handler, noord)
    sent = {"submission_key": str(uuid.uuid4()), "why": "away"} | typed
    return HandOutForm(sent if typed else None, board=found, proposal=found.proposal())


def test_every_piece_that_can_go_has_a_choice_and_the_rest_says_why(busy, noord):
    rows = {piece.key: field for piece, field in form(busy, noord).rows}
    stays = [key for key, field in rows.items() if field is None]

    assert [key.partition("-")[0] for key in stays] == ["taken"]
    assert len(rows) == 6


def test_the_proposal_is_chosen_beforehand_with_the_load_behind_the_name(busy, cast, noord):
    shown = form(busy, noord)
    field = shown[f"dossiers-{busy.file.pk}"]

    assert field.value() == str(cast.team_worker.pk)
    assert f"{cast.team_worker} (werklast 0)" in str(field)
    assert "Blijft liggen" in str(field)


@pytest.mark.parametrize("typed", ["", "x", "0", "99999999", "1" * 10_000])
def test_nobody_and_nonsense_are_no_choice(busy, noord, typed):
    found = form(busy, noord, **{f"dossiers-{busy.file.pk}": typed})
    assert not found.is_valid()


def test_a_choice_is_the_number_of_a_colleague(busy, cast, noord):
    key = f"dossiers-{busy.file.pk}"
    found = form(busy, noord, **{key: str(cast.team_worker.pk)})

    assert found.is_valid()
    assert found.cleaned_data["chosen"] == {key: cast.team_worker.pk}


def test_what_the_page_showed_and_is_gone_is_said(busy, cast, noord):
    found = form(busy, noord, **{"dossiers-99999999": str(cast.team_worker.pk)})
    assert "intussen veranderd" in str(found.errors)
