import re

import pytest
from crispy_forms.bootstrap import FormActions
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Field, Fieldset, Layout, Row, Submit
from django import forms
from django.template import engines

CHOICES = [("a", "Eerste"), ("b", "Tweede")]
EVERY_WIDGET = [
    forms.TextInput,
    forms.NumberInput,
    forms.EmailInput,
    forms.URLInput,
    forms.PasswordInput,
    forms.DateInput,
    forms.DateTimeInput,
    forms.TimeInput,
    forms.Textarea,
    forms.CheckboxInput,
    forms.NullBooleanSelect,
    forms.Select,
    forms.SelectMultiple,
    forms.RadioSelect,
    forms.CheckboxSelectMultiple,
    forms.FileInput,
    forms.ClearableFileInput,
    forms.SplitDateTimeWidget,
    forms.SelectDateWidget,
]


def make(widget):
    """A widget of this class, with choices where it needs them."""
    chooses = issubclass(widget, forms.Select | forms.RadioSelect)
    return (
        widget(choices=CHOICES) if chooses and widget is not forms.NullBooleanSelect else widget()
    )


def crispy(form):
    template = engines["django"].from_string("{% load crispy_forms_tags %}{% crispy form %}")
    return template.render({"form": form})


def one_field(field, data=None, **kwargs):
    kind = type("OneForm", (forms.Form,), {"answer": field})
    return crispy(kind(data, **kwargs))


class RefusedField(forms.Field):
    """A field that is never right, whatever its widget makes of nothing."""

    def clean(self, value):
        raise forms.ValidationError("Dit klopt niet.")


def tag_of(html, name):
    """The opening tag of the control with this name."""
    return re.search(rf'<\w+[^>]*\bname="{name}"[^>]*>', html).group()


@pytest.mark.parametrize("widget", EVERY_WIDGET)
def test_every_widget_has_a_name_on_the_screen_and_no_required_attribute(widget):
    html = one_field(forms.Field(label="Vraag", widget=make(widget)))

    assert "Vraag" in html
    assert " required" not in html
    assert "(niet verplicht)" not in html


@pytest.mark.parametrize("widget", EVERY_WIDGET)
def test_every_widget_shows_its_help_before_the_control_and_is_described_by_it(widget):
    html = one_field(forms.Field(label="Vraag", help_text="Uitleg.", widget=make(widget)))

    control = re.search(r"<(input|select|textarea)", html[html.index("Uitleg.") :])
    assert control is not None
    assert html.count('id="id_answer_helptext"') == 1
    assert html.count('aria-describedby="id_answer_helptext') == 1


@pytest.mark.parametrize("widget", EVERY_WIDGET)
def test_every_widget_shows_its_error_once_beside_the_field_and_once_in_the_summary(widget):
    html = one_field(RefusedField(label="Vraag", widget=make(widget)), {"x": "1"})

    assert html.count("Dit klopt niet.") == 2
    assert 'id="id_answer_error"' in html
    assert "utrecht-form-field--invalid" in html


@pytest.mark.parametrize("widget", EVERY_WIDGET)
def test_the_link_in_the_error_summary_leads_to_something_that_exists(widget):
    html = one_field(RefusedField(label="Vraag", widget=make(widget)), {"x": "1"})

    target = re.search(r'<a href="#([^"]+)"', html).group(1)
    assert re.search(rf'<(input|select|textarea)[^>]* id="{target}"', html)


def test_optional_field_says_so_and_required_field_says_so_to_a_screen_reader():
    optional = one_field(forms.CharField(label="Naam", required=False))
    required = one_field(forms.CharField(label="Naam"))

    assert "(niet verplicht)" in optional
    assert "aria-required" not in optional
    assert 'aria-required="true"' in tag_of(required, "answer")


def test_radio_carries_error_and_duty_on_the_group_and_not_on_an_option():
    html = one_field(forms.ChoiceField(choices=CHOICES, widget=forms.RadioSelect), {"x": "1"})

    group = re.search(r"<fieldset[^>]*>", html).group()
    assert 'role="radiogroup"' in group
    assert 'aria-required="true"' in group
    assert 'aria-invalid="true"' in group
    assert "aria-invalid" not in tag_of(html, "answer")


def test_checkboxes_are_a_plain_group():
    html = one_field(
        forms.MultipleChoiceField(choices=CHOICES, widget=forms.CheckboxSelectMultiple)
    )

    assert "radiogroup" not in html
    assert html.count("utrecht-custom-checkbox--html-input") == 2


def test_text_area_counts_and_does_not_cut_off_pasted_text():
    html = one_field(forms.CharField(max_length=1000, widget=forms.Textarea))

    area = tag_of(html, "answer")
    assert "maxlength" not in area
    assert 'data-counter="1000"' in area
    assert 'aria-describedby="id_answer_counter"' in area
    assert 'id="id_answer_counter">Hoogstens 1.000 tekens.' in html


def test_text_that_is_too_long_stays_typed_and_gets_a_message():
    html = one_field(forms.CharField(max_length=5, widget=forms.Textarea), {"answer": "zes <b>!"})

    assert "zes &lt;b&gt;!" in html
    assert 'id="id_answer_error"' in html


