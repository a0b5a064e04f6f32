"""The forms of the joint budget."""

import re
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row, Submit
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from budgets.joint.models import (
    CostKind,
    JointBudget,
    LineWish,
    PlannedLine,
    SupportKind,
    decimal,
)
from cases.residents.forms import DayField
from clusters.models import PartnerOrganisation
from common.forms import OnceForm, ParagraphField, only_when_needed
from common.money import MoneyField

MOST_CENTS = 999_999_999
FTE = re.compile(r"(\d{1,4})(?:[,.](\d{1,2}))?", re.ASCII)
SOURCE_LENGTH, NOTE_LENGTH, REASON_LENGTH = 200, 500, 300


class FteField(forms.CharField):
    """A number of fte such as "12,5"; the cleaned value is in hundredths."""

    def clean(self, value: Any) -> Any:
        """Whole hundredths, or None when it was left empty."""
        text = (super().clean(value) or "").strip()
        if not text:
            return None
        found = FTE.fullmatch(text)
        if found is None or not (hundredths := _hundredths(*found.groups())):
            raise ValidationError("Schrijf fte zoals 12,5 of 3.")
        return hundredths

    def prepare_value(self, value: Any) -> Any:
        """What is kept as one writes it; what was typed stays."""
        return decimal(value) if isinstance(value, int) else value


class BeginForm(OnceForm):
    """Which year, and from which lines it begins."""

    use_required_attribute = False

    year = forms.IntegerField(label="Jaar", error_messages={"required": "Vul een jaar in."})
    copy_from = forms.ModelChoiceField(
        JointBudget.objects.all(),
        label="Begin met de regels van",
        empty_label="Geen: begin leeg",
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"year": timezone.localdate().year + 1}
        super().__init__(*args, **kwargs)
        only_when_needed(self.fields["copy_from"])
        self.helper = _helper("submission_key", "year", "copy_from", button="Begroting beginnen")


class AdoptForm(forms.Form):
    """Who decided, and when."""

    use_required_attribute = False

    decision = forms.CharField(
        label="Besluit",
        max_length=SOURCE_LENGTH,
        help_text="Bijvoorbeeld: stuurgroep, punt 4 van de agenda.",
        error_messages={"required": "Vul in welk besluit het is."},
    )
    decided_on = DayField(
        label="Datum van het besluit", error_messages={"required": "Vul een datum in."}
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = _helper("decision", "decided_on", button="Vaststellen")


class LineForm(OnceForm):
    """One planned line; the reason only when the budget was adopted."""

    use_required_attribute = False

    partner = forms.ModelChoiceField(
        PartnerOrganisation.objects.order_by("name"),
        label="Partner",
        empty_label="Kies",
        error_messages={"required": "Kies een partner."},
    )
    kind = forms.ModelChoiceField(
        CostKind.objects.none(),
        label="Kostensoort",
        to_field_name="code",
        empty_label="Kies",
        error_messages={"required": "Kies een kostensoort."},
    )
    support = forms.ChoiceField(
        label="Soort ondersteuning",
        choices=[("", "Kies"), *SupportKind.choices],
        error_messages={"required": "Kies welke ondersteuning het is."},
    )
    amount = MoneyField(
        label="Bedrag per jaar",
        most_cents=MOST_CENTS,
        error_messages={"required": "Vul een bedrag in."},
    )
    fte = FteField(label="Fte", max_length=8, required=False, help_text="Alleen bij personeel.")
    source = forms.CharField(
        label="Waar komt dit bedrag vandaan?",
        max_length=SOURCE_LENGTH,
        help_text="Bijvoorbeeld: besluit van de stuurgroep, of de begroting van de partner.",
        error_messages={"required": "Vul in waar dit bedrag vandaan komt."},
    )
    decided_on = DayField(label="Datum daarvan", error_messages={"required": "Vul een datum in."})
    note = ParagraphField(label="Toelichting", max_length=NOTE_LENGTH, rows=3, required=False)
    reason = forms.CharField(
        label="Waarom verandert dit?",
        max_length=REASON_LENGTH,
        error_messages={"required": "Schrijf kort op waarom dit verandert."},
    )

    def __init__(self, *args: Any, budget: JointBudget, line: PlannedLine | None, **kwargs: Any):
        kwargs["initial"] = _initial(line) if line else {}
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        kinds = CostKind.objects.in_use()
        fields["kind"].queryset = (
            kinds | CostKind.objects.filter(pk=line.kind_id) if line else kinds
        )
        only_when_needed(fields["fte"])
        if not budget.is_adopted:
            del self.fields["reason"]
        last = ["reason"] if budget.is_adopted else []
        top = ("submission_key", Row("partner", "kind"), Row("amount", "fte"), "support")
        button = "Wijziging bewaren" if line else "Regel toevoegen"
        self.helper = _helper(*top, Row("source", "decided_on"), "note", *last, button=button)

    def clean(self) -> dict[str, Any]:
        """As the acts want it."""
        told = super().clean() or {}
        if self.errors:
            return told
        names = ("partner", "kind", "support", "fte", "source", "decided_on", "note")
        wish = LineWish(cents=told["amount"], **{name: told[name] for name in names})
        key = told["submission_key"]
        return {"submission_key": key, "wish": wish, "reason": told.get("reason", "")}


class DropForm(OnceForm):
    """Why a line does not count any more."""

    use_required_attribute = False

    reason = forms.CharField(
        label="Waarom vervalt deze regel?",
        max_length=REASON_LENGTH,
        error_messages={"required": "Schrijf kort op waarom deze regel vervalt."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = _helper("submission_key", "reason", button="Regel laten vervallen")


def _hundredths(whole: str, part: str | None) -> int:
    return int(whole) * 100 + int((part or "").ljust(2, "0"))


def _initial(line: PlannedLine) -> dict[str, Any]:
    names = ("partner", "support", "source", "decided_on", "note")
    facts = {name: getattr(line, name) for name in names}
    facts |= {"kind": line.kind.code, "amount": line.amount_cents, "fte": line.fte_hundredths}
    return facts


def _helper(*rows: Any, button: str) -> FormHelper:
    helper = FormHelper()
    helper.attrs = {"data-warn-unsaved": ""}
    helper.layout = Layout(*rows, Submit("do", button, data_key="Alt+S"))
    return helper
