"""The forms of what is written in a dossier."""

from typing import Any

from crispy_forms.bootstrap import StrictButton
from crispy_forms.helper import FormHelper
from crispy_forms.layout import ButtonHolder, Layout, Submit
from django import forms

from cases.dossiers.models import NoteTemplate, Outcome
from cases.intakes.models import LifeDomain
from clusters.models import Team, User
from common.forms import OnceForm, ParagraphField

WORDS_LENGTH, SAFETY_LENGTH = 4000, 1000


class DomainField(forms.ModelChoiceField):
    """One leefgebied of those in use; none is chosen beforehand."""

    def __init__(self) -> None:
        super().__init__(
            LifeDomain.objects.none(),
            label="Leefgebied",
            empty_label="Kies een leefgebied",
            error_messages={"required": "Kies waar de vraag over gaat."},
        )

    def offer(self) -> None:
        """Those in use now."""
        self.queryset = LifeDomain.objects.in_use()


class QuestionForm(OnceForm):
    """Another question of the resident."""

    button = "Hulpvraag toevoegen"
    use_required_attribute = False

    domain = DomainField()
    words = ParagraphField(
        label="De vraag in eigen woorden van de inwoner",
        max_length=WORDS_LENGTH,
        rows=5,
        error_messages={"required": "Schrijf op wat de inwoner vraagt."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        domains: Any = self.fields["domain"]
        domains.offer()
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.layout = Layout(*self.fields, Submit("do", self.button, data_key="Alt+S"))


class OpenForm(QuestionForm):
    """A new dossier with its first question; the team is only asked of who works in several."""

    button = "Dossier openen"
    field_order = ("team", "domain", "words")

    notification_id = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)
    team_id = forms.TypedChoiceField(label="Team", coerce=int, required=False)

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        teams = list(Team.objects.filter(pk__in=user.team_ids).order_by("name"))
        field: Any = self.fields["team_id"]
        field.choices = [(team.pk, team.name) for team in teams]
        self.only_team = teams[0].pk if len(teams) == 1 else None
        if self.only_team is not None:
            del self.fields["team_id"]
            self.helper.layout = Layout(*self.fields, Submit("do", self.button, data_key="Alt+S"))

    def clean(self) -> dict[str, Any]:
        """With the key of the team."""
        answers = super().clean() or {}
        return {**answers, "team_id": answers.get("team_id") or self.only_team}


class CloseQuestionForm(forms.Form):
    """How a question ended."""

    use_required_attribute = False

    outcome = forms.ChoiceField(
        label="Hoe is de vraag opgelost?",
        choices=Outcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies een uitkomst."},
    )
    words = ParagraphField(
        label="Wat is er gedaan en wat is het resultaat?",
        max_length=WORDS_LENGTH,
        rows=5,
        error_messages={"required": "Schrijf kort op wat het resultaat is."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.layout = Layout(
            "outcome", "words", Submit("do", "Hulpvraag afsluiten", data_key="Alt+S")
        )


class NoteForm(OnceForm):
    """A note on the line of the dossier."""

    use_required_attribute = False

    words = ParagraphField(
        label="Notitie",
        max_length=WORDS_LENGTH,
        rows=4,
        help_text="Schrijf alleen op wat nodig is voor de hulp. Een notitie verandert niet meer.",
        error_messages={"required": "Schrijf eerst iets op."},
    )

    template = forms.ModelChoiceField(
        NoteTemplate.objects.none(),
        label="Sjabloon",
        to_field_name="code",
        empty_label="Kies een sjabloon",
        required=False,
        help_text="De tekst komt achter wat u al schreef.",
    )

    def __init__(
        self, *args: Any, action: str, offers_templates: bool = False, **kwargs: Any
    ) -> None:
        kwargs["auto_id"] = "note-%s"
        super().__init__(*args, **kwargs)
        if offers_templates:
            choices: Any = self.fields["template"]
            choices.queryset = NoteTemplate.objects.in_use()
        else:
            del self.fields["template"]
        insert = StrictButton("Sjabloon invoegen", type="submit", name="insert", value="1")
        save = Submit("do", "Notitie toevoegen", data_key="Alt+S")
        self.helper = FormHelper()
        self.helper.form_action = action
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.layout = Layout(*self.fields, ButtonHolder(save, insert))

    @classmethod
    def with_template(cls, typed: Any, *, action: str) -> "NoteForm":
        """The form with what was typed, and behind it the template that was chosen (DS-16)."""
        words = str(typed.get("words", ""))
        number = str(typed.get("template", ""))
        chosen = NoteTemplate.objects.in_use().filter(code=number).first()
        if chosen is not None:
            words = f"{words.rstrip()}\n\n{chosen.text}".lstrip("\n")
        initial = {"words": words, "submission_key": typed.get("submission_key", "")}
        return cls(action=action, offers_templates=True, initial=initial)

    def clean(self) -> dict[str, Any]:
        """What is written; the template served to begin with."""
        answers = super().clean() or {}
        answers.pop("template", None)
        return answers


class SafetyForm(forms.Form):
    """What stands on top of the dossier; ``version`` is what the page showed."""

    use_required_attribute = False

    words = ParagraphField(
        label="Let op",
        max_length=SAFETY_LENGTH,
        rows=4,
        required=False,
        help_text="Wat een collega moet weten vóór een bezoek of een gesprek. Leeg haalt het weg.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.layout = Layout("version", "words", Submit("do", "Bewaren", data_key="Alt+S"))
