"""Plain fields of a long form, composed in one go: no template and no crispy object per field.

The cards at the kitchen table are nine forms with twenty fields each. Through ``nlds/field.html``
they cost most of the page (design 11: six times the floor). What comes out is what that template
and the widgets of ``templates/django/forms`` make of a field without errors; a test compares both.
"""

from typing import Any

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from common.templatetags.nlds import RADIO, SELECT, WIDGET_CLASSES

FIELD = "utrecht-form-field utrecht-form-field--distanced"
HELP = "utrecht-form-field__description utrecht-form-field-description"
TEXTAREA = dict(WIDGET_CLASSES)[forms.Textarea]
REQUIRED = format_html(' aria-required="{}"', "true")


class Heading:
    """A heading between the fields; crispy's own ``HTML`` compiles a template on every page."""

    def __init__(self, text: str) -> None:
        self.text = text

    def render(self, form: forms.Form, context: Any, *args: Any, **kwargs: Any) -> SafeString:
        """The heading of a part of a card."""
        return format_html("<h3>{}</h3>", self.text)


class FlatFields:
    """A part of a crispy layout: text areas, selects and radio buttons without errors.

    With ``css_class`` they stand in a block, with ``fold`` under a line that opens them. Only for
    forms that judge nothing while one writes: an error would not be shown here.
    """

    def __init__(self, *names: str, css_class: str | None = None, fold: str = "") -> None:
        self.names, self.css_class, self.fold = names, css_class, fold

    def render(self, form: forms.Form, context: Any, *args: Any, **kwargs: Any) -> SafeString:
        """All of them, one after the other."""
        form.rendered_fields |= set(self.names)  # type: ignore[attr-defined]  # crispy's own list
        fields = format_html_join("", "{}", ((_field(form, name),) for name in self.names))
        if self.fold:
            block = '<details class="wt-fold-card"><summary>{}</summary>{}</details>'
            return format_html(block, self.fold, fields)
        if self.css_class is None:
            return fields
        return format_html('<div class="{}">{}</div>', self.css_class, fields)


def _field(form: forms.Form, name: str) -> SafeString:
    """One field with its label and help, by the kind of its widget."""
    field: Any = form.fields[name]
    key, value = str(form.auto_id) % name, form.initial.get(name, "") or ""
    help_html = '<div class="{}" id="{}_helptext">{}</div>'
    aid = format_html(help_html, HELP, key, field.help_text) if field.help_text else ""
    required = REQUIRED if field.required else ""
    if isinstance(field.widget, forms.RadioSelect):
        return format_html(
            '<fieldset class="wt-group {}" id="div_{}" role="radiogroup"{}>\n'
            '<legend class="utrecht-form-label">{}</legend>\n{}{}</fieldset>',
            *(FIELD, key, required, field.label, aid, _radios(field, name, key, value)),
        )
    is_area = isinstance(field.widget, forms.Textarea)
    control = (_area if is_area else _select)(field, name, key, value, required)
    return format_html(
        '<div class="{}" id="div_{}"><div class="utrecht-form-field__label">'
        '<label class="utrecht-form-label" for="{}">{}</label></div>'
        '{}<div class="utrecht-form-field__input">{}</div></div>',
        *(FIELD, key, key, field.label, aid, control),
    )


def _area(field: Any, name: str, key: str, value: str, required: str) -> SafeString:
    """A text area that counts (docs/frontend.md)."""
    described = f"{key}_helptext {key}_counter" if field.help_text else f"{key}_counter"
    maximum = f"{field.max_length:,}".replace(",", ".")
    return format_html(
        '<textarea name="{}" rows="{}" data-counter="{}" class="{}" aria-describedby="{}"{} '
        'id="{}">\n{}</textarea><p class="wt-counter" id="{}_counter">Hoogstens {} tekens.</p>',
        *(name, field.widget.attrs["rows"], field.max_length, TEXTAREA, described, required),
        *(key, value, key, maximum),
    )


def _select(field: Any, name: str, key: str, value: str, required: str) -> SafeString:
    options = format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        (
            (each, format_html(" {}", "selected") if str(each) == value else "", label)
            for each, label in field.choices
        ),
    )
    return format_html(
        '<select name="{}" class="{}"{} id="{}">{}</select>', name, SELECT, required, key, options
    )


def _radios(field: Any, name: str, key: str, value: str) -> SafeString:
    rows = format_html_join(
        "",
        '<div class="wt-choice"><input type="radio" name="{}" value="{}" class="{}" id="{}_{}"{}>'
        '<label class="utrecht-form-label utrecht-form-label--radio" for="{}_{}">{}</label></div>',
        (
            (*(name, each, RADIO, key, number), _checked(each, value), *(key, number, label))
            for number, (each, label) in enumerate(field.choices)
        ),
    )
    return format_html('<div class="wt-choices" id="{}">{}</div>', key, rows)


def _checked(each: Any, value: str) -> str:
    return format_html(" {}", "checked") if str(each) == value else ""
