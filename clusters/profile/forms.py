"""The forms of the profile: how many fte of which specialism, from when until when."""

import re
from decimal import Decimal
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms

from clusters.people.models import Specialism
from common.forms import DayField

TYPED = re.compile(r"[0-9]{1,3}([.,][0-9]{1,2})?")


def _helper(button: str, *rows: Any) -> FormHelper:
    helper = FormHelper()
    helper.attrs = {"data-warn-unsaved": ""}
    helper.layout = Layout(*rows, Submit("do", button, data_key="Alt+S"))
    return helper


class FteField(forms.CharField):
    """A number of fte with a comma or a point: 2, 1,5 or 0.75 (TP-1)."""

    default_error_messages = {
        "required": "Vul in hoeveel fte.",
        "invalid": "Vul een getal in zoals 2 of 1,5: nul of meer, met hoogstens twee cijfers "
        "achter de komma.",
    }

    def __init__(self, **options: Any) -> None:
        attrs = {"inputmode": "decimal", "size": 8}
        super().__init__(widget=forms.TextInput(attrs=attrs), max_length=8, **options)

    def clean(self, value: Any) -> Any:
        """The number; raises ValidationError."""
        text = super().clean(value)
        if not TYPED.fullmatch(text):
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return Decimal(text.replace(",", "."))


class WishForm(forms.Form):
    """A specialism, a number and a period (TP-1, TP-3)."""

    use_required_attribute = False

    specialism = forms.ModelChoiceField(
        Specialism.objects.none(),
        label="Specialisme",
        empty_label="Kies een specialisme",
        to_field_name="code",
        error_messages={
            "required": "Kies een specialisme.",
            "invalid_choice": "Kies een specialisme uit de lijst.",
        },
    )
    fte = FteField(
        label="Gewenste fte",
        help_text="Een fte is vijf werkdagen per week. 0 betekent: dit hoeft hier niet.",
    )
    valid_from = DayField(
        label="Vanaf",
        help_text="Wat nu gewenst is, eindigt de dag ervoor.",
        error_messages={"required": "Kies de eerste dag."},
    )
    valid_until = DayField(
        label="Tot en met",
        required=False,
        help_text="Laat dit leeg als de wens blijft gelden. Na een laatste dag is er geen wens.",
    )

    stand = forms.CharField(
        widget=forms.HiddenInput,
        max_length=16,
        error_messages={"required": "Dit formulier is verouderd. Open de pagina opnieuw."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        specialism: Any = self.fields["specialism"]
        specialism.queryset = Specialism.objects.in_use()
        self.helper = _helper(
            "Wens vastleggen", "stand", "specialism", "fte", "valid_from", "valid_until"
        )


class WithdrawForm(forms.Form):
    """It is wished no more; there is nothing to fill in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = _helper("Wens laten vervallen")
