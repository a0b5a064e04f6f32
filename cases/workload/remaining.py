"""Tells the rooms below what work is still with somebody who leaves (UD-6)."""

from cases.workload.kinds import KINDS, LoadKind
from clusters.people.leaving import knows_open_work

NOUNS = {
    "dossiers": ("dossier", "dossiers"),
    "terugbellen": ("terugbelverzoek", "terugbelverzoeken"),
    "meldingen": ("melding", "meldingen"),
    "aanvragen": ("aanvraag", "aanvragen"),
    "taken": ("taak", "taken"),
    "waakvlammen": ("waakvlam", "waakvlammen"),
}
"""How one and more of a kind are called."""


@knows_open_work
def remaining(person_id: int, team_id: int | None) -> list[str]:
    """What is open with this employee at this team, or at any: "3 dossiers", "1 melding"."""
    counted = {code: _count(kind, person_id, team_id) for code, kind in KINDS.items()}
    return [f"{number} {NOUNS[code][number > 1]}" for code, number in counted.items() if number]


def _count(kind: LoadKind, person_id: int, team_id: int | None) -> int:
    rows = kind.of(person_id)
    return (rows if team_id is None else rows.filter(**{kind.team: team_id})).count()
