"""The forms of an action."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone

from cases.community.models import Offer
from cases.plans.fitting import ActionText
from cases.plans.forms.versions import (
    NAME_LENGTH,
    SHORT_LENGTH,
    WORDS_LENGTH,
    VersionedForm,
    helper,
)
from cases.plans.lifecycle import ACTION_LIFECYCLE, ACTION_STEPS, ActionState
from cases.plans.models import KIND_LABELS, ActionWho, PlanAction
from cases.residents.forms import DayField
from clusters.models import User
from common.forms import OnceForm, ParagraphField, only_when_needed


class OfferField(forms.ModelChoiceField):
    """What was chosen on the sociale kaart: that one, or none."""

    def offer(self, user: User, chosen: Collection[str], action: PlanAction | None) -> None:
        """The chosen ones that still run, and the one the action has."""
        numbers = [int(each) for each in chosen if each.isdecimal() and len(each) < len(str(2**31))]
        rows = Offer.objects.visible_to(user)
        now = rows.current_on(timezone.localdate()).filter(pk__in=numbers)
        has = Q(pk=action.offer_id) if action else Q(pk=None)
        found = rows.filter(Q(pk__in=now.values("pk")) | has)
        self.queryset = found.select_related("organisation")

    def label_from_instance(self, obj: Any) -> str:
        """What it is and who offers it."""
        return f"{obj.name} ({obj.organisation})"


class ActionForm(OnceForm, VersionedForm):
    """Who does what for a goal; the sorts of help in the order of the law (PL-6)."""

    what = ParagraphField(
        label="Wat gaat er gebeuren?",
        max_length=WORDS_LENGTH,
        rows=3,
        help_text="Dit staat ook op de afdruk voor de inwoner.",
        error_messages={"required": "Schrijf op wat er wordt gedaan."},
    )
    kind = forms.ChoiceField(
        label="Hoe wordt het opgelost?",
        choices=list(KIND_LABELS.items()),
        widget=forms.RadioSelect,
        help_text="Kijk in deze volgorde: wat later komt pas als het vorige niet genoeg is.",
        error_messages={"required": "Kies hoe het wordt opgelost."},
    )
    short = ParagraphField(
        label="Waarom is eigen kracht, netwerk, vrijwilliger of algemeen aanbod niet genoeg?",
        max_length=SHORT_LENGTH,
        rows=3,
        required=False,
        help_text="Alleen nodig bij maatwerk. Dit staat niet op de afdruk.",
    )
    who = forms.ChoiceField(
        label="Wie doet het?",
        choices=[("", "Kies wie het doet"), *ActionWho.choices],
        error_messages={"required": "Kies wie het doet."},
    )
    name = forms.CharField(label="Naam", max_length=NAME_LENGTH, required=False)
    offer = OfferField(
        Offer.objects.none(),
        label="Van de sociale kaart",
        required=False,
        empty_label="Geen aanbod gekozen",
    )
    since = DayField(label="Vanaf", error_messages={"required": "Kies een dag."})
    until = DayField(label="Tot en met", required=False)

    def __init__(
        self, *args: Any, user: User, action: PlanAction | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        only_when_needed(self.fields["short"])
        self.fields["since"].initial = timezone.localdate()
        offer: Any = self.fields["offer"]
        first = self.initial.get("offer")
        offer.offer(user, [str(first or ""), self.data.get("offer") or ""], action)
        self.is_change = action is not None
        names = ("what", "kind", "short", "who", "name", "offer", "since", "until")
        del self.fields["submission_key" if action else "version"]
        button = "Bewaren" if action else "Actie toevoegen"
        self.helper = helper(button, "version" if action else "submission_key", *names)

    def clean(self) -> dict[str, Any]:
        """The action as the act wants it, beside the key or the version."""
        answers = super().clean() or {}
        if self.errors:
            return answers
        names = ActionText.__dataclass_fields__
        key = "version" if self.is_change else "submission_key"
        text = ActionText(**{name: answers[name] for name in names})
        return {"text": text, key: answers[key]}


class MoveForm(VersionedForm):
    """How an action stands, and what came of it."""

    state = forms.ChoiceField(
        label="Hoe staat het ermee?",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies hoe het ermee staat."},
    )
    result = ParagraphField(
        label="Wat is het resultaat?",
        max_length=WORDS_LENGTH,
        rows=3,
        required=False,
        help_text="Nodig bij klaar of gestopt. Dit staat ook op de afdruk.",
    )

    def __init__(self, *args: Any, action: PlanAction, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        state: Any = self.fields["state"]
        state.choices = [
            (target, ActionState(target).label)
            for target, step in ACTION_STEPS.items()
            if ACTION_LIFECYCLE.allows(step, action.state) or action.state == target
        ]
        self.helper = helper("Bewaren", "version", "state", "result")
