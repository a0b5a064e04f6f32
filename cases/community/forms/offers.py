"""The form of an offer, in the order in which one tells about it; and of stopping it."""

from datetime import date
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row, Submit
from django import forms
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from cases.community.forms.organisations import VersionedForm
from cases.community.models import (
    DESCRIPTION_LENGTH,
    NAME_LENGTH,
    REASON_LENGTH,
    SHORT_LENGTH,
    SIGN_UP_LENGTH,
    Offer,
    OfferAudience,
    OfferCost,
    OfferKind,
    Organisation,
    writers_on,
)
from cases.community.services import OfferText
from cases.intakes.models import LifeDomain
from cases.knowledge.forms import NearDayField
from clusters.models import Cluster, Membership, User
from common.forms import ParagraphField

NAMES = tuple(OfferText.__dataclass_fields__)
NO_RESIDENTS = "Geen namen of andere gegevens van inwoners."


class OwnerField(forms.ModelChoiceField):
    """Who keeps it right: colleagues of my teams; and who owns it now, named if they may not."""

    default_error_messages = {"invalid_choice": "Kies een collega uit uw team, of uzelf."}

    def offer(self, user: User, day: date, owner_id: int | None) -> None:
        """Writers of my teams, myself, and the present owner as long as they work here."""
        near = writers_on(day).filter(Q(team__in=user.team_ids) | Q(user=user))
        stays = Membership.objects.running(day).filter(user=owner_id)
        writes = Exists(writers_on(day).filter(user=OuterRef("pk")))
        rows = User.objects.annotate(writes_offers=writes)
        self.queryset = rows.filter(
            Q(pk__in=near.values("user")) | Q(pk__in=stays.values("user"))
        ).order_by("last_name", "first_name", "pk")

    def label_from_instance(self, obj: Any) -> str:
        """The name, and whether somebody else had better own it."""
        return str(obj) if obj.writes_offers else f"{obj} (mag de kaart niet meer bijwerken)"


class OfferForm(VersionedForm):
    """One offer: what it is, where and for whom, what it costs, who keeps it right."""

    name = forms.CharField(label="Naam", max_length=NAME_LENGTH)
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label="Organisatie",
        empty_label="Kies een organisatie",
    )
    description = ParagraphField(
        label="Wat is het?",
        max_length=DESCRIPTION_LENGTH,
        rows=6,
        help_text="Zoals u het aan een inwoner vertelt: wat, wanneer, hoe vaak. " + NO_RESIDENTS,
    )
    kind = forms.ChoiceField(
        label="Soort aanbod",
        choices=OfferKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat voor aanbod het is."},
    )
    topics = forms.ModelMultipleChoiceField(
        LifeDomain.objects.none(),
        label="Waar gaat het over?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies waar het over gaat."},
    )
    clusters = forms.ModelMultipleChoiceField(
        Cluster.objects.none(),
        label="Waar is het?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Kies niets als het voor de hele stad is.",
    )
    audience = forms.ChoiceField(
        label="Voor wie", choices=OfferAudience.choices, initial=OfferAudience.EVERYBODY
    )
    cost = forms.ChoiceField(label="Kosten", choices=[("", "Kies de kosten"), *OfferCost.choices])
    cost_note = forms.CharField(
        label="Toelichting kosten",
        max_length=SHORT_LENGTH,
        required=False,
        help_text="Bijvoorbeeld: € 2 per keer.",
    )
    sign_up = ParagraphField(
        label="Hoe meldt iemand zich aan?", max_length=SIGN_UP_LENGTH, rows=3, required=False
    )
    contact_role = forms.CharField(
        label="Vraag naar",
        max_length=SHORT_LENGTH,
        required=False,
        help_text="Een functie, zoals: de coördinator. Geen naam.",
    )
    runs_from = NearDayField(label="Vanaf", required=False)
    runs_until = NearDayField(label="Tot en met", required=False)
    owner = OwnerField(User.objects.none(), label="Eigenaar", empty_label="Kies een collega")
    review_by = NearDayField(label="Nakijken op")

    def __init__(self, *args: Any, user: User, offer: Offer | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        day, fields = timezone.localdate(), self.fields
        owner: Any = fields["owner"]
        owner.offer(user, day, offer.owner_id if offer else None)
        kept = Q(pk__in=offer.topics.values("pk")) if offer else Q()
        placed = Q(pk__in=offer.clusters.values("pk")) if offer else Q()
        topics, valid = LifeDomain.objects.in_use(), Cluster.objects.valid_on(day)
        if offer:
            topics = LifeDomain.objects.filter(Q(is_active=True) | kept)
            valid = Cluster.objects.filter(Q(pk__in=valid.values("pk")) | placed)
        for name, rows in (
            ("organisation", Organisation.objects.visible_to(user)),
            ("topics", topics),
            ("clusters", valid.order_by("name")),
        ):
            field: Any = fields[name]
            field.queryset = rows
        self.helper = _helper()

    def clean(self) -> dict[str, Any]:
        """The offer as the act wants it, beside the key and the version."""
        answers = super().clean() or {}
        if self.errors:
            return answers
        return {
            "text": OfferText(**{name: answers[name] for name in NAMES}),
            "version": answers["version"] or 0,
            "submission_key": answers["submission_key"],
        }


class StopForm(forms.Form):
    """Why it stops."""

    use_required_attribute = False

    reason = forms.CharField(
        label="Waarom stopt het?",
        max_length=REASON_LENGTH,
        help_text="Bijvoorbeeld: het buurthuis is gesloten. " + NO_RESIDENTS,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.layout = Layout("reason", Submit("stop", "Aanbod stoppen"))


def offer_initial(offer: Offer) -> dict[str, Any]:
    """What the form of an offer opens with."""
    shown = {name: getattr(offer, name) for name in (*NAMES, "version")}
    return shown | {name: list(getattr(offer, name).all()) for name in ("topics", "clusters")}


def _helper() -> FormHelper:
    helper = FormHelper()
    helper.attrs = {"data-warn-unsaved": ""}
    helper.layout = Layout(
        "submission_key",
        "version",
        "name",
        "organisation",
        "description",
        "kind",
        Row("topics", "clusters", css_class="wt-lists"),
        "audience",
        Row("cost", "cost_note"),
        "sign_up",
        "contact_role",
        Row("runs_from", "runs_until"),
        Row("owner", "review_by"),
        Submit("save", "Aanbod bewaren", data_key="Alt+S"),
    )
    return helper
