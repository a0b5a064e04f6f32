"""One form: who hands in what, with which consent, and what of the law was looked into."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Fieldset, Layout, Row, Submit
from crispy_forms.utils import render_field
from django import forms
from django.utils import timezone
from django.utils.html import format_html

from cases.intakes.models import LifeDomain, NotificationChannel, Reporter
from cases.intakes.models.notifications import NAME_LENGTH as REPORTER_LENGTH
from cases.intakes.models.notifications import QUESTION_LENGTH
from cases.intakes.services import Melding
from cases.procedures.models import (
    KNOWN_LENGTH,
    NAME_LENGTH,
    PHONE_LENGTH,
    REASON_LENGTH,
    HolderType,
    LegalItem,
    ReceivedWay,
)
from cases.procedures.services import ConsentTold, HandedIn
from cases.procedures.services.registering import INVESTIGATED
from cases.residents.forms import DayField
from cases.residents.forms.consents import who_may
from cases.residents.models import ConsentWay, Giver, Party, PartyKind, Resident
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


class ReasonFold:
    """The box for why an item was waived, folded until there is an error or text in it."""

    def __init__(self, item: LegalItem) -> None:
        self.item = item

    def render(self, form: forms.Form, context: Any, *args: Any, **kwargs: Any) -> str:
        """A details element: opens without JavaScript; what is in it is sent anyway."""
        name = REASON + self.item
        must_open = bool(form[name].value() or form.errors.get(name))
        return format_html(
            '<details class="wt-fold"{}><summary>Niet gedaan'
            '<span class="wt-hidden-label">: {}</span></summary>{}</details>',
            " open" if must_open else "",
            self.item.label,
            render_field(name, form, context, **kwargs),
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
        label="Wie gaf toestemming?",
        choices=[choice for choice in Giver.choices if choice[0] != Giver.NOBODY],
        widget=forms.RadioSelect,
    )
    consent_representative = forms.ModelChoiceField(
        Party.objects.none(),
        label="Welke vertegenwoordiger?",
        required=False,
        empty_label="Geen",
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

    def __init__(self, data: Any = None, *, resident: Resident) -> None:
        super().__init__(data, initial={"received_on": timezone.localdate()})
        self._offer_givers(resident)
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

    def _offer_givers(self, resident: Resident) -> None:
        """Who may give consent for this resident, as the register says it (TS-2)."""
        people = resident.parties.filter(kind=PartyKind.REPRESENTATIVE).order_by("name", "pk")
        today = timezone.localdate()
        told, who = who_may(resident, {each.role for each in people if each.holds_on(today)})
        self.fields["consent_by"].help_text = told
        self.initial["consent_by"] = who
        named: Any = self.fields["consent_representative"]
        named.queryset = people

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
            "consent": _consent(answers),
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
        checks = [Div(ITEM + item, ReasonFold(item)) for item in LegalItem]
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
                "consent_representative",
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


def _consent(answers: dict[str, Any]) -> ConsentTold:
    """Who gave it, how, and from when until when."""
    representative = answers["consent_representative"]
    return ConsentTold(
        by=answers["consent_by"],
        on=answers["consent_on"],
        way=answers["consent_way"],
        until=answers["consent_until"],
        representative_id=representative.pk if representative else None,
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
