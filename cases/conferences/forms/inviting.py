"""The form with which guests are invited to one point (CT-7, CT-11)."""

from typing import Any

from crispy_forms.layout import Fieldset, Row
from django import forms
from django.utils import timezone

from cases.advice.forms.asking import liaisons_of, pinned
from cases.advice.models import Recipient
from cases.conferences.guests import memberships_of_guests, needs_kind
from cases.conferences.models import ConferenceItem, Inviting
from cases.plans.forms.versions import helper
from cases.residents.models import RecipientKind
from clusters.absence.choosing import away_text, with_absence
from clusters.models import Membership
from common.forms import ParagraphField, only_when_needed

NAME_LENGTH, REASON_LENGTH = 120, 500


class InviteForm(forms.Form):
    """Colleagues, linking pins, or somebody without an account; and why they may know it."""

    use_required_attribute = False

    guests = forms.MultipleChoiceField(
        label="Wie praat mee?", widget=forms.CheckboxSelectMultiple, required=False
    )
    kind_of_recipient = forms.ModelChoiceField(
        RecipientKind.objects.in_use(),
        label="Wat voor iemand is dat?",
        to_field_name="code",
        empty_label="Kies",
        required=False,
        help_text="Voor een linking pin met account en voor iemand van een andere organisatie.",
    )
    name = forms.CharField(label="Naam", max_length=NAME_LENGTH, required=False)
    organisation = forms.CharField(label="Organisatie", max_length=NAME_LENGTH, required=False)
    knows_safety = forms.BooleanField(
        label="Deze mensen mogen weten wat er over veiligheid staat", required=False
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

    def __init__(self, *args: Any, item: ConferenceItem, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.colleagues = _colleagues(item)
        self.pins = liaisons_of(item.file)
        field: Any = self.fields["guests"]
        field.choices = [
            *((key, _named(row, item)) for key, row in self.colleagues.items()),
            *((key, f"{pinned(row)}, zonder account") for key, row in self.pins.items()),
        ]
        for name in ("guests", "by_law", "knows_safety", "kind_of_recipient"):
            only_when_needed(self.fields[name])
        self.helper = helper("Uitnodigen", *_layout(item))

    def clean(self) -> dict[str, Any]:
        """As the act wants it: somebody, and why they may know it."""
        told = super().clean() or {}
        if self.errors:
            return told
        kind = told["kind_of_recipient"]
        found = [self._recipient(key, kind) for key in told["guests"]]
        if told["name"]:
            found.append(Recipient(None, kind, told["name"], told["organisation"]))
        self._must_be_complete(told, found)
        facts = (told["by_law"], told["reason"], told["knows_safety"])
        return {"inviting": Inviting(found, *facts)}

    def _recipient(self, key: str, kind: RecipientKind | None) -> Recipient:
        if key in self.pins:
            return Recipient.of_liaison(self.pins[key])
        colleague = self.colleagues[key]
        return Recipient(colleague, kind if needs_kind(colleague) else None)

    def _must_be_complete(self, told: dict[str, Any], found: list[Recipient]) -> None:
        """Somebody at all; of a linking pin and of somebody outside what kind."""
        if not found:
            self.add_error("guests", "Kies wie u uitnodigt, of vul een naam in.")
        asks = any(row.colleague is not None and needs_kind(row.colleague) for row in found)
        if (asks or told["name"]) and told["kind_of_recipient"] is None:
            self.add_error("kind_of_recipient", "Kies wat voor iemand u uitnodigt.")


def _colleagues(item: ConferenceItem) -> dict[str, Membership]:
    """Who can still be invited, those of the team first; one query beside those of the point."""
    there = item.invitations.current().filter(person__isnull=False).values("person")
    today = timezone.localdate()
    rows = memberships_of_guests(item, today).exclude(user__in=there)
    rows = with_absence(rows, today, "user")
    rows = rows.select_related("user", "team", "organisation")
    near = sorted(rows, key=lambda row: (row.team_id != item.file.team_id, str(row.user), row.pk))
    return {f"collega-{row.pk}": row for row in near}


def _named(row: Membership, item: ConferenceItem) -> str:
    """With where this guest comes from."""
    if needs_kind(row):
        return f"{row.user} ({row.organisation}), linking pin{away_text(row)}"
    own = row.team_id == item.file.team_id
    where = "uw team" if own else row.team or row.get_role_display()
    return f"{row.user} ({where}){away_text(row)}"


def _layout(item: ConferenceItem) -> list[Any]:
    rows: list[Any] = ["guests", "kind_of_recipient"]
    rows.append(Fieldset("Iemand zonder account", Row("name", "organisation")))
    if item.is_anonymous:
        return rows
    return [*rows, "knows_safety", "by_law", "reason"]
