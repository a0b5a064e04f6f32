"""What the crispy pack ``nlds`` needs from Python: one tag that prepares a whole field.

The NL Design System class names live here and in ``templates/nlds`` only. Everything that can
be decided once per field is decided here, so that a field costs one flat template.
"""

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Any

from django import forms, template
from django.forms.boundfield import BoundField
from django.forms.widgets import ChoiceWidget
from django.template import Context
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

Attrs = dict[str, Any]

CHECKBOX = (
    "utrecht-checkbox utrecht-checkbox--html-input "
    "utrecht-custom-checkbox utrecht-custom-checkbox--html-input"
)
RADIO = "utrecht-radio-button utrecht-radio-button--html-input"
SELECT = "utrecht-select utrecht-select--html-select"
TEXTBOX = "utrecht-textbox utrecht-textbox--html-input"
WIDGET_CLASSES: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.CheckboxSelectMultiple, CHECKBOX),  # a subclass of RadioSelect, so it comes first
    (forms.RadioSelect, RADIO),
    (forms.CheckboxInput, CHECKBOX),
    (forms.Textarea, "utrecht-textarea utrecht-textarea--html-textarea"),
    (forms.FileInput, "wt-file"),
    (forms.Select, SELECT),
    (forms.SelectDateWidget, SELECT),
    (forms.Widget, TEXTBOX),
)
ISO_FORMATS = {"date": "%Y-%m-%d", "datetime-local": "%Y-%m-%dT%H:%M", "time": "%H:%M"}
DATE_PARTS = {"day": "Dag", "month": "Maand", "year": "Jaar"}


def _widget_class(widget: forms.Widget) -> str:
    return next(names for base, names in WIDGET_CLASSES if isinstance(widget, base))


def _kind(widget: forms.Widget) -> str:
    """How the field is laid out: ``hidden``, ``check`` (one box), ``group`` or ``plain``."""
    if widget.is_hidden:
        return "hidden"
    if isinstance(widget, forms.CheckboxInput):
        return "check"
    grouped = widget.use_fieldset and not isinstance(widget, forms.FileInput)
    return "group" if grouped else "plain"


def _described_by(field: BoundField, counted: bool) -> str:
    """The ids of help, errors and counter, in the order in which they stand on the screen."""
    there = {"helptext": field.help_text, "error": field.errors, "counter": counted}
    return " ".join(f"{field.auto_id}_{name}" for name, shown in there.items() if shown)


def _use_iso_format(widget: forms.Widget) -> None:
    """A browser's own date and time fields read ISO 8601 only, whatever the language is."""
    parts: Iterable[Any] = getattr(widget, "widgets", (widget,))
    for part in parts:
        if input_format := ISO_FORMATS.get(getattr(part, "input_type", "")):
            part.format = input_format


def _take_maximum(widget: forms.Widget) -> int | None:
    """Take ``maxlength`` away: a browser cuts pasted text off there, and typing must not get lost.

    The form says so when a text is too long; a text area counts while typing (design 9).
    """
    maximum = widget.attrs.pop("maxlength", None)
    if not isinstance(widget, forms.Textarea):
        return None
    if maximum is not None:
        widget.attrs["data-counter"] = maximum
    counted = widget.attrs.get("data-counter")
    return int(counted) if counted else None


def _widget_attrs(field: BoundField, kind: str, described_by: str) -> Attrs:
    widget = field.field.widget
    own = widget.attrs.get("class", "")
    attrs: Attrs = {"class": f"{_widget_class(widget)} {own}".rstrip()}
    if kind != "group":
        if field.field.required:
            attrs["aria-required"] = "true"
        if described_by and field.auto_id:
            attrs["aria-describedby"] = described_by
    return attrs


def _group_attrs(field: BoundField, described_by: str) -> SafeString:
    """Say on the fieldset what cannot be said on one of its options."""
    attrs: Attrs = {}
    if described_by and field.auto_id:
        attrs["aria-describedby"] = described_by
    widget = field.field.widget
    if isinstance(widget, forms.RadioSelect) and not isinstance(
        widget, forms.CheckboxSelectMultiple
    ):
        attrs["role"] = "radiogroup"
        if field.field.required:
            attrs["aria-required"] = "true"
        if field.errors:
            attrs["aria-invalid"] = "true"
    return _flat(attrs)


