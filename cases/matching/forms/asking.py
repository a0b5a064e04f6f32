"""The form with which somebody asks for a volunteer."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.utils import timezone

from cases.dossiers.models import ResidentFile
from cases.matching.coordinators import memberships_of_coordinators
from cases.matching.models import Gender, MatchUrgency, Wish
from clusters.absence.choosing import away_text, with_absence
from clusters.models import Membership, User
from common.forms import OnceForm, ParagraphField

EVERYBODY = "cluster"
WORDS_LENGTH, TIMES_LENGTH, LANGUAGE_LENGTH = 1000, 200, 40


class AskForm(OnceForm):
    """Whom one asks, and only what that colleague must know (MV-2)."""

    use_required_attribute = False

    asked_of = forms.ChoiceField(
        label="Aan wie vraagt u het?",
        error_messages={"required": "Kies aan wie u het vraagt."},
        help_text="Een collega van uw team mag het weten. Voor een ander, of voor iedereen in het "
        "cluster, is toestemming van de inwoner nodig.",
    )
    words = ParagraphField(
        label="Wat zoekt u?",
        max_length=WORDS_LENGTH,
        rows=4,
        help_text="Alleen wat nodig is om iemand te vinden. Schrijf niets over ziekte of diagnose.",
        error_messages={"required": "Schrijf op wat u zoekt."},
    )
    times = forms.CharField(label="Wanneer?", max_length=TIMES_LENGTH, required=False)
    urgency = forms.ChoiceField(
        label="Hoe snel?",
        choices=MatchUrgency.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies hoe snel iemand nodig is."},
    )
    language = forms.CharField(label="Welke taal?", max_length=LANGUAGE_LENGTH, required=False)
    gender = forms.ChoiceField(
        label="Liever een man of een vrouw?",
        choices=[("", "Maakt niet uit"), *Gender.choices],
        required=False,
    )

    def __init__(self, *args: Any, file: ResidentFile, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = _people(by)
        field: Any = self.fields["asked_of"]
        field.choices = [("", "Kies een collega"), *self._choices(file)]
        self.helper = FormHelper()
        self.helper.attrs = {"data-warn-unsaved": ""}
        self.helper.layout = Layout(*self.fields, Submit("do", "Vragen", data_key="Alt+S"))

    def clean(self) -> dict[str, Any]:
        """As the act wants it: a person or nobody in particular, and the wish as one thing."""
        told = super().clean() or {}
        names = ("words", "times", "language", "gender")
        wish = Wish(**{name: told.pop(name, "") for name in names})
        asked_of = told.pop("asked_of", EVERYBODY)
        person = None if asked_of == EVERYBODY else self.people[int(asked_of)].user
        return {**told, "asked_of": person, "wish": wish}

    def _choices(self, file: ResidentFile) -> list[tuple[str, str]]:
        """Those of the own team first, then the cluster, then the city."""
        cluster_id = file.team.cluster_id
        near = [row for row in self.people.values() if _distance(row, file) < ELSEWHERE]
        choices = [
            (str(row.user_id), f"{row.user} ({_where(row, file)}){away_text(row)}")
            for row in sorted(self.people.values(), key=lambda row: _distance(row, file))
        ]
        if cluster_id is None or not near:
            return choices
        return [*choices, (EVERYBODY, f"Iedereen in cluster {file.team.cluster}")]


ELSEWHERE = 2


def _people(by: User) -> dict[int, Membership]:
    """Who coordinates today, without oneself; one query."""
    today = timezone.localdate()
    rows = with_absence(memberships_of_coordinators(today).exclude(user=by), today, "user")
    rows = rows.select_related("user", "team").order_by("user__last_name", "pk")
    return {row.user_id: row for row in rows}


def _distance(row: Membership, file: ResidentFile) -> int:
    if row.team_id == file.team_id:
        return 0
    near = row.team is not None and row.team.cluster_id == file.team.cluster_id
    return 1 if near and file.team.cluster_id else ELSEWHERE


def _where(row: Membership, file: ResidentFile) -> str:
    return "uw team" if row.team_id == file.team_id else str(row.team)
