"""Plain fields of a long form, composed in one go: no template and no crispy object per field.

The cards at the kitchen table are nine forms with twenty fields each. Through ``nlds/field.html``
they cost most of the page (design 11: six times the floor). What comes out is what that template
and the widgets of ``templates/django/forms`` make of a field without errors; a test compares both.
"""

import html
from typing import Any

from django import forms
from django.utils.safestring import SafeString, mark_safe

from common.templatetags.nlds import RADIO, SELECT, WIDGET_CLASSES

FIELD = "utrecht-form-field utrecht-form-field--distanced"
HELP = "utrecht-form-field__description utrecht-form-field-description"
TEXTAREA = dict(WIDGET_CLASSES)[forms.Textarea]


class Heading:
    """A heading between the fields; crispy's own ``HTML`` compiles a template on every page."""

    def __init__(self, text: str) -> None:
        self.text = text

    def render(self, form: forms.Form, context: Any, *args: Any, **kwargs: Any) -> SafeString:
        """The heading of a part of a card."""
        return _safe(f"<h3>{_text(self.text)}</h3>")


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
        fields = "".join([_field(form, name) for name in self.names])
        if self.fold:
            summary = f"<summary>{_text(self.fold)}</summary>"
            return _safe(f'<details class="wt-fold-card">{summary}{fields}</details>')
        if self.css_class is None:
            return _safe(fields)
        return _safe(f'<div class="{_text(self.css_class)}">{fields}</div>')


def _safe(composed: str) -> SafeString:
    """HTML of which every value went through ``_text``."""
    return mark_safe(composed)  # noqa: S308


def _text(value: object) -> str:
    """A value as text in HTML. Django's own ``format_html`` took a quarter of the page."""
    return value.__html__() if hasattr(value, "__html__") else html.escape(str(value))


def _field(form: forms.Form, name: str) -> str:
    """One field with its label and help, by the kind of its widget."""
    field: Any = form.fields[name]
    key, value = _text(str(form.auto_id) % name), str(form.initial.get(name, "") or "")
    aid = ""
    if field.help_text:
        aid = f'<div class="{HELP}" id="{key}_helptext">{_text(field.help_text)}</div>'
    required, label = ' aria-required="true"' if field.required else "", _text(field.label)
    if isinstance(field.widget, forms.RadioSelect):
        return (
            f'<fieldset class="wt-group {FIELD}" id="div_{key}" role="radiogroup"{required}>\n'
            f'<legend class="utrecht-form-label">{label}</legend>\n'
            f"{aid}{_radios(field, name, key, value)}</fieldset>"
        )
    is_area = isinstance(field.widget, forms.Textarea)
    control = (_area if is_area else _select)(field, name, key, value, required)
    return (
        f'<div class="{FIELD}" id="div_{key}"><div class="utrecht-form-field__label">'
        f'<label class="utrecht-form-label" for="{key}">{label}</label></div>'
        f'{aid}<div class="utrecht-form-field__input">{control}</div></div>'
    )


def _area(field: Any, name: str, key: str, value: str, required: str) -> str:
    """A text area that counts (docs/frontend.md)."""
    described = f"{key}_helptext {key}_counter" if field.help_text else f"{key}_counter"
    rows, longest = int(field.widget.attrs["rows"]), int(field.max_length)
    maximum = f"{longest:,}".replace(",", ".")
    return (
        f'<textarea name="{_text(name)}" rows="{rows}" data-counter="{longest}" '
        f'class="{TEXTAREA}" aria-describedby="{described}"{required} id="{key}">\n'
        f'{_text(value)}</textarea><p class="wt-counter" id="{key}_counter">'
        f"Hoogstens {maximum} tekens.</p>"
    )


def _select(field: Any, name: str, key: str, value: str, required: str) -> str:
    options = "".join(
        [
            f'<option value="{_text(each)}"{" selected" if str(each) == value else ""}>'
            f"{_text(label)}</option>"
            for each, label in field.choices
        ]
    )
    return f'<select name="{_text(name)}" class="{SELECT}"{required} id="{key}">{options}</select>'


def _radios(field: Any, name: str, key: str, value: str) -> str:
    rows = "".join(
        [
            f'<div class="wt-choice"><input type="radio" name="{_text(name)}" '
            f'value="{_text(each)}" class="{RADIO}" id="{key}_{number}"'
            f"{' checked' if str(each) == value else ''}>"
            f'<label class="utrecht-form-label utrecht-form-label--radio" for="{key}_{number}">'
            f"{_text(label)}</label></div>"
            for number, (each, label) in enumerate(field.choices)
        ]
    )
    return f'<div class="wt-choices" id="{key}">{rows}</div>'
