"""Fields composed in one go are what the field template makes of them, tag for tag and escaped."""

from html.parser import HTMLParser

import pytest
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from crispy_forms.utils import render_crispy_form
from django import forms

from common.flat_fields import FlatFields, Heading
from common.forms import ParagraphField

ODD = "<script>alert(1)</script> & \"é\"\n'regel twee'"


class EveryKind(forms.Form):
    use_required_attribute = False
    says_optional = False

    told = ParagraphField(label="Verhaal & <b>meer</b>", max_length=4000, rows=3, required=False)
    why = ParagraphField(label="Waarom?", max_length=900, rows=2, help_text="Kort, “u”.")
    choice = forms.ChoiceField(
        label="Welke?", choices=[("a", "Een <i>"), ("b", "Twee & drie")], widget=forms.RadioSelect
    )
    score = forms.ChoiceField(label="Score", choices=[("", "Geen"), ("3", "Drie")], required=False)


NOT_HERE = {"cols", "data-warn-unsaved"}
"""The style sheet sets the width, and the form itself warns."""


class _Tags(HTMLParser):
    """The tags with their attributes, and the texts, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[object] = []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, sorted(each for each in attrs if each[0] not in NOT_HERE)))

    def handle_endtag(self, tag):
        self.found.append(f"/{tag}")

    def handle_data(self, data):
        if data.strip():
            self.found.append(data.strip())


def tags_of(html):
    reader = _Tags()
    reader.feed(html)
    return reader.found


def rendered(*parts, **initial):
    form = EveryKind(auto_id="kaart-%s", initial=initial)
    form.helper = FormHelper()
    form.helper.form_tag = False
    form.helper.layout = Layout(*parts)
    return render_crispy_form(form)


@pytest.mark.parametrize("name", EveryKind.base_fields)
@pytest.mark.parametrize(
    "initial", [{}, {"told": ODD, "why": ODD, "choice": "b", "score": "3"}], ids=["empty", "filled"]
)
def test_one_field_is_what_the_template_makes(name, initial):
    assert tags_of(rendered(FlatFields(name), **initial)) == tags_of(rendered(name, **initial))


def test_nothing_typed_becomes_markup():
    html = rendered(FlatFields("told", "why"), told=ODD, why="</textarea><img src=x onerror=y>")

    assert "<script>" not in html
    assert "<img" not in html


def test_a_class_puts_a_block_around_them():
    html = rendered(Heading("Kop & <b>"), FlatFields("told", "why", css_class="wt-story"))

    assert tags_of(html)[:2] == [("h3", []), "Kop & <b>"]
    assert ("div", [("class", "wt-story")]) in tags_of(html)


def test_a_fold_opens_them():
    html = rendered(FlatFields("score", fold="Score"))

    assert tags_of(html)[:3] == [("details", [("class", "wt-fold-card")]), ("summary", []), "Score"]
