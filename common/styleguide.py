"""The page Bouwstenen: every part of the screen in every state, to look at and to test.

Whoever changes a template, a colour or a package sees here what happened. Only for the
application manager; nothing on it is stored.
"""

from datetime import datetime, timedelta
from typing import Any

from crispy_forms.bootstrap import FormActions
from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Button, Column, Field, Fieldset, Layout, Row, Submit
from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from common.charts.examples import examples

KINDS = (
    ("neutral", "Gesloten"),
    ("info", "Nieuw"),
    ("ok", "Op tijd"),
    ("warning", "Nog 2 uur"),
    ("late", "3 uur te laat"),
    ("far_late", "2 werkdagen te laat"),
)
URGENCIES = [("spoed", "Spoed"), ("normaal", "Normaal"), ("ruim", "Ruim")]
DOMAINS = [
    ("Thuis", [("wonen", "Wonen"), ("geld", "Geld")]),
    ("Meedoen", [("werk", "Werk"), ("taal", "Taal")]),
]


class TextForm(forms.Form):
    """Everything one types."""

    text = forms.CharField(label="Naam", help_text="Zoals de inwoner hem noemt.")
    email = forms.EmailField(label="E-mailadres", required=False)
    website = forms.URLField(label="Website", required=False, assume_scheme="https")
    password = forms.CharField(label="Wachtwoord", widget=forms.PasswordInput)
    number = forms.IntegerField(label="Aantal personen", min_value=1)
    question = forms.CharField(label="Vraag", max_length=100, widget=forms.Textarea)
    secret = forms.CharField(widget=forms.HiddenInput, initial="x")
    secrets = forms.MultipleChoiceField(
        widget=forms.MultipleHiddenInput, choices=URGENCIES, initial=["spoed", "ruim"]
    )


class MomentForm(forms.Form):
    """Every way to give a date or a time."""

    date = forms.DateField(label="Datum", widget=forms.DateInput(attrs={"type": "date"}))
    typed_date = forms.DateField(label="Geboortedatum", help_text="Bijvoorbeeld 31-12-1950.")
    moment = forms.DateTimeField(
        label="Moment", widget=forms.DateTimeInput(attrs={"type": "datetime-local"})
    )
    time = forms.TimeField(label="Tijd", widget=forms.TimeInput(attrs={"type": "time"}))
    split = forms.SplitDateTimeField(
        label="Afspraak",
        widget=forms.SplitDateTimeWidget(date_attrs={"type": "date"}, time_attrs={"type": "time"}),
    )
    parts = forms.DateField(
        label="Ingangsdatum", required=False, widget=forms.SelectDateWidget(years=[2026, 2027])
    )


class ChoiceForm(forms.Form):
    """Every way to choose, and a file."""

    select = forms.ChoiceField(label="Spoed", choices=[("", "Maak een keuze"), *URGENCIES])
    grouped = forms.ChoiceField(label="Leefgebied", choices=DOMAINS, required=False)
    several = forms.MultipleChoiceField(label="Teams", choices=URGENCIES)
    unknown = forms.NullBooleanField(label="Tolk nodig", required=False)
    radio = forms.ChoiceField(label="Termijn", choices=URGENCIES, widget=forms.RadioSelect)
    boxes = forms.MultipleChoiceField(
        label="Onderwerpen",
        choices=DOMAINS,
        widget=forms.CheckboxSelectMultiple,
        help_text="Kies alles wat past.",
    )
    agreed = forms.BooleanField(label="Voicemail inspreken mag", help_text="Vraag het eerst.")
    upload = forms.FileField(label="Bijlage", widget=forms.FileInput)
    replaced = forms.FileField(label="Plattegrond", required=False)
    fixed = forms.CharField(label="Cluster", disabled=True, initial="Noord", required=False)


