"""What a form makes of what was typed: nothing lost, and only choices that can be."""

import uuid

import pytest

from cases.matching.forms import ArrivalForm, AskForm, FoundForm, NoneForm, WithdrawForm
from cases.matching.models import Wish
from tests.factories import TeamFactory


def told(person, **own):
    key = {"submission_key": str(uuid.uuid4())}
    return key | {"asked_of": str(person), "words": "Een maatje.", "urgency": "soon"} | own


def choices(file, by):
    return [label for _, label in AskForm(file=file, by=by).fields["asked_of"].choices][1:]


def test_the_form_gives_a_person_and_a_wish(file, cast, mate):
    sent = told(mate.pk, times="woensdag", language="Turks", gender="woman")
    form = AskForm(sent, file=file, by=cast.handler)

    assert form.is_valid(), form.errors
    assert form.cleaned_data["asked_of"] == mate
    assert form.cleaned_data["wish"] == Wish("Een maatje.", "woensdag", "Turks", "woman")


@pytest.mark.parametrize("missing", ["asked_of", "words", "urgency", "submission_key"])
def test_what_must_be_told(file, cast, mate, missing):
    sent = told(mate.pk, **{missing: ""})
    assert list(AskForm(sent, file=file, by=cast.handler).errors) == [missing]


@pytest.mark.parametrize(
    ("own", "fault"),
    [
        ({"words": "x" * 1001}, "words"),
        ({"words": "x" * 10_000}, "words"),
        ({"times": "x" * 201}, "times"),
        ({"language": "x" * 41}, "language"),
        ({"gender": "vos"}, "gender"),
        ({"urgency": "nu"}, "urgency"),
    ],
)
def test_what_cannot_be(file, cast, mate, own, fault):
    assert list(AskForm(told(mate.pk, **own), file=file, by=cast.handler).errors) == [fault]


def test_who_is_near_comes_first_and_oneself_is_no_choice(file, cast, mate, near, far):
    assert choices(file, cast.handler) == [
        f"{mate} (uw team)",
        f"{near} (Team Naast)",
        f"{far} (Team Elders)",
        "Iedereen in cluster Noord",
    ]
    assert choices(file, mate)[0] == f"{near} (Team Naast)"


def test_in_a_cluster_without_staff_one_asks_a_colleague_elsewhere(file, cast, far):
    assert choices(file, cast.handler) == [f"{far} (Team Elders)"]
    sent = told("cluster")
    assert list(AskForm(sent, file=file, by=cast.handler).errors) == ["asked_of"]
    file.team = TeamFactory(cluster=None, kind="city_hall_team")
    assert choices(file, cast.handler) == [f"{far} (Team Elders)"]


def test_somebody_who_does_not_coordinate_is_no_choice(file, cast, mate):
    sent = told(cast.outsider_worker.pk)
    assert list(AskForm(sent, file=file, by=cast.handler).errors) == ["asked_of"]


def test_the_answers():
    assert list(FoundForm({}).errors) == ["matched_with", "first_contact_on"]
    assert list(NoneForm({"reason": "zin"}).errors) == ["reason"]
    assert list(WithdrawForm({"words": " "}).errors) == ["words"]
    assert list(ArrivalForm({}).errors) == ["came"]
    for said, came in (("yes", True), ("no", False)):
        form = ArrivalForm({"came": said})
        assert form.is_valid()
        assert form.cleaned_data["came"] is came


@pytest.mark.parametrize("day", ["ooit", "31-02-2026", "0000-00-00"])
def test_a_day_that_is_none(day):
    sent = {"matched_with": "De Schoor", "first_contact_on": day}
    assert list(FoundForm(sent).errors) == ["first_contact_on"]
