"""The draft as the administrator types it: rows that move, options line by line."""

import pytest

from cases.callbacks.forms.question_sets import DraftForm, NewSetForm, rearrange
from cases.callbacks.services import QuestionText
from tests.factories import TeamFactory
from tests.factories.question_sets import version_of_every_kind, version_with

pytestmark = pytest.mark.django_db


def sent(*rows, **more):
    """What a browser sends of these rows."""
    data = {"q-TOTAL_FORMS": str(len(rows)), "q-INITIAL_FORMS": "0", "stamp": "", **more}
    for number, row in enumerate(rows):
        filled = {"text": f"Vraag {number}?", "kind": "short", **row}
        data |= {f"q-{number}-{name}": value for name, value in filled.items()}
    return data


def errors_in(form):
    """The errors per row, of rows that have some."""
    form.is_valid()
    found = [{name: list(texts) for name, texts in row.items()} for row in form.rows.errors]
    return {number: texts for number, texts in enumerate(found, start=1) if texts}


def names_of(form):
    return [row["text"].value() for row in form.rows.forms]


def test_what_is_stored_is_shown_and_comes_back_the_same():
    version = version_of_every_kind()

    form = DraftForm.showing(version)
    rows = [
        {name: value for name, value in row.items() if value is not False}
        for row in form.rows.typed()
    ]
    again = DraftForm(sent(*rows, stamp=form["stamp"].value()))

    assert again.is_valid()
    assert again.cleaned_data["stamp"] == version.stamp
    assert [QuestionText(*each.content) for each in version.questions.all()] == again.cleaned_data[
        "questions"
    ]


def test_an_empty_set_shows_one_empty_row():
    assert names_of(DraftForm.showing(version_with(draft=True))) == [None]


def test_a_row_in_which_nothing_was_typed_does_not_count():
    form = DraftForm(sent({"text": "Eén?"}, {"text": "  "}, {"text": "Twee?"}))

    assert form.is_valid()
    assert [each.text for each in form.cleaned_data["questions"]] == ["Eén?", "Twee?"]


def test_all_rows_empty_is_an_empty_draft():
    form = DraftForm(sent({"text": ""}))

    assert form.is_valid()
    assert form.cleaned_data["questions"] == []


def test_a_row_with_anything_in_it_needs_a_question():
    form = DraftForm(sent({"text": "", "help_text": "Alleen uitleg"}, {"text": "", "kind": "long"}))

    assert set(errors_in(form)) == {1, 2}
    assert "text" in errors_in(form)[1]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Huur\nGas", "Huur\nGas"),
        ("\r\n  Huur \r\n\r\n\tGas\r\n\r\n", "Huur\nGas"),
        ('Zij zei: "nee"\nHuur, gas\n\'s Avonds', 'Zij zei: "nee"\nHuur, gas\n\'s Avonds'),
        ("<b>Vet</b>\nA & B", "<b>Vet</b>\nA & B"),
        ("نعم\nلا", "نعم\nلا"),
    ],
)
def test_options_are_one_per_line_without_empty_lines(typed, kept):
    form = DraftForm(sent({"kind": "choice", "options": typed}))

    assert form.is_valid(), form.rows.errors
    assert form.cleaned_data["questions"][0].options == kept


@pytest.mark.parametrize(
    ("row", "field", "words"),
    [
        ({"kind": "choice", "options": ""}, "options", "minstens 2 keuzes"),
        ({"kind": "choice", "options": "Huur\n\n"}, "options", "minstens 2 keuzes"),
        ({"kind": "choice", "options": "Huur\nGas\n HUUR "}, "options", "“HUUR” staat er twee"),
        ({"kind": "choice", "options": "Huur\n" + "x" * 121}, "options", "hoogstens 120"),
        ({"kind": "choice", "options": "Huur\n" * 250}, "options", "1000 tekens"),
        ({"kind": "short", "options": "Huur\nGas"}, "options", "maak dit vak leeg"),
        ({"kind": "number"}, "kind", "geldige keuze"),
        ({"text": "x" * 201}, "text", "200 tekens"),
        ({"text": "x" * 10_000}, "text", "200 tekens"),
        ({"help_text": "x" * 201}, "help_text", "200 tekens"),
        ({"text": "nul\x00byte"}, "text", "Null-tekens"),
    ],
)
def test_what_is_wrong_stands_beside_its_field_and_stays(row, field, words):
    form = DraftForm(sent({"text": "Goed?"}, row))

    errors = errors_in(form)
    assert list(errors) == [2]
    assert words in errors[2][field][0]
    assert form.rows.typed()[1][field] == row[field]


