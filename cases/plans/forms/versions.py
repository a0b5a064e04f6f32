"""What the forms of a plan share: the version they were opened with, and how they look."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms

WORDS_LENGTH, SHORT_LENGTH, NAME_LENGTH = 2000, 1000, 120


class VersionedForm(forms.Form):
    """A form that knows which text it was opened with (PL-10)."""

    use_required_attribute = False

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    @property
    def is_late(self) -> bool:
        """Whether a colleague was first: what is there now must stand beside it."""
        return self.is_bound and self.has_error("version")

    def know(self, **now: int) -> None:
        """The form came back late; it knows the newest version, which is on the page too."""
        typed: Any = self.data.copy()  # type: ignore[attr-defined]
        for name, number in now.items():
            typed[name] = str(number)
        self.data = typed


def helper(button: str, *rows: Any) -> FormHelper:
    """How every form of a plan looks."""
    made = FormHelper()
    made.attrs = {"data-warn-unsaved": ""}
    made.layout = Layout(*rows, Submit("do", button, data_key="Alt+S"))
    return made
