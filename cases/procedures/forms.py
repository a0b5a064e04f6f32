"""One form: who hands in what, with which consent, and what of the law was looked into."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Fieldset, Layout, Row, Submit
from django import forms
from django.utils import timezone

from cases.intakes.models import LifeDomain, NotificationChannel, Reporter
from cases.intakes.models.notifications import NAME_LENGTH as REPORTER_LENGTH
from cases.intakes.models.notifications import QUESTION_LENGTH
from cases.intakes.services import Melding
from cases.procedures.models import (
    KNOWN_LENGTH,
    NAME_LENGTH,
    PHONE_LENGTH,
    REASON_LENGTH,
    ConsentBy,
    ConsentWay,
    HolderType,
    LegalItem,
    ReceivedWay,
)
from cases.procedures.services import Consent, HandedIn
from cases.procedures.services.registering import INVESTIGATED
from cases.residents.forms import DayField
from common.forms import OnceForm, ParagraphField

KNOWN, ITEM, REASON = "known_", "item_", "reason_"
WITHOUT_SUGGESTIONS = {"autocomplete": "off"}
NO_MANDATE = (
    "<p class='wt-text'>De professional geeft advies. Het besluit over een aanvraag blijft bij wie "
    "daarvoor mandaat heeft.</p>"
)
LAW = (
    "<p class='wt-text'>Kruis aan wat is onderzocht, of schrijf op waarom dat niet nodig is "
    "(Wmo 2.3.2).</p>"
)


class ShortProcedureForm(OnceForm):
    """The melding, the assessment and the wish to apply, on one page (MAN-3)."""

    use_required_attribute = False

    holder_type = forms.ModelChoiceField(
        HolderType.objects.none(), label="Wat voor professional?", empty_label="Kies"
    )
    professional_name = forms.CharField(
        label="Naam",
        max_length=NAME_LENGTH,
        widget=forms.TextInput(attrs=WITHOUT_SUGGESTIONS),
    )
    organisation = forms.CharField(
        label="Organisatie",
        max_length=NAME_LENGTH,
        widget=forms.TextInput(attrs=WITHOUT_SUGGESTIONS),
    )
    phone = forms.CharField(
        label="Telefoon",
        max_length=PHONE_LENGTH,
        widget=forms.TextInput(attrs={"type": "tel", **WITHOUT_SUGGESTIONS}),
    )
    received_way = forms.ChoiceField(label="Hoe aangeleverd?", choices=ReceivedWay.choices)
    received_on = DayField(
        label="Datum van de melding",
        help_text="De dag waarop wij dit kregen. Vanaf die dag lopen de zes weken.",
    )
    assessed_on = DayField(label="Datum van de beoordeling")
    consent_by = forms.ChoiceField(
        label="Wie gaf toestemming?", choices=ConsentBy.choices, widget=forms.RadioSelect
    )
    consent_way = forms.ChoiceField(
        label="Hoe?", choices=ConsentWay.choices, widget=forms.RadioSelect
    )
    consent_on = DayField(label="Toestemming gegeven op")
    consent_until = DayField(label="Toestemming geldt tot en met")
    question = ParagraphField(
        label="Vraag van de inwoner, in eigen woorden", max_length=QUESTION_LENGTH, rows=4
    )
    is_urgent = forms.BooleanField(label="Spoed: dit kan de zes weken niet wachten", required=False)
    urgent_reason = ParagraphField(
        label="Waarom kan dit niet wachten?", max_length=REASON_LENGTH, required=False, rows=2
    )
    application_wished_on = DayField(
        label="De inwoner wil een aanvraag doen, sinds",
        required=False,
        help_text="Leeg laten als dat nog niet zo is. Dit is nog geen aanvraag.",
    )
    mine = forms.BooleanField(
        label="Zet deze melding op mijn naam",
        required=False,
        initial=True,
        help_text="Anders pakt een collega van het team haar op.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        holders: Any = self.fields["holder_type"]
        holders.queryset = HolderType.objects.in_use()
        self.domains = list(LifeDomain.objects.in_use().filter(needs_reason=False))
        for domain in self.domains:
            self.fields[KNOWN + domain.code] = ParagraphField(
                label=str(domain), max_length=KNOWN_LENGTH, rows=3, required=False
            )
        for item in LegalItem:
            self.fields[ITEM + item] = forms.BooleanField(label=item.label, required=False)
            self.fields[REASON + item] = ParagraphField(
                label=f"Waarom niet? ({item.label})",
                max_length=REASON_LENGTH,
                rows=2,
                required=False,
            )
        today = timezone.localdate().isoformat()
        for name in ("received_on", "assessed_on", "consent_on", "application_wished_on"):
            self.fields[name].widget.attrs["max"] = today
        self.helper = FormHelper()
        self.helper.layout = self._layout()

    def clean(self) -> dict[str, Any]:
        """The melding, what was handed in and the consent, as the act wants them."""
        answers = super().clean() or {}
        for item in LegalItem.values:
            self._judge(answers, item)
        if self.errors:
            return answers
        return {
            "submission_key": answers["submission_key"],
            "mine": answers["mine"],
            "melding": _melding(answers),
            "handed_in": self._handed_in(answers),
            "consent": Consent(
                by=answers["consent_by"],
                on=answers["consent_on"],
                way=answers["consent_way"],
                until=answers["consent_until"],
            ),
        }

    def _judge(self, answers: dict[str, Any], item: str) -> None:
        """Looked into, or a reason: one of the two."""
        done, reason = bool(answers.get(ITEM + item)), (answers.get(REASON + item) or "").strip()
        if done == bool(reason) and not self.errors.get(REASON + item):
            text = "Kruis aan dat dit is gedaan, of schrijf op waarom niet."
            both = "U kruiste dit aan én schreef een reden. Kies één van de twee."
            self.add_error(REASON + item, both if done else text)

    def _handed_in(self, answers: dict[str, Any]) -> HandedIn:
        return HandedIn(
            holder_type=answers["holder_type"],
            professional_name=answers["professional_name"],
            organisation=answers["organisation"],
            phone=answers["phone"],
            assessed_on=answers["assessed_on"],
            received_way=answers["received_way"],
            known={each.code: answers[KNOWN + each.code] for each in self.domains},
            checks={
                item: INVESTIGATED if answers[ITEM + item] else answers[REASON + item]
                for item in LegalItem.values
            },
            application_wished_on=answers["application_wished_on"],
        )

    def _layout(self) -> Layout:
        """In the order in which one hears it."""
        checks = [Div(ITEM + item, REASON + item) for item in LegalItem]
        return Layout(
            "submission_key",
            HTML(NO_MANDATE),
            Fieldset(
                "Wie levert dit aan?",
                Row("holder_type", "professional_name"),
                Row("organisation", "phone"),
                Row("received_way", "received_on"),
                "assessed_on",
            ),
            Fieldset(
                "Toestemming van de inwoner",
                "consent_by",
                "consent_way",
                Row("consent_on", "consent_until"),
            ),
            Fieldset("De vraag", "question", "is_urgent", "urgent_reason"),
            Fieldset(
                "Wat weet de professional?",
                HTML("<p class='wt-text'>Vul alleen in wat bekend is.</p>"),
                *(KNOWN + each.code for each in self.domains),
            ),
            Fieldset("Wat de wet vraagt", HTML(LAW), *checks),
            Fieldset("Vervolg", "application_wished_on", "mine"),
            Submit("save", "Verkorte procedure vastleggen"),
        )


def _melding(answers: dict[str, Any]) -> Melding:
    """A melding like any other, reported by the professional."""
    name = f"{answers['professional_name']} ({answers['organisation']})"
    return Melding(
        channel=NotificationChannel.PROFESSIONAL,
        received_on=answers["received_on"],
        reported_by=Reporter.PROFESSIONAL,
        reporter_name=name[:REPORTER_LENGTH],
        question=answers["question"],
        is_urgent=answers["is_urgent"],
        urgent_reason=answers["urgent_reason"],
    )
