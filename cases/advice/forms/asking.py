"""The form with which somebody asks for advice."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Row, Submit
from django import forms
from django.utils import timezone

from cases.advice.advisers import memberships_of_advisers, with_skills, works_in_team
from cases.advice.models import AdviceKind, AdviceWish, Recipient, Sharing
from cases.advice.sharing import ALWAYS
from cases.dossiers.models import HelpRequest, ResidentFile
from cases.liaisons.models import Liaison
from cases.residents.models import DataCategory, RecipientKind
from clusters.absence.choosing import away_text, with_absence
from clusters.models import Membership, User
from common.forms import OnceForm, ParagraphField, only_when_needed

OUTSIDE = "buiten"
COLLEAGUE = "collega"
LIAISON = "pin"
WORDS_LENGTH, NAME_LENGTH, REASON_LENGTH = 2000, 120, 500


class AskForm(OnceForm):
    """Whom one asks what, and why that may be shared (AV-1, AV-3)."""

    use_required_attribute = False

    asked_of = forms.ChoiceField(
        label="Aan wie vraagt u het?",
        error_messages={"required": "Kies aan wie u het vraagt."},
    )
    kind_of_recipient = forms.ModelChoiceField(
        RecipientKind.objects.in_use(),
        label="Wat voor iemand is dat?",
        to_field_name="code",
        empty_label="Kies",
        required=False,
    )
    name = forms.CharField(label="Naam", max_length=NAME_LENGTH, required=False)
    organisation = forms.CharField(label="Organisatie", max_length=NAME_LENGTH, required=False)
    kind = forms.ChoiceField(
        label="Wat vraagt u?",
        choices=AdviceKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat u vraagt."},
    )
    question = forms.ModelChoiceField(
        HelpRequest.objects.none(),
        label="Bij welke hulpvraag?",
        empty_label="Het hele dossier",
        required=False,
    )
    words = ParagraphField(
        label="Uw vraag",
        max_length=WORDS_LENGTH,
        rows=6,
        help_text="Alleen wat nodig is om te kunnen meedenken.",
        error_messages={"required": "Schrijf uw vraag op."},
    )
    is_anonymous = forms.BooleanField(
        label="Anoniem: zonder naam, adres en telefoonnummer",
        required=False,
        help_text="Schrijf in uw vraag dan ook niets waaraan de inwoner te herkennen is.",
    )
    categories = forms.ModelMultipleChoiceField(
        DataCategory.objects.none(),
        label="Welke gegevens gaan mee, naast naam en hulpvraag?",
        to_field_name="code",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    by_law = forms.BooleanField(
        label="Er is geen toestemming; de wet staat delen toe",
        required=False,
        help_text="De grond in de wet staat dan op de kaart van de inwoner.",
    )
    reason = ParagraphField(
        label="Waarom moet het zonder toestemming?",
        max_length=REASON_LENGTH,
        rows=2,
        required=False,
    )

    def __init__(self, *args: Any, file: ResidentFile, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.colleagues = _colleagues(file, by)
        self.liaisons = liaisons_of(file)
        pins = [(key, pinned(row)) for key, row in self.liaisons.items()]
        field: Any = self.fields["asked_of"]
        field.choices = [
            ("", "Kies"),
            ("Collega's", [(key, _named(row, file)) for key, row in self.colleagues.items()]),
            *([("Linking pins van het team", pins)] if pins else []),
            ("Zonder account", [(OUTSIDE, "Iemand van een andere organisatie")]),
        ]
        questions: Any = self.fields["question"]
        questions.queryset = file.questions.filter(ended_at__isnull=True).select_related("domain")
        categories: Any = self.fields["categories"]
        categories.queryset = DataCategory.objects.in_use().exclude(code__in=ALWAYS)
        for name in ("is_anonymous", "by_law"):
            only_when_needed(self.fields[name])
        self.helper = _helper()

    def clean(self) -> dict[str, Any]:
        """As the act wants it: somebody, a wish, and why it may be shared."""
        told = super().clean() or {}
        if told.get("asked_of") == OUTSIDE:
            self._must_say_who(told)
        if self.errors:
            return told
        return {
            "submission_key": told["submission_key"],
            "recipient": self._recipient(told),
            "wish": AdviceWish(
                **{name: told[name] for name in ("kind", "words", "question", "is_anonymous")}
            ),
            "sharing": Sharing(list(told["categories"]), told["by_law"], told["reason"]),
        }

    def _must_say_who(self, told: dict[str, Any]) -> None:
        """Somebody without an account has a name and is of some kind."""
        wanted = {
            "kind_of_recipient": "Kies wat voor iemand u vraagt.",
            "name": "Vul in wie u vraagt.",
        }
        for name, text in wanted.items():
            if not told.get(name) and name not in self.errors:
                self.add_error(name, text)

    def _recipient(self, told: dict[str, Any]) -> Recipient:
        if told["asked_of"] in self.colleagues:
            return Recipient(self.colleagues[told["asked_of"]])
        if told["asked_of"] in self.liaisons:
            return Recipient.of_liaison(self.liaisons[told["asked_of"]])
        return Recipient(None, told["kind_of_recipient"], told["name"], told["organisation"])


def _colleagues(file: ResidentFile, by: User) -> dict[str, Membership]:
    """Who can be asked today, those of the team first; two queries."""
    today = timezone.localdate()
    rows = with_skills(memberships_of_advisers(file, today).exclude(user=by), today)
    rows = with_absence(rows, today, "user")
    near = sorted(rows, key=lambda row: (_distance(row, file), str(row.user), row.pk))
    return {f"{COLLEAGUE}-{row.pk}": row for row in near}


def liaisons_of(file: ResidentFile) -> dict[str, Liaison]:
    """The linking pins of the team today; one query."""
    rows = Liaison.objects.of_team(file.team_id, timezone.localdate())
    return {f"{LIAISON}-{row.pk}": row for row in rows}


def pinned(row: Liaison) -> str:
    """With what sort of linking pin it is, and for which ages."""
    about = ", ".join(filter(None, [row.get_kind_display(), row.specialism, row.ages]))
    return f"{row}: {about}"


def _distance(row: Membership, file: ResidentFile) -> int:
    if works_in_team(row, file):
        return 0
    return 1 if row.team is not None and row.team.cluster_id else 2


def _named(row: Membership, file: ResidentFile) -> str:
    """With the team, and what this colleague knows about."""
    person: Any = row.user
    where = "uw team" if works_in_team(row, file) else str(row.team)
    skills = ", ".join(str(each.specialism) for each in person.current_specialisms)
    named = f"{person} ({where}){away_text(row)}"
    return f"{named}: {skills}" if skills else named


def _helper() -> FormHelper:
    helper = FormHelper()
    helper.attrs = {"data-warn-unsaved": ""}
    helper.layout = Layout(
        "submission_key",
        "asked_of",
        Fieldset(
            "Alleen voor iemand van een andere organisatie",
            "kind_of_recipient",
            Row("name", "organisation"),
        ),
        "kind",
        "question",
        "words",
        "is_anonymous",
        "categories",
        "by_law",
        "reason",
        Submit("do", "Advies vragen", data_key="Alt+S"),
    )
    return helper
