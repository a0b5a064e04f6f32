"""How a page hands a filled-in form to an act, without losing what was typed (design 9)."""

import uuid
from collections.abc import Callable
from typing import Any, TypeVar

from django import forms

from common.errors import RuleViolation

Result = TypeVar("Result")


def perform(form: forms.Form, act: Callable[..., Result], **fixed: Any) -> Result | None:
    """Call ``act`` with the cleaned answers; a broken rule lands on the form, never on the floor.

    Returns the act's result, or None when the form is not valid or the rule said no.
    """
    if not form.is_valid():
        return None
    try:
        return act(**form.cleaned_data, **fixed)
    except RuleViolation as broken:
        form.add_error(broken.field if broken.field in form.fields else None, str(broken))
        return None


def performed(form: forms.Form, act: Callable[..., Any], **fixed: Any) -> bool:
    """The same, for a page that does not need the result: whether it was done."""
    return perform(form, act, **fixed) is not None


def only_when_needed(field: forms.Field) -> None:
    """Leave "niet verplicht" out: the field is on the screen only when it must be filled in."""
    vars(field)["says_optional"] = False


class ParagraphField(forms.CharField):
    """Text of more than one line; an Enter is one character, as the counter on screen says."""

    def __init__(self, *, rows: int, **options: Any) -> None:
        attrs = {"rows": rows, "data-counter": "", "data-warn-unsaved": ""}
        super().__init__(widget=forms.Textarea(attrs=attrs), **options)

    def to_python(self, value: Any) -> str:
        """The text with one kind of line end, so that its length is what people see."""
        text = super().to_python(value) or ""
        return text.replace("\r\n", "\n").replace("\r", "\n")


class OnceForm(forms.Form):
    """A form whose double submit makes one record: the key travels with it (S31)."""

    submission_key = forms.UUIDField(
        widget=forms.HiddenInput,
        initial=uuid.uuid4,
        error_messages={"required": "Dit formulier is verouderd. Open de pagina opnieuw."},
    )


class DayField(forms.DateField):
    """A date typed as dd-mm-jjjj or picked; the browser sends jjjj-mm-dd."""

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    input_formats = ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"]
    default_error_messages = {"invalid": "Vul een datum in als dd-mm-jjjj."}
