"""The filters of the trail: numbers, dates and choices only, so the address holds no names."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.urls import get_resolver
from django.utils import timezone

from audit.labels import CODES, code_label, object_label

WHY_CLOSED = (
    ("inzage", "Verzoek om inzage van een inwoner"),
    ("klacht", "Klacht of incident"),
    ("steekproef", "Steekproef"),
)
"""Why somebody also wants the lines of closed parts; a choice, so that no address holds words."""
OBJECT_TYPES = ("cases.callbackrequest", "cases.resident", "clusters.user")


class TrailFilterForm(forms.Form):
    """Which lines to show; every field may stay empty."""

    van = forms.DateField(label="Vanaf", required=False, widget=forms.DateInput({"type": "date"}))
    tot = forms.DateField(
        label="Tot en met", required=False, widget=forms.DateInput({"type": "date"})
    )
    medewerker = forms.TypedChoiceField(
        label="Medewerker", required=False, coerce=int, empty_value=None
    )
    gebeurtenis = forms.ChoiceField(label="Wat", required=False)
    bewoner = forms.IntegerField(label="Nummer inwoner", required=False, min_value=1)
    onderdeel = forms.ChoiceField(label="Soort", required=False)
    nummer = forms.IntegerField(label="Nummer daarvan", required=False, min_value=1)
    pagina = forms.ChoiceField(label="Pagina", required=False)
    afgeschermd = forms.ChoiceField(
        label="Ook afgeschermde delen, omdat", required=False, choices=[("", "Nee"), *WHY_CLOSED]
    )
    geweigerd = forms.BooleanField(label="Alleen geweigerd of misgegaan", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        codes = sorted(((code, code_label(code)) for code in CODES), key=lambda pair: pair[1])
        kinds = [(kind, object_label(kind)) for kind in OBJECT_TYPES]
        self._choices("medewerker", "Iedereen", _employees())
        self._choices("gebeurtenis", "Alles", codes)
        self._choices("onderdeel", "Alles", kinds)
        self._choices("pagina", "Alle pagina's", [(name, name) for name in _page_names()])

    def clean(self) -> dict[str, Any]:
        """A period does not end before it begins."""
        answers: dict[str, Any] = super().clean() or {}
        begin, end = answers.get("van"), answers.get("tot")
        if begin and end and end < begin:
            self.add_error("tot", "Deze dag ligt voor “Vanaf”. Kies een latere dag.")
        return answers

    def conditions(self) -> dict[str, Any]:
        """The answers as the trail wants them; only for a valid form."""
        answers = self.cleaned_data
        last = answers["tot"]
        return {
            "begin": _midnight(answers["van"]),
            "end": _midnight(last + timedelta(days=1) if last else None),
            "actor_id": answers["medewerker"],
            "code": answers["gebeurtenis"],
            "resident_id": answers["bewoner"],
            "object_type": answers["onderdeel"],
            "object_id": str(answers["nummer"] or ""),
            "route": answers["pagina"],
            "denied": answers["geweigerd"],
            "closed": answers["afgeschermd"],
        }

    @property
    def why_closed(self) -> str:
        """Why lines of closed parts are asked for, in words; empty when they are not."""
        chosen = self.cleaned_data.get("afgeschermd", "") if self.is_valid() else ""
        return dict(WHY_CLOSED).get(chosen, "")

    def _choices(self, name: str, everything: str, pairs: list[tuple[Any, str]]) -> None:
        field: Any = self.fields[name]
        field.choices = [("", everything), *pairs]


def _employees() -> list[tuple[Any, str]]:
    """Everybody with an account, also those who left."""
    people = get_user_model()._default_manager.order_by("last_name", "first_name", "pk")
    return [(person.pk, f"{person} ({person.get_username()})") for person in people]


def _page_names() -> list[str]:
    """The names of all addresses of the site."""
    return sorted(name for name in get_resolver().reverse_dict if isinstance(name, str))


def _midnight(day: date | None) -> datetime | None:
    """The beginning of a day on the clock of Amsterdam."""
    return timezone.make_aware(datetime.combine(day, time.min)) if day else None
