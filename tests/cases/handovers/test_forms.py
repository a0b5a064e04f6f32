"""What a form makes of what was typed: nothing lost, and only choices that can be."""

import uuid

import pytest

from cases.handovers.forms import AcceptForm, OfferForm, RefuseForm
from cases.handovers.manifest import open_items
from cases.handovers.models import Offer, WarmTalk
from tests.factories import TeamFactory
from tests.factories.cases import MONDAY
from tests.factories.handovers import HandoverFactory
from tests.factories.todos import TaskFactory

TODAY = MONDAY.date()
WORDS = {"why": "Te zwaar.", "summary": "Schulden.", "told": "Zij wil het."}


def told(team, **own):
    key = {"submission_key": str(uuid.uuid4()), "version": "0"}
    facts = {"to_team": str(team.pk), "expertise": "debt", "urgency": "soon", "agreed": "resident"}
    return key | facts | WORDS | own


def test_the_form_gives_one_draft(file, sst):
    form = OfferForm(told(sst.team), file=file)

    assert form.is_valid(), form.errors
    draft = form.cleaned_data["draft"]
    assert (draft.to_team, draft.expertise, draft.urgency) == (sst.team, "debt", "soon")
    assert draft.offer == Offer("Schulden.", "Te zwaar.", "Zij wil het.")


@pytest.mark.parametrize("missing", ["to_team", "urgency", "agreed", "why", "summary", "told"])
def test_what_must_be_told(file, sst, missing):
    form = OfferForm(told(sst.team, **{missing: ""}), file=file)
    assert list(form.errors) == [missing]


def test_no_team_without_people_and_no_book(file, sst):
    empty = TeamFactory(code="leeg")
    assert list(OfferForm(told(empty), file=file).errors) == ["to_team"]
    assert list(OfferForm(told(file.team), file=file).errors) == ["to_team"]
    assert list(OfferForm(told(sst.team, summary="x" * 10_000), file=file).errors) == ["summary"]


def test_a_concept_comes_back_as_it_was(file, sst):
    draft = HandoverFactory(file=file, to_team=sst.team, draft=True, words="Half af")
    form = OfferForm(file=file, draft=draft)
    assert (form.initial["summary"], form.initial["version"]) == ("Half af", 1)


def test_accepting_asks_about_everything_open(file, cast, sst):
    task = TaskFactory(file=file, owner=cast.handler)
    handover = HandoverFactory(file=file, to_team=sst.team)
    items = open_items(file, sst.team, TODAY)
    sent = {"director": str(sst.bo.pk), "on": "23-11-2026", "people": "Wij", "promised": "Bellen"}
    sent |= {"version": "1", "with_resident": "on"}
    form = AcceptForm(sent, handover=handover, items=items, by=sst.ada)
    assert f"item-task:{task.pk}" in form.errors
    chosen = {f"item-{item.key}": "along" for item in items}

    form = AcceptForm(sent | chosen, handover=handover, items=items, by=sst.ada)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["talk"] == WarmTalk(TODAY, "Wij", "Bellen", with_resident=True)
    assert form.cleaned_data["chosen"][f"task:{task.pk}"] == "along"
    wrong = sent | chosen | {"director": str(cast.handler.pk)}
    assert list(AcceptForm(wrong, handover=handover, items=items, by=sst.ada).errors) == [
        "director"
    ]


def test_a_label_says_nothing_of_the_dossier(file, cast, sst):
    TaskFactory(file=file, owner=cast.handler, words="Kanarie in de taak")
    labels = [item.label for item in open_items(file, sst.team, TODAY)]
    assert "Kanarie" not in "".join(labels)


def test_refusing_needs_a_reason_and_words():
    assert set(RefuseForm({"reason": "nee"}).errors) == {"reason", "words"}
