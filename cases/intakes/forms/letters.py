"""How the confirmation goes out."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms

from cases.intakes.models import LetterWay


class LetterForm(forms.Form):
    """The way, and the stamp of the letter on the screen."""

    use_required_attribute = False

    way = forms.ChoiceField(
        label="Hoe krijgt de inwoner de brief?",
        choices=LetterWay.choices,
        widget=forms.RadioSelect,
    )
    stamp = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.layout = Layout("stamp", "way", Submit("save", "Brief vastleggen"))

    def show_stamp(self, stamp: str) -> None:
        """From now on this form knows the letter that stands below it."""
        if not self.is_bound:
            self.initial["stamp"] = stamp
            return
        typed: Any = dict(self.data.items())
        self.data = typed | {self.add_prefix("stamp"): stamp}
