"""What the forms take, refuse and hand to the act."""

import uuid

import pytest

from cases.signals.forms import AttemptForm, ClearForm, HandForm, LinkForm, SignalForm
from tests.factories.signals import DAY, TODAY, told

KEY = uuid.UUID(int=7)
RIGHT = {
    "submission_key": KEY,
    "urgency": "soon",
    "worry": "debt",
    "source": "housing",
    "what": "Er ligt een stapel post.",
    "postcode": "1315 aa",
}
pytestmark = pytest.mark.django_db


def test_what_was_told_is_one_thing_and_the_place_another():
    form = SignalForm(RIGHT)
    assert form.is_valid(), form.errors
    own = dict.fromkeys(("whom", "place", "reporter"), "")
    expected = told(source="housing", worry="debt", what="Er ligt een stapel post.", **own)
    assert form.cleaned_data == {
        "submission_key": KEY, "postcode": "1315AA", "neighbourhood": None, "told": expected,
    }  # fmt: skip


def test_four_digits_are_enough_and_nonsense_is_not():
    assert SignalForm(RIGHT | {"postcode": "1315"}).is_valid()
    for text in ("13", "1315 SS", "0315AA", "<script>"):
        assert "postcode" in SignalForm(RIGHT | {"postcode": text}).errors
    assert set(SignalForm({"submission_key": KEY}).errors) == {"urgency", "worry", "source", "what"}


def test_a_code_nobody_knows_is_refused():
    for name in ("urgency", "worry", "source"):
        assert name in SignalForm(RIGHT | {name: "zomaar"}).errors


def test_the_next_attempt_is_five_working_days_on(taken):
    form = AttemptForm(signal=taken)
    assert (form["next_on"].value(), form["version"].value()) == (TODAY + 7 * DAY, 1)
    assert set(AttemptForm({}, signal=taken).errors) >= {"way", "result", "next_on", "version"}


def test_only_other_wijkwerkers_of_the_team_are_offered(taken, cast):
    found = set(HandForm(signal=taken).fields["person"].queryset)
    assert cast.team_worker in found
    assert not found & {cast.handler, cast.team_manager, cast.outsider_worker}


def test_a_ground_and_a_target_are_of_the_list(taken):
    assert "ground" in ClearForm({"version": 1, "ground": "zin in"}, signal=taken).errors
    choices = [("file:1", "Dossier")]
    assert LinkForm({"version": 1, "target": "file:1"}, signal=taken, choices=choices).is_valid()
    assert "target" in LinkForm({"target": "file:2"}, signal=taken, choices=choices).errors
