"""The forms with which a question is referred and followed up."""

from datetime import timedelta
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Row, Submit
from django import forms
from django.utils import timezone

from cases.advice.forms.asking import LIAISON, OUTSIDE, liaisons_of, pinned
from cases.advice.models import Recipient, Sharing
from cases.advice.sharing import ALWAYS
from cases.dossiers.models import ResidentFile
from cases.referrals.services import ReferralWish
from cases.referrals.services.following import Came
from cases.residents.forms import DayField
from cases.residents.models import DataCategory, RecipientKind
from common.forms import OnceForm, ParagraphField, only_when_needed

WORDS_LENGTH, NAME_LENGTH, REASON_LENGTH = 2000, 120, 500
TWO_WEEKS = timedelta(days=14)
__all__ = ["LIAISON", "FollowUpForm", "GiveUpForm", "ReferForm"]


class ReferForm(OnceForm):
    """To whom, why, with which data, and when one asks about it (VW-1, VW-2)."""

    use_required_attribute = False

    asked_of = forms.ChoiceField(
        label="Naar wie verwijst u?", error_messages={"required": "Kies naar wie u verwijst."}
    )
    kind_of_recipient = forms.ModelChoiceField(
        RecipientKind.objects.in_use(),
        label="Wat voor organisatie is dat?",
        to_field_name="code",
        empty_label="Kies",
        required=False,
    )
    organisation = forms.CharField(label="Organisatie", max_length=NAME_LENGTH, required=False)
    name = forms.CharField(label="Contactpersoon", max_length=NAME_LENGTH, required=False)
    words = ParagraphField(
        label="Waarom verwijst u?",
        max_length=WORDS_LENGTH,
        rows=5,
        error_messages={"required": "Schrijf op waarom u verwijst."},
    )
    categories = forms.ModelMultipleChoiceField(
        DataCategory.objects.none(),
        label="Welke gegevens gaan mee, naast naam en hulpvraag?",
        to_field_name="code",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    by_law = forms.BooleanField(
        label="Er is geen toestemming; de wet staat delen toe",
        required=False,
        help_text="De grond in de wet staat dan op de kaart van de inwoner.",
    )
    reason = ParagraphField(
        label="Waarom moet het zonder toestemming?",
        max_length=REASON_LENGTH,
        rows=2,
        required=False,
    )
    referred_on = DayField(label="Verwezen op", error_messages={"required": "Vul in op welke dag."})
    follow_up_on = DayField(
        label="Nagaan of het aankwam op", error_messages={"required": "Vul in op welke dag."}
    )

    def __init__(self, *args: Any, file: ResidentFile, **kwargs: Any) -> None:
        today = timezone.localdate()
        kwargs["initial"] = {"referred_on": today, "follow_up_on": today + TWO_WEEKS}
        super().__init__(*args, **kwargs)
        self.liaisons = liaisons_of(file)
        pins = [(key, pinned(row)) for key, row in self.liaisons.items()]
        field: Any = self.fields["asked_of"]
        field.choices = [
            ("", "Kies"),
            *([("Linking pins van het team", pins)] if pins else []),
            ("Anders", [(OUTSIDE, "Een andere organisatie")]),
        ]
        categories: Any = self.fields["categories"]
        categories.queryset = DataCategory.objects.in_use().exclude(code__in=ALWAYS)
        only_when_needed(self.fields["by_law"])
        self.helper = _helper(*LAYOUT, button="Verwijzing vastleggen")

    def clean(self) -> dict[str, Any]:
        """As the act wants it."""
        told = super().clean() or {}
        if told.get("asked_of") == OUTSIDE:
            for name in ("kind_of_recipient", "organisation"):
                if not told.get(name) and name not in self.errors:
                    self.add_error(name, "Vul in naar welke organisatie u verwijst.")
        if self.errors:
            return told
        days = {name: told[name] for name in ("words", "referred_on", "follow_up_on")}
        return {
            "submission_key": told["submission_key"],
            "recipient": self._recipient(told),
            "wish": ReferralWish(**days),
            "sharing": Sharing(list(told["categories"]), told["by_law"], told["reason"]),
        }

    def _recipient(self, told: dict[str, Any]) -> Recipient:
        if told["asked_of"] in self.liaisons:
            return Recipient.of_liaison(self.liaisons[told["asked_of"]])
        return Recipient(None, told["kind_of_recipient"], told["name"], told["organisation"])


class FollowUpForm(forms.Form):
    """Whether it arrived; not yet is another day."""

    use_required_attribute = False

    came = forms.ChoiceField(
        label="Is de inwoner daar aangekomen?",
        choices=Came.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies ja, nee of nog niet."},
    )
    again_on = DayField(label="Opnieuw nagaan op", required=False)
    words = ParagraphField(label="Wat kwam ervan?", max_length=WORDS_LENGTH, rows=4, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        only_when_needed(self.fields["again_on"])
        self.fields["again_on"].help_text = "Alleen als u het later opnieuw vraagt."
        self.helper = _helper("came", "again_on", "words", button="Bewaren")


class GiveUpForm(forms.Form):
    """Why nobody will know."""

    use_required_attribute = False

    words = ParagraphField(
        label="Waarom gaat niemand dit meer na?",
        max_length=REASON_LENGTH,
        rows=3,
        error_messages={"required": "Schrijf kort op waarom."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = _helper("words", button="Loslaten")


LAYOUT = (
    "submission_key",
    "asked_of",
    Fieldset(
        "Alleen voor een andere organisatie", "kind_of_recipient", Row("organisation", "name")
    ),
    "words",
    "categories",
    "by_law",
    "reason",
    Row("referred_on", "follow_up_on"),
)


def _helper(*rows: Any, button: str) -> FormHelper:
    helper = FormHelper()
    helper.attrs = {"data-warn-unsaved": ""}
    helper.layout = Layout(*rows, Submit("do", button, data_key="Alt+S"))
    return helper
