"""One row of Mijn werk, whatever kind of work it is (design 9)."""

from dataclasses import dataclass
from datetime import datetime

from cases.callbacks.models.lights import Light
from cases.residents.models import Resident

MINE_SHOWN = 50


@dataclass(frozen=True)
class WorkItem:
    """One row of Mijn werk; ``has_number`` when one calls from the list."""

    due_at: datetime
    light: Light
    when: str
    url: str
    label: str
    reference: str
    resident: Resident
    subject: str
    status: str
    warnings: tuple[Light, ...] = ()
    has_number: bool = False
