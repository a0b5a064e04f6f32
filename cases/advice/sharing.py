"""Why data of a resident may go to somebody outside the team; only reads (AV-3, VW-2, H11)."""

from collections.abc import Collection
from datetime import date

from cases.dossiers.models import ResidentFile
from cases.liaisons.models import Liaison
from cases.residents.models import Consent, DataCategory, Giver, RecipientKind
from common.errors import RuleViolation

ALWAYS = ("contactgegevens", "hulpvraag")
"""A question with a name in it always carries these data."""


def shared_data(also: Collection[DataCategory]) -> list[DataCategory]:
    """The data that go along: name and question always, and what was chosen beside it."""
    codes = {*ALWAYS, *(category.code for category in also)}
    return list(DataCategory.objects.filter(code__in=codes))


def register_row(
    resident_id: int,
    kind: RecipientKind,
    data: Collection[DataCategory],
    *,
    by_law: bool,
    day: date,
) -> Consent:
    """The consent, or with ``by_law`` the ground in the law, that is in force and covers it all.

    Raises: RuleViolation when the register has none.
    """
    rows = Consent.objects.in_force(resident_id, day).that_cover(kind, data)
    rows = rows.filter(given_by=Giver.NOBODY) if by_law else rows.exclude(given_by=Giver.NOBODY)
    found: Consent | None = rows.order_by("-valid_from", "-pk").first()
    if found is None:
        raise RuleViolation(_lacking(kind, data, by_law), field="by_law" if by_law else "asked_of")
    return found


def must_be_there(liaison: Liaison | None, file: ResidentFile, day: date) -> None:
    """A linking pin, if any, is one of the team of the dossier who is there on ``day`` (LP-7).

    Raises: RuleViolation.
    """
    if liaison is None:
        return
    if not Liaison.objects.of_team(file.team_id, day).filter(pk=liaison.pk).exists():
        raise RuleViolation("Deze linking pin is er vandaag niet.", field="asked_of")


def _lacking(kind: RecipientKind, data: Collection[DataCategory], by_law: bool) -> str:
    """What must be in the register first, in words."""
    named = ", ".join(str(category).lower() for category in data)
    what = "geen grond in de wet" if by_law else "geen toestemming"
    return (
        f"Op de kaart staat {what} die vandaag geldt voor {kind} met: {named}. "
        "Leg die eerst vast op de kaart van de inwoner."
    )