class LayoutForm(TextForm):
    """The layout objects of crispy around a few fields."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.layout = Layout(
            Fieldset(
                "Wie belt er",
                Row("text", "email"),
                Row(Column("number"), Column(Field("website", wrapper_class="wt-inline"))),
            ),
            Fieldset("Waarover", "question", "password", "secret", "secrets"),
            HTML("<p>Lees de vraag nog een keer voor.</p>"),
            FormActions(
                Submit("save", "Terugbelverzoek vastleggen", data_key="Alt+S"),
                Button("later", "Later afmaken"),
                Submit("drop", "Weggooien", css_class="utrecht-button--secondary-action"),
            ),
        )


class LineForm(forms.Form):
    """One line of a formset."""

    name = forms.CharField(label="Naam")
    role = forms.ChoiceField(label="Spoed", choices=URGENCIES, required=False)


LineFormSet = forms.formset_factory(LineForm, extra=1, can_delete=True)


class FilterForm(forms.Form):
    """The filters above a list."""

    state = forms.ChoiceField(label="Spoed", choices=[("", "Alle"), *URGENCIES], required=False)
    query = forms.CharField(label="Naam", required=False)


@require_http_methods(["GET", "POST"])
def styleguide(request: HttpRequest) -> HttpResponse:
    """Show every widget and component, or with ``?fouten=1`` or a POST how errors look."""
    if getattr(request.user, "acting_role", "") != "application_manager":
        raise PermissionDenied
    wrong = request.method == "POST" or "fouten" in request.GET
    for level in (messages.INFO, messages.SUCCESS, messages.WARNING, messages.ERROR):
        messages.add_message(request, level, "Zo ziet een melding er bovenaan de pagina uit.")
    parts = _forms(wrong=wrong) | _components(request, wrong=wrong)
    return render(request, "common/styleguide.html", parts)


def _filled(now: datetime) -> dict[str, Any]:
    """An answer for every field, as a person would give it."""
    return {
        "text": "Fatima El Idrissi-van der Meer",
        "question": "Wie helpt mij met de brief over de huur?",
        "number": 3,
        "date": now.date(),
        "typed_date": now.date(),
        "moment": now,
        "time": now.time(),
        "split": now,
        "parts": now.date(),
        "select": "normaal",
        "several": ["spoed", "ruim"],
        "unknown": True,
        "radio": "normaal",
        "boxes": ["wonen", "taal"],
        "agreed": True,
        "replaced": _StoredFile(),
    }


def _forms(*, wrong: bool) -> dict[str, Any]:
    filled = _filled(timezone.localtime())
    lines = {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "form-0-role": "fout"}
    plain = FormHelper()
    plain.form_tag = False
    table = FormHelper()
    table.template = "nlds/table_inline_formset.html"
    kinds = (TextForm, MomentForm, ChoiceForm)
    return {
        "plain": plain,
        "table": table,
        "layout_form": LayoutForm(prefix="layout"),
        "empty_forms": [kind(prefix="empty") for kind in kinds if not wrong],
        "filled_forms": [kind(prefix="filled", initial=filled) for kind in kinds if not wrong],
        "wrong_forms": [kind({"wrong-x": "1"}, prefix="wrong") for kind in kinds if wrong],
        "formset": LineFormSet(lines if wrong else None),
        "stacked": LineFormSet(prefix="rows"),
        "filter_form": FilterForm(),
    }


def _components(request: HttpRequest, *, wrong: bool) -> dict[str, Any]:
    now = timezone.now()
    steps = [
        {"at": now, "by": "S. Yilmaz", "title": "Opgepakt", "text": ""},
        {"at": now - timedelta(days=400), "by": "KCC", "title": "Vastgelegd", "text": "Huur."},
    ]
    return {
        "kinds": KINDS,
        "alert_kinds": ("info", "ok", "warning", "error"),
        "rows": range(1, 9),
        "now": now,
        "steps": steps,
        "facts": [("Naam", "Fatima El Idrissi"), ("Telefoon", "06 12345678"), ("E-mail", "")],
        "tabs": [
            {"label": "Leeg en gevuld", "url": request.path, "current": not wrong},
            {"label": "Met fouten", "url": "?fouten=1", "current": wrong},
        ],
        "page": _Page(),
        "charts": examples(),
        "items": [{"label": "Doorsturen", "url": "#"}, {"label": "Vrijgeven", "url": "#"}],
    }


class _StoredFile:
    """A file that was sent before."""

    url = "#plattegrond"

    def __str__(self) -> str:
        return "plattegrond.pdf"


class _Page:
    """A page in the middle of a long list."""

    number = 2
    has_previous = has_next = has_other_pages = True
    previous_page_number = 1
    next_page_number = 3
