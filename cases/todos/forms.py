"""The forms of tasks."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.db.models import QuerySet
from django.utils import timezone

from cases.dossiers.models import ResidentFile
from cases.residents.forms import DayField
from cases.todos.models import Ahead, Task
from clusters.absence.choosing import ColleagueField
from clusters.models import User
from common.forms import OnceForm, ParagraphField

WORDS_LENGTH, REASON_LENGTH = 1000, 1000


class OwnerField(ColleagueField):
    """Somebody who works in the dossier."""

    def __init__(self, label: str) -> None:
        super().__init__(
            User.objects.none(),
            shows_load=True,
            label=label,
            empty_label="Kies een collega",
            error_messages={
                "required": "Kies wie het doet.",
                "invalid_choice": "Kies een collega.",
            },
        )


class TaskForm(OnceForm):
    """A new task; who writes it down is chosen beforehand."""

    use_required_attribute = False

    words = ParagraphField(
        label="Wat moet er gebeuren?",
        max_length=WORDS_LENGTH,
        rows=3,
        error_messages={"required": "Schrijf op wat er moet gebeuren."},
    )
    owner = OwnerField("Wie doet het?")
    due_on = DayField(label="Uiterlijk op", error_messages={"required": "Kies een dag."})
    ahead = forms.TypedChoiceField(
        label="Herinnering",
        choices=Ahead.choices,
        coerce=int,
        initial=Ahead.SAME_DAY,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wanneer de herinnering komt."},
    )

    def __init__(self, *args: Any, file: ResidentFile, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people: Any = self.fields["owner"]
        people.queryset = file.workers(timezone.localdate())
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.layout = Layout(*self.fields, Submit("do", "Taak toevoegen", data_key="Alt+S"))


class FinishForm(forms.Form):
    """It is done."""

    use_required_attribute = False

    words = ParagraphField(label="Wat kwam ervan?", max_length=WORDS_LENGTH, rows=3, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.layout = Layout("words", Submit("do", "Taak is gedaan", data_key="Alt+S"))


class DropForm(forms.Form):
    """It is no longer needed."""

    use_required_attribute = False

    words = ParagraphField(
        label="Waarom hoeft het niet meer?",
        max_length=REASON_LENGTH,
        rows=3,
        error_messages={"required": "Schrijf kort op waarom het niet meer hoeft."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.layout = Layout("words", Submit("do", "Taak laten vervallen"))


class HandForm(forms.Form):
    """Somebody else does it; ``version`` is what the page showed."""

    use_required_attribute = False

    person = OwnerField("Wie doet het voortaan?")
    words = ParagraphField(label="Toelichting", max_length=REASON_LENGTH, rows=3, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, task: Task, **kwargs: Any) -> None:
        kwargs["initial"] = {"version": task.version}
        super().__init__(*args, **kwargs)
        people: Any = self.fields["person"]
        people.queryset = task.file.workers(timezone.localdate()).exclude(pk=task.owner_id)
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.layout = Layout("version", "person", "words", Submit("do", "Taak overdragen"))


class AssignForm(forms.Form):
    """Who takes a task that has no owner; oneself beforehand, when one works in the dossier."""

    use_required_attribute = False

    person = OwnerField("Wie doet het voortaan?")

    def __init__(self, *args: Any, people: QuerySet[User], me: User, **kwargs: Any) -> None:
        kwargs["initial"] = {"person": me.pk}
        super().__init__(*args, **kwargs)
        field: Any = self.fields["person"]
        field.queryset = people
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.layout = Layout("person", Submit("do", "Overnemen of toewijzen"))


class MoveForm(forms.Form):
    """Another day; ``version`` is what the page showed."""

    use_required_attribute = False

    due_on = DayField(label="Uiterlijk op", error_messages={"required": "Kies een dag."})
    words = ParagraphField(
        label="Waarom een andere dag?",
        max_length=REASON_LENGTH,
        rows=3,
        error_messages={"required": "Schrijf kort op waarom."},
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, task: Task, **kwargs: Any) -> None:
        kwargs["initial"] = {"version": task.version, "due_on": task.due_on}
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.layout = Layout("version", "due_on", "words", Submit("do", "Dag wijzigen"))
