"""The forms of bank lines: the file, a request with an amount, and why a line is set aside."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.core.exceptions import ValidationError

from budgets.bank.models import REASON_LENGTH, BankLine
from budgets.bank.proposing import REFERENCE
from budgets.bank.uploading import FIELD, BankUpload
from budgets.requests.models import BudgetRequest
from clusters.models import User
from common.forms import OnceForm, ParagraphField
from common.money import MoneyField

CHOOSE = "Kies het bestand van de bank."
NO_REQUEST = "Er is geen aanvraag met dit nummer die al is betaald."
MOST_IN_FIELD = 99_999_999


class ImportForm(OnceForm):
    """The file; what is in it is judged by the service."""

    use_required_attribute = False

    bank_file = forms.FileField(
        label="Bankbestand",
        max_length=None,
        help_text="CSV (UTF-8) of CAMT.053 (XML), hooguit 5 MB en 5.000 regels.",
        widget=forms.FileInput(attrs={"accept": ".csv,.xml,text/csv,text/xml,application/xml"}),
        error_messages={"required": CHOOSE, "invalid": CHOOSE, "empty": "Dit bestand is leeg."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.layout = Layout(
            FIELD, "submission_key", Submit("do", "Inlezen", data_key="Alt+S")
        )

    def clean_bank_file(self) -> BankUpload:
        """Only what our own handler closed."""
        file: Any = self.cleaned_data[FIELD]
        if not isinstance(file, BankUpload):
            raise ValidationError(CHOOSE)
        return file


class MatchForm(forms.Form):
    """Which request, and how much of the line; ``version`` is of the line that was looked at."""

    use_required_attribute = False

    request_id = forms.CharField(
        label="Nummer van de aanvraag",
        max_length=20,
        help_text="Bijvoorbeeld MB-0000012.",
        error_messages={"required": "Vul het nummer van de aanvraag in."},
    )
    amount = MoneyField(label="Bedrag", error_messages={"required": "Vul een bedrag in."})
    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)

    def __init__(self, *args: Any, line: BankLine, by: User, **kwargs: Any) -> None:
        first = {"amount": min(line.rest_cents, MOST_IN_FIELD), "version": line.version}
        kwargs["initial"] = first | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        self.by = by
        self.helper = _helper("request_id", "amount", "version", button="Koppelen")

    def clean_request_id(self) -> int:
        """The number of a request that this employee sees."""
        text = self.cleaned_data["request_id"].strip()
        found = REFERENCE.fullmatch(text) or REFERENCE.fullmatch(f"MB{text}")
        rows = BudgetRequest.objects.visible_to(self.by)
        if found is None or not rows.filter(pk=int(found[1])).exists():
            raise ValidationError(NO_REQUEST)
        return int(found[1])


class AsideForm(forms.Form):
    """Why it belongs to no request."""

    use_required_attribute = False

    words = ParagraphField(
        label="Waarom hoort deze regel nergens bij?",
        max_length=REASON_LENGTH,
        rows=3,
        error_messages={"required": "Schrijf kort op waarom."},
    )
    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)

    def __init__(self, *args: Any, line: BankLine, **kwargs: Any) -> None:
        kwargs["initial"] = {"version": line.version}
        super().__init__(*args, **kwargs)
        self.helper = _helper("words", "version", button="Opzij leggen")


def _helper(*rows: Any, button: str) -> FormHelper:
    helper = FormHelper()
    helper.attrs = {"data-warn-unsaved": ""}
    helper.layout = Layout(*rows, Submit("do", button, data_key="Alt+S"))
    return helper
