"""The form with which a team takes a dossier over: who directs, the warm talk, the manifest."""

from collections.abc import Sequence
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Layout, Submit
from django import forms
from django.utils import timezone

from cases.handovers.manifest import Item
from cases.handovers.models import Handover, WarmTalk
from cases.handovers.receiving import workers_of
from cases.residents.forms import DayField
from clusters.absence.choosing import ColleagueField
from clusters.models import User
from common.forms import ParagraphField

NAMES_LENGTH, WORDS_LENGTH = 300, 2000
ITEM = "item-"


class AcceptForm(forms.Form):
    """``version`` and the fields of the items are what the page showed (OD-6)."""

    use_required_attribute = False

    director = ColleagueField(
        User.objects.none(),
        shows_load=True,
        label="Wie wordt casusregisseur?",
        empty_label="Kies een collega",
        error_messages={"required": "Kies wie de regie krijgt."},
    )
    on = DayField(
        label="Dag van de warme overdracht",
        error_messages={"required": "Vul in wanneer u elkaar sprak."},
    )
    people = forms.CharField(
        label="Wie spraken elkaar?",
        max_length=NAMES_LENGTH,
        error_messages={"required": "Vul in wie er bij waren."},
    )
    with_resident = forms.BooleanField(label="De inwoner was erbij", required=False)
    promised = ParagraphField(
        label="Wat is beloofd?",
        max_length=WORDS_LENGTH,
        rows=3,
        help_text="Bijvoorbeeld: wie belt de inwoner, en wanneer.",
        error_messages={"required": "Schrijf op wat er is beloofd."},
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(
        self, *args: Any, handover: Handover, items: Sequence[Item], by: User, **kwargs: Any
    ) -> None:
        today = timezone.localdate()
        kwargs["initial"] = {"version": handover.version, "director": by.pk, "on": today}
        super().__init__(*args, **kwargs)
        people: Any = self.fields["director"]
        staff = workers_of(handover.to_team, today).values("user_id")
        people.queryset = User.objects.filter(pk__in=staff).order_by("last_name", "pk")
        for item in items:
            self.fields[ITEM + item.key] = _field_of(item)
        names = [ITEM + item.key for item in items]
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.layout = Layout(
            "version",
            "director",
            HTML(_HEADING.format(_LEAD if names else _NOTHING)),
            *names,
            HTML('<h2 class="wt-section">De warme overdracht</h2>'),
            "on",
            "people",
            "with_resident",
            "promised",
            Submit("do", "Aanvaarden", data_key="Alt+S"),
        )

    def clean(self) -> dict[str, Any]:
        """As the act wants it: the talk as one thing, and a choice per item."""
        told = super().clean() or {}
        if self.errors:
            return told
        talk = WarmTalk(**{name: told[name] for name in WarmTalk.__dataclass_fields__})
        chosen = {
            name.removeprefix(ITEM): choice
            for name, choice in told.items()
            if name.startswith(ITEM)
        }
        names = ("director", "version")
        return {name: told[name] for name in names} | {"talk": talk, "chosen": chosen}


_HEADING = '<h2 class="wt-section">Wat staat er open?</h2><p>{0}</p>'
_LEAD = "Niets mag tussen twee bureaus vallen. Wat meegaat, komt bij de nieuwe casusregisseur."
_NOTHING = "Er staat niets open. Het plan en de evaluaties gaan vanzelf mee."


def _field_of(item: Item) -> forms.ChoiceField:
    """One open thing."""
    return forms.ChoiceField(
        label=item.label,
        choices=item.choices,
        initial=item.usual,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies of dit meegaat of blijft."},
    )
