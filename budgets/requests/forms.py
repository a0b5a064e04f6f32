"""The forms of requests: one screen to ask, one to decide, and one per step after that."""

from collections.abc import Collection
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Row, Submit
from django import forms
from django.core.exceptions import ValidationError
from stdnum import iban as account_number
from stdnum.exceptions import ValidationError as NumberError

from budgets.ledger.models import PotPurpose
from budgets.requests.asking_for import OF_TEAM
from budgets.requests.models import (
    BudgetPurpose,
    BudgetWish,
    Debtor,
    Fund,
    HelpForm,
    Method,
    Payee,
    Return,
)
from budgets.requests.services.advancing import SETTLEMENTS
from budgets.requests.services.deciding import OUTCOMES, PASS_UP
from cases.residents.forms import DayField
from clusters.models import Team, User
from common.forms import OnceForm, ParagraphField, only_when_needed
from common.money import MoneyField

WORDS_LENGTH, REASON_LENGTH, NAME_LENGTH = 2000, 500, 120
AMOUNT = {"required": "Vul een bedrag in."}
DEBTORS = [("", "Kies"), *[each for each in Debtor.choices if each[0] != Debtor.NONE]]


class IbanField(forms.CharField):
    """An account number of any country, without spaces."""

    def clean(self, value: Any) -> Any:
        """The number as it is kept, or empty."""
        text = super().clean(value)
        try:
            return account_number.validate(text) if text else ""
        except NumberError:
            raise ValidationError("Dit is geen geldig rekeningnummer (IBAN).") from None


