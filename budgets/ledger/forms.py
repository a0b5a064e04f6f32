"""The forms with which a pot is opened, and money moves between pots."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row, Submit
from django import forms
from django.utils import timezone

from budgets.ledger.balances import norm
from budgets.ledger.models import NormCode, Pot, PotPurpose
from clusters.models import Cluster
from common.forms import OnceForm
from common.money import MoneyField

CENTS = 100


class PotForm(OnceForm):
    """Which pot, and with how much."""

    use_required_attribute = False

    year = forms.IntegerField(label="Jaar", error_messages={"required": "Vul een jaar in."})
    purpose = forms.ChoiceField(label="Waarvoor", choices=PotPurpose.choices)
    cluster = forms.ModelChoiceField(
        Cluster.objects.order_by("name"),
        label="Voor wie",
        empty_label="De hele stad",
        required=False,
    )
    amount = MoneyField(
        label="Bedrag voor de hele stad",
        required=False,
        help_text="Een cluster krijgt zijn deel later uit de pot van de stad.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        amount = norm(NormCode.YEAR) * CENTS
        kwargs["initial"] = {"year": timezone.localdate().year, "amount": amount}
        super().__init__(*args, **kwargs)
        fields = ("submission_key", Row("year", "purpose"), "cluster", "amount")
        self.helper = _helper(*fields, button="Pot openen")


class MoveForm(OnceForm):
    """From which pot to which, and how much."""

    use_required_attribute = False

    source = forms.ModelChoiceField(
        Pot.objects.none(), label="Uit", empty_label="Kies", error_messages={"required": "Kies."}
    )
    target = forms.ModelChoiceField(
        Pot.objects.none(), label="Naar", empty_label="Kies", error_messages={"required": "Kies."}
    )
    amount = MoneyField(label="Bedrag", error_messages={"required": "Vul een bedrag in."})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("source", "target"):
            field: Any = self.fields[name]
            field.queryset = Pot.objects.open().select_related("cluster")
        self.helper = _helper("submission_key", "source", "target", "amount", button="Overhevelen")


def _helper(*rows: Any, button: str) -> FormHelper:
    helper = FormHelper()
    helper.attrs = {"data-warn-unsaved": ""}
    helper.layout = Layout(*rows, Submit("do", button, data_key="Alt+S"))
    return helper
