"""From form to act: the answers go in, a broken rule comes back beside the field."""

import uuid

from django import forms

from common.errors import RuleViolation
from common.forms import OnceForm, ParagraphField, perform


class NameForm(forms.Form):
    name = forms.CharField(max_length=20)


def greet(*, name, by):
    return f"{by} groet {name}"


def test_perform_hands_the_cleaned_answers_to_the_act():
    assert perform(NameForm({"name": " Kim "}), greet, by="Bo") == "Bo groet Kim"


def test_perform_does_not_act_on_an_invalid_form():
    def never(**answers):
        raise AssertionError("acted")

    form = NameForm({"name": ""})

    assert perform(form, never) is None
    assert "name" in form.errors


def test_a_broken_rule_lands_at_its_field_and_the_text_stays():
    def refuse(*, name):
        raise RuleViolation("Deze naam kan niet.", field="name")

    form = NameForm({"name": "Kim"})

    assert perform(form, refuse) is None
    assert form.errors == {"name": ["Deze naam kan niet."]}
    assert form["name"].value() == "Kim"


def test_a_broken_rule_about_no_field_of_this_form_lands_on_the_form():
    def refuse(*, name):
        raise RuleViolation("Dit kan nu niet.", field="something_else")

    form = NameForm({"name": "Kim"})

    assert perform(form, refuse) is None
    assert form.non_field_errors() == ["Dit kan nu niet."]


def test_every_opened_form_has_a_key_of_its_own():
    first, second = OnceForm(), OnceForm()

    assert uuid.UUID(first["submission_key"].value())
    assert first["submission_key"].value() != second["submission_key"].value()


def test_a_form_without_its_key_says_what_to_do():
    assert OnceForm({"submission_key": ""}).errors == {
        "submission_key": ["Dit formulier is verouderd. Open de pagina opnieuw."]
    }


def test_an_enter_counts_as_one_character_as_the_counter_on_screen_says():
    field = ParagraphField(rows=3, max_length=5)

    assert field.clean("ab\r\ncd") == "ab\ncd"
    assert field.clean("ab\rcd") == "ab\ncd"