def _says_optional(field: BoundField) -> bool:
    """Whether it stands beside the label; not where another answer makes it necessary."""
    by_form = getattr(field.form, "says_optional", True)
    return bool(getattr(field.field, "says_optional", by_form))


@register.simple_tag(takes_context=True)
def nlds_field(context: Context, field: BoundField) -> Attrs:
    """Everything ``nlds/field.html`` shows of a field, decided once."""
    widget = field.field.widget
    field.form.use_required_attribute = False  # required radios would be red before typing
    kind = _kind(widget)
    _use_iso_format(widget)
    maximum = _take_maximum(widget)
    described_by = _described_by(field, maximum is not None)
    errors = field.errors if context.get("form_show_errors", True) else []
    return {
        "kind": kind,
        "id": field.auto_id,
        "for": field.id_for_label,
        "label": field.label,
        "label_hidden": not context.get("form_show_labels", True),
        "optional": not field.field.required and _says_optional(field),
        "help": field.help_text,
        "errors": errors,
        "maximum": maximum,
        "css": _field_classes(kind, bool(errors), context.get("wrapper_class")),
        "group_attrs": _group_attrs(field, described_by) if kind == "group" else "",
        "widget": field.as_widget(attrs=_widget_attrs(field, kind, described_by)),
    }


def _field_classes(kind: str, invalid: bool, extra: str | None) -> str:
    names = ["utrecht-form-field utrecht-form-field--distanced"]
    if kind == "check":
        names.append("utrecht-form-field--checkbox")
    if invalid:
        names.append("utrecht-form-field--invalid")
    return " ".join([*names, extra] if extra else names)


def _first_control(field: BoundField) -> str:
    """The id to which a link in the error summary jumps: the first thing one can fill in."""
    if isinstance(field.field.widget, ChoiceWidget) and field.use_fieldset:
        parts = field.subwidgets
        return str(parts[0].id_for_label or "") if parts else f"div_{field.auto_id}"
    if isinstance(field.field.widget, forms.MultiWidget):
        return f"{field.auto_id}_0"
    return field.id_for_label or f"div_{field.auto_id}"


@register.filter
def nlds_error_links(form: forms.BaseForm) -> Iterator[Attrs]:
    """Every error of a form with the place to repair it, in the order of the fields."""
    for message in form.non_field_errors():
        yield {"href": "", "label": "", "message": message}
    for field in form:
        href = "" if field.is_hidden else f"#{_first_control(field)}"
        label = "" if field.is_hidden else field.label
        for message in field.errors:
            yield {"href": href, "label": label, "message": message}


def _escaped(value: object) -> str:
    """Text for inside HTML; what is safe already stays as it is."""
    return value.__html__() if hasattr(value, "__html__") else escape(str(value))


def _flat(attrs: Mapping[str, Any]) -> SafeString:
    """Attributes as text. Django's own loops cost a millisecond on a list of 150 people."""
    text = "".join(
        f" {name}" if value is True else f' {name}="{_escaped(value)}"'
        for name, value in attrs.items()
        if value is not None and value is not False
    )
    return mark_safe(text)  # noqa: S308  (every value went through _escaped)


@register.filter
def nlds_attrs(attrs: Mapping[str, Any]) -> SafeString:
    """The attributes of a widget as text, in one go instead of a loop in a template."""
    return _flat(attrs)


@register.filter
def nlds_option_attrs(attrs: Mapping[str, Any]) -> SafeString:
    """The attributes of one radio button or box; that the answer is wrong, the group says."""
    return _flat({name: value for name, value in attrs.items() if name != "aria-invalid"})


@register.filter
def nlds_options(optgroups: list[tuple[str | None, list[Attrs], int]]) -> SafeString:
    """The options of a select; a long list must not cost two templates per option."""
    return mark_safe("".join(_options(label, options) for label, options, _ in optgroups))  # noqa: S308


def _options(label: str | None, options: list[Attrs]) -> str:
    html = "".join(
        f'<option value="{_escaped(option["value"])}"{_flat(option["attrs"])}>'
        f"{_escaped(option['label'])}</option>"
        for option in options
    )
    return f'<optgroup label="{_escaped(label)}">{html}</optgroup>' if label else html


@register.filter
def nlds_date_part(name: str) -> str:
    """The label of one of the three selects of a date."""
    return DATE_PARTS[name.rpartition("_")[2]]
