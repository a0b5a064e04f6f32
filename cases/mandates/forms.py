"""The forms of the register: what narrows it, a mandate as the decree says it, and its end."""

from datetime import date
from decimal import Decimal
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row, Submit
from django import forms
from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from cases.knowledge.forms import NearDayField
from cases.mandates.models import (
    MOST_CENTS,
    MOST_MONTHS,
    REASON_LENGTH,
    REFERENCE_LENGTH,
    Mandate,
    Product,
    deciders_on,
)
from cases.mandates.services import MandateTerms
from clusters.models import User
from common.forms import OnceForm, only_when_needed

NOW, ALL = "nu", "alle"
SEARCH_LENGTH = 80
CENTS = 100
NO_LIMIT = "Laat leeg als er geen grens is."


class MandateFilter(forms.Form):
    """Which mandates; an unknown choice in the address is no choice."""

    use_required_attribute = False

    zoek = forms.CharField(label="Naam", max_length=SEARCH_LENGTH, required=False)
    product = forms.ChoiceField(label="Product", required=False)
    stand = forms.ChoiceField(
        label="Toon",
        choices=[(NOW, "Geldt nu of later"), (ALL, "Ook wat voorbij is")],
        initial=NOW,
    )

    def __init__(self, params: Any, *, day: date) -> None:
        super().__init__({"stand": NOW, **params.dict()})
        self.day = day
        field: Any = self.fields["product"]
        named = [(row.code, row.named) for row in Product.objects.all()]
        field.choices, field.initial = [("", "Alle"), *named], ""
        self.is_valid()

    def apply(self, rows: Any) -> QuerySet[Mandate]:
        """The rows the choices leave."""
        chosen = self.cleaned_data
        for word in chosen.get("zoek", "").split():
            names = Q(holder__first_name__icontains=word) | Q(holder__last_name__icontains=word)
            rows = rows.filter(names)
        if chosen.get("product"):
            rows = rows.filter(products__code=chosen["product"])
        found: QuerySet[Mandate] = rows if chosen.get("stand") == ALL else rows.not_over(self.day)
        return found


class HolderField(forms.ModelChoiceField):
    """Somebody who works here in a role that decides, with what they are and for whom."""

    def label_from_instance(self, obj: Any) -> str:
        """Two people can have the same name."""
        homes = dict.fromkeys(str(row.organisation) for row in obj.deciding_roles)
        return f"{obj} ({', '.join(filter(None, [obj.job_title, *homes]))})"


class ProductsField(forms.ModelMultipleChoiceField):
    """Products, each with its code."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Any) -> str:
        """Its words and its code."""
        named: str = obj.named
        return named


class EuroField(forms.DecimalField):
    """An amount as people type it ("€ 5.000,00"); becomes whole cents."""

    def __init__(self, *, most: int, **options: Any) -> None:
        limits: dict[str, Any] = {"min_value": Decimal("0.01"), "max_value": Decimal(most) / CENTS}
        super().__init__(localize=True, decimal_places=2, max_digits=12, **limits, **options)
        self.widget.attrs |= {"inputmode": "decimal", "autocomplete": "off"}

    def to_python(self, value: Any) -> Any:
        """Without the sign that some people type before it."""
        text = value.strip().removeprefix("€").strip() if isinstance(value, str) else value
        return super().to_python(text)

    def clean(self, value: Any) -> Any:
        """Whole cents, or None."""
        amount = super().clean(value)
        return None if amount is None else int(amount * CENTS)


class MandateForm(OnceForm):
    """One mandate: who, about what, how far, since when, and where that was decided."""

    use_required_attribute = False

    holder = HolderField(
        User.objects.none(),
        label="Wie krijgt het mandaat?",
        empty_label="Kies een medewerker",
    )
    names_organisation = forms.BooleanField(
        label="In het mandaatbesluit staat uitdrukkelijk dat deze organisatie mag beslissen",
        required=False,
        help_text="Alleen nodig als deze medewerker niet bij de gemeente werkt (WMO 2.6.3).",
    )
    products = ProductsField(
        Product.objects.none(),
        label="Over welke producten?",
        error_messages={"required": "Kies ten minste één product."},
    )
    longest_months = forms.IntegerField(
        label="Hoogstens hoeveel maanden?",
        min_value=1,
        max_value=MOST_MONTHS,
        required=False,
        help_text=NO_LIMIT,
    )
    yearly_cents = EuroField(
        label="Hoogstens hoeveel euro per jaar?",
        most=MOST_CENTS,
        required=False,
        help_text=f"Voor één product in een besluit. {NO_LIMIT}",
    )
    may_refuse = forms.BooleanField(
        label="Mag ook weigeren of niet in behandeling nemen", required=False
    )
    needs_second = forms.BooleanField(
        label="Een tweede met mandaat tekent mee",
        required=False,
    )
    since = NearDayField(label="Eerste dag")
    until = NearDayField(
        label="Laatste dag", required=False, help_text="Laat leeg als er geen laatste dag is."
    )
    reference = forms.CharField(
        label="Kenmerk van het mandaatbesluit",
        max_length=REFERENCE_LENGTH,
        help_text="Bijvoorbeeld: GM-2026/12. Geen namen.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = deciders_on(timezone.localdate())
        roles = Prefetch(
            "memberships",
            held.select_related("organisation").order_by("pk"),
            to_attr="deciding_roles",
        )
        people: Any = self.fields["holder"]
        people.queryset = User.objects.filter(pk__in=held.values("user")).prefetch_related(roles)
        products: Any = self.fields["products"]
        products.queryset = Product.objects.in_use()
        for name in ("names_organisation", "may_refuse", "needs_second"):
            only_when_needed(self.fields[name])
        self.helper = _helper()

    def clean(self) -> dict[str, Any]:
        """The mandate as the act wants it, beside the key and the box."""
        answers = super().clean() or {}
        if self.errors:
            return answers
        own = {name: answers.pop(name) for name in MandateTerms.__dataclass_fields__}
        return {**answers, "terms": MandateTerms(**own)}


class EndForm(forms.Form):
    """From which day it no longer holds, and why."""

    use_required_attribute = False

    ended_from = NearDayField(
        label="Geldt niet meer vanaf", help_text="Vandaag kan ook: dan geldt het vandaag al niet."
    )
    reason = forms.CharField(
        label="Waarom?",
        max_length=REASON_LENGTH,
        help_text="Bijvoorbeeld: andere functie, of een nieuw mandaatbesluit.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.layout = Layout(
            "ended_from", "reason", Submit("end", "Mandaat beëindigen", data_key="Alt+S")
        )


def mandate_initial(mandate: Mandate | None) -> dict[str, Any]:
    """What the form opens with: from today, or as another mandate was but for its period."""
    today = {"since": timezone.localdate()}
    if mandate is None:
        return today
    names = ("holder", "longest_months", "may_refuse", "needs_second", "reference")
    cents = mandate.yearly_cents
    return {
        **today,
        **{name: getattr(mandate, name) for name in names},
        "products": list(mandate.products.all()),
        "yearly_cents": None if cents is None else Decimal(cents) / CENTS,
    }


def _helper() -> FormHelper:
    helper = FormHelper()
    helper.attrs = {"data-warn-unsaved": ""}
    helper.layout = Layout(
        "submission_key",
        "holder",
        "names_organisation",
        "products",
        Row("longest_months", "yearly_cents"),
        "may_refuse",
        "needs_second",
        Row("since", "until"),
        "reference",
        Submit("save", "Mandaat vastleggen", data_key="Alt+S"),
    )
    return helper
