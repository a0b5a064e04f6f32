"""What the forms of tasks take and refuse."""

import uuid
from datetime import timedelta

import pytest

from cases.todos.forms import DropForm, FinishForm, HandForm, MoveForm, TaskForm
from tests.factories.cases import MONDAY

DAY = (MONDAY + timedelta(days=2)).date()


def sent(**own):
    told = {"submission_key": uuid.uuid4(), "words": "Bel.", "due_on": DAY, "ahead": "1"}
    return told | own


def test_only_people_of_the_dossier_can_be_chosen(file, cast, colleague):
    form = TaskForm(sent(owner=cast.handler.pk), file=file)
    assert {person.pk for person in form.fields["owner"].queryset} == {
        cast.handler.pk,
        colleague.pk,
    }
    assert form.is_valid(), form.errors
    assert form.cleaned_data["ahead"] == 1
    form = TaskForm(sent(owner=cast.team_manager.pk), file=file)
    assert form.errors.keys() == {"owner"}


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"words": "x" * 1001}, "words"),
        ({"words": ""}, "words"),
        ({"due_on": "31-02-2026"}, "due_on"),
        ({"due_on": ""}, "due_on"),
        ({"ahead": "3"}, "ahead"),
        ({"owner": ""}, "owner"),
        ({"submission_key": ""}, "submission_key"),
    ],
)
def test_what_a_task_cannot_be(file, cast, wrong, field):
    form = TaskForm(sent(owner=cast.handler.pk) | wrong, file=file)
    assert form.errors.keys() == {field}


def test_a_task_goes_to_somebody_else(task, cast, colleague):
    form = HandForm({"version": 1, "person": cast.handler.pk}, task=task)
    assert form.errors.keys() == {"person"}
    assert HandForm({"version": 1, "person": colleague.pk}, task=task).is_valid()


def test_another_day_and_dropping_need_a_reason_and_done_does_not(task):
    assert MoveForm({"version": 1, "due_on": DAY}, task=task).errors.keys() == {"words"}
    assert DropForm({}).errors.keys() == {"words"}
    assert FinishForm({}).is_valid()
