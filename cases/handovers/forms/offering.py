"""The form with which a dossier is offered."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.utils import timezone

from cases.dossiers.models import ResidentFile
from cases.handovers.models import Agreed, Expertise, Handover, Offer, Urgency
from cases.handovers.receiving import teams_for
from cases.handovers.services.offering import Draft
from clusters.models import Team
from common.forms import OnceForm, ParagraphField

LENGTH = 4000


class OfferForm(OnceForm):
    """To whom, why, and what the receiving team must know (OD-2)."""

    use_required_attribute = False

    to_team = forms.ModelChoiceField(
        Team.objects.none(),
        label="Naar welk team?",
        empty_label="Kies een team",
        error_messages={"required": "Kies een team."},
    )
    expertise = forms.ChoiceField(
        label="Welke expertise vraagt u?",
        choices=[("", "Geen bijzondere"), *Expertise.choices],
        required=False,
        help_text="Nodig als u het Sociaal Stedelijk Team vraagt.",
    )
    urgency = forms.ChoiceField(
        label="Hoe snel is antwoord nodig?",
        choices=Urgency.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies hoe snel antwoord nodig is."},
    )
    why = ParagraphField(
        label="Waarom kan uw team dit niet zelf?",
        max_length=LENGTH,
        rows=3,
        error_messages={"required": "Schrijf op waarom uw team dit niet zelf kan."},
    )
    summary = ParagraphField(
        label="Samenvatting voor het andere team",
        max_length=LENGTH,
        rows=6,
        help_text="Dit leest het team vóór het aanvaardt. Het dossier leest het daarna. Schrijf "
        "alleen op wat nodig is om te kunnen kiezen.",
        error_messages={"required": "Schrijf een samenvatting."},
    )
    agreed = forms.ChoiceField(
        label="Is de inwoner akkoord?",
        choices=Agreed.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies of de inwoner akkoord is."},
    )
    told = ParagraphField(
        label="Wat weet de inwoner, en wat sprak u af?",
        max_length=LENGTH,
        rows=3,
        help_text="Zonder akkoord: op welke grond, en waarom het toch nodig is.",
        error_messages={"required": "Schrijf op wat de inwoner weet, of welke grond er is."},
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(
        self, *args: Any, file: ResidentFile, draft: Handover | None = None, **kwargs: Any
    ) -> None:
        kwargs["initial"] = _as_written(draft)
        super().__init__(*args, **kwargs)
        team: Any = self.fields["to_team"]
        team.queryset = teams_for(file, timezone.localdate())
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.layout = Layout(
            *self.fields,
            Submit("offer", "Aanbieden", data_key="Alt+S"),
            Submit("keep", "Bewaren als concept", css_class="utrecht-button--secondary-action"),
        )

    def clean(self) -> dict[str, Any]:
        """As the act wants it: one draft."""
        told = super().clean() or {}
        if self.errors:
            return told
        words = Offer(**{name: told[name] for name in ("summary", "why", "told")})
        names = ("to_team", "expertise", "urgency", "agreed")
        draft = Draft(**{name: told[name] for name in names}, offer=words)
        kept = ("submission_key", "version")
        return {name: told[name] for name in kept} | {"draft": draft}


def _as_written(draft: Handover | None) -> dict[str, Any]:
    """What the concept says."""
    if draft is None:
        return {"version": 0, "urgency": Urgency.NORMAL}
    names = ("to_team", "expertise", "urgency", "agreed", "version")
    words = {name: getattr(draft.offer, name) for name in ("summary", "why", "told")}
    return {name: getattr(draft, name) for name in names} | words