class RequestForm(OnceForm):
    """Everything one needs to ask, in one screen (BUD-2)."""

    use_required_attribute = False

    team = forms.ModelChoiceField(Team.objects.none(), label="Team", empty_label=None)
    purpose = forms.ModelChoiceField(
        BudgetPurpose.objects.none(),
        label="Waarvoor",
        to_field_name="code",
        empty_label="Kies",
        error_messages={"required": "Kies waarvoor het is."},
    )
    amount = MoneyField(label="Bedrag", error_messages=AMOUNT)
    is_urgent = forms.BooleanField(label="Spoed: het is vandaag nodig", required=False)
    why = ParagraphField(
        label="Waarom helpt dit?",
        max_length=WORDS_LENGTH,
        rows=4,
        error_messages={"required": "Schrijf op waarom dit helpt."},
    )
    tried = forms.ModelMultipleChoiceField(
        Fund.objects.none(),
        label="Welke voorliggende fondsen zijn geprobeerd?",
        to_field_name="code",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    form = forms.ChoiceField(
        label="Gift of voorschot",
        choices=HelpForm.choices,
        widget=forms.RadioSelect,
        initial=HelpForm.GIFT,
    )
    debtor = forms.ChoiceField(label="Wie betaalt terug?", choices=DEBTORS, required=False)
    fund = forms.ModelChoiceField(
        Fund.objects.none(),
        label="Welk fonds?",
        to_field_name="code",
        empty_label="Kies",
        required=False,
    )
    debtor_name = forms.CharField(
        label="Welke organisatie?", max_length=NAME_LENGTH, required=False
    )
    expected_on = DayField(label="Terug verwacht op", required=False)
    method = forms.ChoiceField(label="Hoe wordt betaald?", choices=Method.choices)
    payee = forms.CharField(
        label="Aan wie?",
        max_length=NAME_LENGTH,
        error_messages={"required": "Vul in wie het geld krijgt."},
    )
    iban = IbanField(
        label="Rekeningnummer (IBAN)",
        max_length=42,
        required=False,
        help_text="Niet nodig bij de betaalpas.",
    )
    has_conflict = forms.BooleanField(
        label="Ik ken de inwoner of de ontvanger persoonlijk",
        required=False,
        help_text="Dan beslist de algemeen manager.",
    )

    def __init__(self, *args: Any, by: User, pots: Collection[PotPurpose], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        for_team = tuple(pots) == OF_TEAM
        if for_team:
            fields["debtor"].choices = [each for each in DEBTORS if each[0] != Debtor.RESIDENT]
            fields["has_conflict"].label = "Ik ken de ontvanger persoonlijk"
            fields["team"].queryset = Team.objects.filter(pk__in=by.team_ids).order_by("name")
        else:
            del self.fields["team"]
        fields["purpose"].queryset = BudgetPurpose.objects.in_use().filter(pot__in=pots)
        fields["tried"].queryset = fields["fund"].queryset = Fund.objects.in_use()
        for name in (
            "is_urgent",
            "has_conflict",
            "debtor",
            "fund",
            "debtor_name",
            "expected_on",
            "iban",
        ):
            only_when_needed(fields[name])
        top = ("submission_key", *(["team"] if for_team else []))
        self.helper = _helper(*top, *LAYOUT, button="Aanvragen")

    def clean(self) -> dict[str, Any]:
        """As the act wants it."""
        told = super().clean() or {}
        if self.errors:
            return told
        back = Return(
            told["debtor"] or Debtor.NONE, told["fund"], told["debtor_name"], told["expected_on"]
        )
        names = ("purpose", "why", "form", "method", "is_urgent", "has_conflict")
        wish = BudgetWish(
            **{name: told[name] for name in names},
            cents=told["amount"],
            payee=Payee(told["payee"], told["iban"]),
            back=back,
            tried=tuple(told["tried"]),
        )
        team = {"team_id": told["team"].pk} if "team" in told else {}
        return {"submission_key": told["submission_key"], "wish": wish, **team}


class DecideForm(forms.Form):
    """Yes, no, or somebody higher."""

    use_required_attribute = False

    outcome = forms.ChoiceField(
        label="Besluit",
        choices=OUTCOMES,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat u besluit."},
    )
    words = ParagraphField(
        label="Toelichting",
        max_length=REASON_LENGTH,
        rows=3,
        required=False,
        help_text="Verplicht bij afwijzen en bij doorzetten.",
    )

    def __init__(self, *args: Any, is_highest: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_highest:
            outcome: Any = self.fields["outcome"]
            outcome.choices = [each for each in OUTCOMES if each[0] != PASS_UP]
            self.fields["words"].help_text = "Verplicht bij afwijzen."
        only_when_needed(self.fields["words"])
        self.helper = _helper("outcome", "words", button="Besluit vastleggen")


class PayForm(forms.Form):
    """How much it was in the end."""

    use_required_attribute = False

    amount = MoneyField(label="Betaald bedrag", error_messages=AMOUNT)
    version = forms.IntegerField(
        widget=forms.HiddenInput,
        min_value=0,
        error_messages={"required": "Dit formulier is verouderd. Open de pagina opnieuw."},
    )

    def __init__(self, *args: Any, reserved: int, version: int, **kwargs: Any) -> None:
        kwargs["initial"] = {"amount": reserved, "version": version}
        super().__init__(*args, **kwargs)
        self.helper = _helper("version", "amount", button="Betaling vastleggen")


class RepayForm(OnceForm):
    """How much came back."""

    use_required_attribute = False

    amount = MoneyField(label="Terugontvangen bedrag", error_messages=AMOUNT)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = _helper("submission_key", "amount", button="Terugbetaling vastleggen")


class ReasonForm(forms.Form):
    """Why."""

    use_required_attribute = False

    words = ParagraphField(
        label="Waarom?",
        max_length=REASON_LENGTH,
        rows=3,
        error_messages={"required": "Schrijf kort op waarom."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = _helper("words", button="Vastleggen")


class SettleForm(forms.Form):
    """A gift, or the resident pays."""

    use_required_attribute = False

    outcome = forms.ChoiceField(
        label="Hoe gaat het verder?",
        choices=SETTLEMENTS,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies hoe het verder gaat."},
    )
    expected_on = DayField(
        label="Terugbetaald voor", required=False, help_text="Alleen als de inwoner terugbetaalt."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        only_when_needed(self.fields["expected_on"])
        self.helper = _helper("outcome", "expected_on", button="Besluit vastleggen")


class SignForm(forms.Form):
    """Whether the second one agrees."""

    use_required_attribute = False

    agrees = forms.TypedChoiceField(
        label="Tekent u ervoor dat dit wordt afgeboekt?",
        choices=(("ja", "Ja, afboeken"), ("nee", "Nee, het blijft openstaan")),
        coerce=lambda value: value == "ja",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies ja of nee."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = _helper("agrees", button="Vastleggen")


LAYOUT = (
    Row("purpose", "amount"),
    "is_urgent",
    "why",
    "tried",
    "form",
    Fieldset("Alleen bij een voorschot", Row("debtor", "fund"), Row("debtor_name", "expected_on")),
    Row("method", "payee"),
    "iban",
    "has_conflict",
)


def _helper(*rows: Any, button: str) -> FormHelper:
    helper = FormHelper()
    helper.attrs = {"data-warn-unsaved": ""}
    helper.layout = Layout(*rows, Submit("do", button, data_key="Alt+S"))
    return helper