def test_twelve_questions_fit_and_thirteen_are_refused():
    assert DraftForm(sent(*[{}] * 12)).is_valid()

    form = DraftForm(sent(*[{}] * 13))
    assert not form.is_valid()
    assert form.rows.non_form_errors() == ["Een vragenset heeft hoogstens 12 vragen."]
    assert len(names_of(form)) == 13  # what was typed is all there


@pytest.mark.parametrize("rows", ["", "nul", "1000000"])
def test_a_forged_number_of_rows_is_an_error_and_no_work(rows):
    form = DraftForm({"q-TOTAL_FORMS": rows, "q-INITIAL_FORMS": "9"})

    assert not form.is_valid()
    assert len(form.rows.forms) <= 24


# --- buttons beside the rows

THREE = [{"text": "A"}, {"text": "B"}, {"text": "C"}]


@pytest.mark.parametrize(
    ("command", "order", "focus"),
    [
        ("up-2", "BAC", "down-1"),  # at the top there is no way up
        ("up-3", "ACB", "up-2"),
        ("down-1", "BAC", "down-2"),
        ("down-2", "ACB", "up-3"),
        ("remove-1", "BC", "text-1"),
        ("remove-3", "AB", "text-2"),
        ("up-1", "ABC", ""),
        ("down-3", "ABC", ""),
        ("remove-4", "ABC", ""),
        ("remove-0", "ABC", ""),
        ("up-99", "ABC", ""),
        ("sort-1", "ABC", ""),
        ("up", "ABC", ""),
        ("", "ABC", ""),
    ],
)
def test_rows_move_and_go(command, order, focus):
    after = rearrange(THREE, command)

    assert ("".join(row["text"] for row in after.rows), after.focus) == (order, focus)
    assert bool(after.said) == bool(focus)


def test_a_row_is_added_at_the_end_until_there_are_twelve():
    rows = THREE
    for _ in range(12):
        rows = rearrange(rows, "add").rows

    assert (len(rows), rows[:3]) == (12, THREE)
    assert "hoogstens 12" in rearrange(rows, "add").said


def test_the_last_row_that_goes_leaves_an_empty_one():
    assert rearrange([{"text": "A"}], "remove-1").rows == [{}]


def test_rearranging_keeps_every_letter_right_or_wrong():
    wrong = {"text": "x" * 300, "kind": "choice", "options": "Eén\r\nEén", "help_text": " <b> "}
    form = DraftForm(sent({"text": "A"}, {**wrong, "is_required": "on"}, stamp="1-abc"))

    moved = form.rearranged("up-2")

    first = moved.rows.typed()[0]
    assert first == {**wrong, "is_required": True}
    assert (names_of(moved)[1], moved["stamp"].value()) == ("A", "1-abc")
    assert not moved.rows.is_bound  # no errors before somebody saves


def test_the_buttons_of_a_row_are_the_ones_that_do_something():
    form = DraftForm.showing(version_of_every_kind())

    labels = [[label for _, label in row.buttons] for row in form.rows.forms]
    between = ["Omhoog", "Omlaag", "Weghalen"]
    assert labels == [["Omlaag", "Weghalen"], between, between, ["Omhoog", "Weghalen"]]


# --- a new set


def test_a_new_set_is_for_all_teams_or_one_that_calls_back(noord, desk, calendar_data):
    gone = TeamFactory(valid_until="2020-12-31")
    form = NewSetForm()

    teams = set(form.fields["team"].queryset)
    assert noord in teams
    assert not {desk, gone} & teams
    assert not form.fields["team"].required
