"""The form of a professional who is involved already (MAN-6)."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row, Submit
from django import forms
from django.db.models import Q
from django.utils import timezone

from cases.residents.forms.card import OUTDATED, NamePartField
from cases.residents.forms.consents import coded
from cases.residents.forms.fields import PhoneField
from cases.residents.models import (
    CONTACT_FIELDS,
    PART_LENGTH,
    Consent,
    Giver,
    InvolvedProfessional,
    RecipientKind,
    Resident,
)
from cases.residents.services import ProfessionalFacts
from common.forms import DayField, OnceForm

PERIOD = ("valid_from", "valid_until")


class ConsentChoice(forms.ModelChoiceField):
    """A consent, by who may get the data."""

    def label_from_instance(self, consent: Any) -> str:
        """The kind of recipient and the name."""
        return f"{consent.recipient_kind}: {consent.said['recipient']}"


class ProfessionalForm(OnceForm):
    """Who it is and how to reach them; ``version`` is what stood on the page."""

    use_required_attribute = False

    kind = coded(RecipientKind.objects.in_use(), "Soort", "Kies wat voor professional het is.")
    name = NamePartField(label="Naam", max_length=PART_LENGTH)
    organisation = NamePartField(label="Organisatie", max_length=PART_LENGTH)
    phone = PhoneField(label="Telefoonnummer", required=False)
    email = forms.EmailField(label="E-mailadres", required=False, max_length=254)
    consent = ConsentChoice(
        Consent.objects.none(),
        label="Toestemming om contact op te nemen",
        required=False,
        empty_label="Nog geen toestemming",
        help_text="Staat zij er niet bij? Leg haar eerst vast op de kaart van de inwoner.",
    )
    valid_from = DayField(label="Sinds", error_messages={"required": "Vul in sinds wanneer."})
    valid_until = DayField(label="Tot en met", required=False)
    version = forms.IntegerField(
        widget=forms.HiddenInput, required=False, error_messages={"invalid": OUTDATED}
    )

    def __init__(
        self, data: Any = None, *, resident: Resident, known: InvolvedProfessional | None = None
    ) -> None:
        super().__init__(data, initial=initial_of(known))
        field: Any = self.fields["consent"]
        field.queryset = offered(resident, known)
        kinds: Any = self.fields["kind"]
        if known is not None:
            kinds.queryset = RecipientKind.objects.filter(Q(is_active=True) | Q(pk=known.kind_id))
        self.fields["name"].required = True
        self.fields["name"].error_messages["required"] = "Vul de naam in."
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": ""}
        names = ("submission_key", "version", "kind", *CONTACT_FIELDS, "consent")
        self.helper.layout = Layout(*names, Row(*PERIOD), Submit("save", "Bewaren"))

    def clean(self) -> dict[str, Any]:
        """The facts as the act wants them."""
        answers = super().clean() or {}
        start, end = answers.get("valid_from"), answers.get("valid_until")
        if start and end and end < start:
            self.add_error("valid_until", "De laatste dag ligt niet voor de eerste.")
        if self.errors:
            return answers
        consent = answers["consent"]
        told = {name: answers[name] for name in (*CONTACT_FIELDS, *PERIOD)}
        number = consent.pk if consent else None
        facts = ProfessionalFacts(kind=answers["kind"].code, consent_id=number, **told)
        key, version = answers["submission_key"], answers["version"] or 0
        return {"facts": facts, "submission_key": key, "version": version}

    def show_version(self, number: int) -> None:
        """From now on this form knows what the colleague saved."""
        typed: Any = dict(self.data.items())
        typed["version"] = str(number)
        self.data = typed


def offered(resident: Resident, known: InvolvedProfessional | None) -> Any:
    """The consents in force today, and the one that was chosen before."""
    given = Consent.objects.exclude(given_by=Giver.NOBODY)
    running = given.in_force(resident, timezone.localdate()).values("pk")
    before = known.consent_id if known and known.consent_id else 0
    rows = given.filter(Q(pk__in=running) | Q(pk=before), resident=resident)
    return rows.select_related("recipient_kind").order_by("-valid_from", "-pk")


def initial_of(known: InvolvedProfessional | None) -> dict[str, Any]:
    """What the form opens with."""
    if known is None:
        return {"valid_from": timezone.localdate()}
    kept = {name: getattr(known, name) for name in (*PERIOD, "version")}
    return {**known.said, **kept, "kind": known.kind.code, "consent": known.consent_id}
