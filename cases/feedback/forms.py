"""The forms with which a referrer is written down and told."""

from datetime import timedelta
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Row, Submit
from django import forms
from django.utils import timezone

from cases.advice.forms.asking import OUTSIDE, liaisons_of, pinned
from cases.advice.models import Recipient
from cases.dossiers.models import ResidentFile
from cases.feedback.models import Phrase, Way, WhyNot
from cases.residents.forms import DayField
from cases.residents.models import RecipientKind
from common.forms import OnceForm

NAME_LENGTH = 120
TWO_WEEKS = timedelta(days=14)


class ReferrerForm(OnceForm):
    """Who referred, when, and by when they hear (TG-1)."""

    use_required_attribute = False

    referrer = forms.ChoiceField(
        label="Wie verwees de inwoner?", error_messages={"required": "Kies wie verwees."}
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
    referred_on = DayField(label="Verwees op", error_messages={"required": "Vul in op welke dag."})
    due_on = DayField(
        label="Terugkoppelen uiterlijk op", error_messages={"required": "Vul in op welke dag."}
    )

    def __init__(self, *args: Any, file: ResidentFile, **kwargs: Any) -> None:
        today = timezone.localdate()
        kwargs["initial"] = {"referred_on": today, "due_on": today + TWO_WEEKS}
        super().__init__(*args, **kwargs)
        self.liaisons = liaisons_of(file)
        pins = [(key, pinned(row)) for key, row in self.liaisons.items()]
        field: Any = self.fields["referrer"]
        field.choices = [
            ("", "Kies"),
            *([("Linking pins van het team", pins)] if pins else []),
            ("Anders", [(OUTSIDE, "Een andere organisatie")]),
        ]
        other = ("kind_of_recipient", Row("organisation", "name"))
        self.helper = _helper(
            "submission_key",
            "referrer",
            Fieldset("Alleen voor een andere organisatie", *other),
            Row("referred_on", "due_on"),
            button="Verwijzer vastleggen",
        )

    def clean(self) -> dict[str, Any]:
        """As the act wants it."""
        told = super().clean() or {}
        if told.get("referrer") == OUTSIDE:
            for name in ("kind_of_recipient", "organisation"):
                if not told.get(name) and name not in self.errors:
                    self.add_error(name, "Vul in welke organisatie verwees.")
        if self.errors:
            return told
        own = {name: told[name] for name in ("submission_key", "referred_on", "due_on")}
        return {**own, "recipient": self._recipient(told)}

    def _recipient(self, told: dict[str, Any]) -> Recipient:
        if told["referrer"] in self.liaisons:
            return Recipient.of_liaison(self.liaisons[told["referrer"]])
        return Recipient(None, told["kind_of_recipient"], told["name"], told["organisation"])


class SendForm(forms.Form):
    """One fixed sentence, how and when (TG-3)."""

    use_required_attribute = False

    phrase = forms.ChoiceField(
        label="Wat zei u?",
        choices=Phrase.choices,
        widget=forms.RadioSelect,
        help_text="Alleen deze zin. Meer mag alleen als de inwoner dat goed vindt.",
        error_messages={"required": "Kies wat u zei."},
    )
    way = forms.ChoiceField(
        label="Hoe?",
        choices=Way.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies hoe u het liet weten."},
    )
    told_on = DayField(label="Op", error_messages={"required": "Vul in op welke dag."})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"told_on": timezone.localdate()}
        super().__init__(*args, **kwargs)
        self.helper = _helper("phrase", "way", "told_on", button="Terugkoppeling vastleggen")


class DropForm(forms.Form):
    """Why the referrer is not told (TG-4)."""

    use_required_attribute = False

    why_not = forms.ChoiceField(
        label="Waarom niet?",
        choices=WhyNot.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies waarom niet."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = _helper("why_not", button="Niet terugkoppelen")


def _helper(*rows: Any, button: str) -> FormHelper:
    helper = FormHelper()
    helper.attrs = {"data-warn-unsaved": ""}
    helper.layout = Layout(*rows, Submit("do", button, data_key="Alt+S"))
    return helper