def test_text_box_leaves_the_maximum_to_the_server():
    assert "maxlength" not in one_field(forms.CharField(max_length=10))


@pytest.mark.parametrize(
    ("widget", "value", "text"),
    [
        (forms.DateInput(attrs={"type": "date"}), "2026-11-25", "2026-11-25"),
        (forms.TimeInput(attrs={"type": "time"}), "17:00", "17:00"),
    ],
)
def test_browser_date_and_time_get_iso_values_in_dutch(widget, value, text):
    kind = {"date": forms.DateField, "time": forms.TimeField}[widget.input_type]
    initial = kind().to_python(value)

    html = one_field(kind(widget=widget), initial={"answer": initial})

    assert f'value="{text}"' in html


def test_typed_date_reads_in_dutch():
    initial = forms.DateField().to_python("2026-11-25")

    assert 'value="25-11-2026"' in one_field(forms.DateField(), initial={"answer": initial})


def test_split_moment_labels_both_parts_and_fills_them():
    field = forms.SplitDateTimeField(
        widget=forms.SplitDateTimeWidget(date_attrs={"type": "date"}, time_attrs={"type": "time"})
    )
    initial = forms.DateTimeField().to_python("2026-11-25T17:00")

    html = one_field(field, initial={"answer": initial})

    assert re.search(r"<label[^>]*>Datum <input[^>]*value=\"2026-11-25\"", html)
    assert re.search(r"<label[^>]*>Tijd <input[^>]*value=\"17:00\"", html)


def test_date_in_three_selects_labels_each():
    html = one_field(forms.DateField(widget=forms.SelectDateWidget(years=[2026])))

    assert re.findall(r'wt-part">(\w+)', html) == ["Dag", "Maand", "Jaar"]


def test_stored_file_is_shown_and_can_be_removed():
    stored = type("Stored", (), {"url": "/bestand/1/", "__str__": lambda self: "brief.pdf"})()

    html = one_field(forms.FileField(required=False), initial={"answer": stored})

    assert '<a href="/bestand/1/">brief.pdf</a>' in html
    assert 'name="answer-clear"' in html


def test_hidden_fields_have_no_label():
    html = one_field(
        forms.MultipleChoiceField(choices=CHOICES, widget=forms.MultipleHiddenInput),
        initial={"answer": ["a", "b"]},
    )

    assert "<label" not in html
    assert html.count('type="hidden"') == 2


def test_select_escapes_labels_and_keeps_groups():
    html = one_field(forms.ChoiceField(choices=[("Soort <x>", [("1", "Een & twee")])]))

    assert '<optgroup label="Soort &lt;x&gt;"><option value="1">Een &amp; twee</option>' in html


def test_attributes_of_a_widget_are_escaped():
    html = one_field(forms.CharField(widget=forms.TextInput(attrs={"placeholder": '"><script>'})))

    assert "<script>" not in html


class LayoutForm(forms.Form):
    name = forms.CharField(label="Naam")
    phone = forms.CharField(label="Telefoon")
    key = forms.CharField(widget=forms.HiddenInput)

    def clean(self):
        raise forms.ValidationError("Dit nummer is al gebeld.")

    @property
    def helper(self):
        helper = FormHelper()
        helper.attrs = {"data-warn-unsaved": ""}
        helper.layout = Layout(
            Fieldset("Wie", Row("name", Column(Field("phone", wrapper_class="wt-wider")))),
            "key",
            FormActions(
                Submit("save", "Vastleggen"),
                Submit("drop", "Weg", css_class="utrecht-button--secondary-action"),
            ),
        )
        return helper


def test_layout_objects_keep_their_place_and_classes():
    html = crispy(LayoutForm())

    assert "<legend" in html
    assert "Wie" in html
    assert 'class="wt-row"' in html
    assert "wt-wider" in html
    assert 'class="utrecht-button utrecht-button--primary-action"' in html
    assert 'class="utrecht-button  utrecht-button--secondary-action"' in html
    assert " novalidate" in html
    assert 'autocomplete="off"' in html
    assert 'data-warn-unsaved=""' in html


def test_error_summary_names_errors_of_the_whole_form_first():
    html = crispy(LayoutForm({"key": ""}))

    lines = re.findall(r"<li>(.*?)</li>", html)
    assert lines == [
        "Dit nummer is al gebeld.",
        '<a href="#id_name">Naam: Dit veld is verplicht.</a>',
        '<a href="#id_phone">Telefoon: Dit veld is verplicht.</a>',
        "Dit veld is verplicht.",
    ]
    assert 'role="alert"' in html


class LineForm(forms.Form):
    name = forms.CharField(label="Naam")


@pytest.mark.parametrize("template", ["", "nlds/table_inline_formset.html"])
def test_formset_carries_its_bookkeeping_and_tells_the_line_of_an_error(template):
    data = {"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "2", "form-0-name": "Een"}
    formset = forms.formset_factory(LineForm)(data)
    formset.helper = FormHelper()
    formset.helper.template = template or None

    html = crispy(formset)

    assert 'name="form-TOTAL_FORMS"' in html
    assert 'href="#id_form-1-name">Regel 2, Naam: Dit veld is verplicht.' in html
    assert ("<table" in html) is bool(template)
