"""Signing a report: on the screen of the wijkwerker, or on the paper that was left behind."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row, Submit
from django import forms
from django.utils import timezone

from cases.residents.forms import DayField
from cases.talks.drawing import HEIGHT, LONGEST, SHORTEST, WIDTH, Drawing
from cases.talks.models import Signature, Signer
from common.forms import only_when_needed

NAME_LENGTH = 200
DRAW_FIRST = "Laat de inwoner tekenen in het vlak."


class SignaturePad(forms.Widget):
    """A field to draw in with finger, pen or mouse; what was drawn goes along as text."""

    template_name = "cases/talks/widgets/signature_pad.html"
    use_fieldset = True

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """With the lines that were drawn, when the form comes back."""
        context = super().get_context(name, value, attrs)
        try:
            paths = Drawing.read(str(value or "")).paths
        except ValueError:
            paths = []
        size = {"width": WIDTH, "height": HEIGHT, "longest": LONGEST}
        button = (attrs or {}).get("id", "")  # where a link in the summary of errors goes
        context["widget"] |= {**size, "paths": paths, "button": button}
        return context


class SignatureField(forms.Field):
    """What was drawn as a ``Drawing``; None when nothing was."""

    widget = SignaturePad

    def to_python(self, value: Any) -> Drawing | None:
        """The lines, when they are a signature."""
        text = str(value or "")
        if not text:
            return None
        try:
            drawing = Drawing.read(text)
        except ValueError:
            raise forms.ValidationError("Dit is geen handtekening. Teken opnieuw.") from None
        if drawing.length < SHORTEST:
            raise forms.ValidationError("Dit is te klein voor een handtekening. Teken opnieuw.")
        return drawing


class SignerFields(forms.Form):
    """Who signs on the screen, and the signature; asked only when that way is chosen."""

    signed_name = forms.CharField(
        label="Naam van wie tekent",
        max_length=NAME_LENGTH,
        required=False,
        help_text="De inwoner, of wie de inwoner vertegenwoordigt.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    drawing = SignatureField(
        label="Handtekening in het vlak",
        required=False,
        help_text="Met een vinger, een pen of de muis. Lukt dat niet? Kies dan voor papier.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in SignerFields.base_fields:
            only_when_needed(self.fields[name])

    def clean(self) -> dict[str, Any]:
        """``signer`` is who drew; None when it is not signed on the screen."""
        answers = super().clean() or {}
        name, drawing = answers.pop("signed_name", ""), answers.pop("drawing", None)
        answers["signer"] = None
        if answers.get("signature") != Signature.SCREEN:
            return answers
        if not name and "signed_name" not in self.errors:
            self.add_error("signed_name", "Vul in wie er tekent.")
        if drawing is None and "drawing" not in self.errors:
            self.add_error("drawing", DRAW_FIRST)
        if not self.errors:
            answers["signer"] = Signer(name, drawing)
        return answers


class SigningForm(SignerFields):
    """A signature under a report on which the resident reacted earlier."""

    use_required_attribute = False
    field_order = ("signature",)

    signature = forms.ChoiceField(
        label="Handtekening",
        choices=[each for each in Signature.choices if each[0] != Signature.NONE],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies hoe het verslag is ondertekend."},
    )
    signed_on = DayField(label="Datum op het papier", required=False)

    def __init__(self, *args: Any, name: str, **kwargs: Any) -> None:
        kwargs["initial"] = {"signed_on": timezone.localdate(), "signed_name": name}
        super().__init__(*args, **kwargs)
        only_when_needed(self.fields["signed_on"])
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.layout = Layout(
            "signature",
            Row("signed_on"),
            "signed_name",
            "drawing",
            Submit("do", "Handtekening vastleggen", data_key="Alt+S"),
        )
