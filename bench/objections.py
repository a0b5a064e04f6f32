"""Objections in the generated city: enough that run for a full page, and a share of the history.

Those that run are against the newest decisions, so that they do not grow with the city; of the
others one in twenty was objected to and decided on.
"""

import uuid
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Any

from bench.one_dossier import DAY, TableFacts, sealed

RUNNING, SHARE = 180, 20
WEEK = timedelta(weeks=1)
WHY = "Ik ben het niet eens met het besluit: twee uur in de week is te weinig. " * 3


def objections_to(one: Any, envelope: Any, place: int) -> Iterator[TableFacts]:
    """Those to a decision that was sent, one at most; ``place`` counts from the newest."""
    from cases.models import Objection  # noqa: PLC0415 - after setup

    runs = place <= RUNNING
    if not runs and place % SHARE:
        return
    name = uuid.uuid4()
    received = one.today - (place % 30) * DAY if runs else one.sent_at.date() + WEEK
    due = datetime.combine(received + 6 * WEEK, time(), one.sent_at.tzinfo)
    yield (
        Objection,
        {
            "id": name,
            "application_id": one.number,
            "resident_id": one.melding.resident,
            "received_on": received,
            "with_committee": False,
            "postponed_weeks": 0,
            "due_at": due,
            "content": sealed(envelope, f"cases_objection|content|{name}", WHY),
            "outcome": "" if runs else "rejected",
            "decided_on": None if runs else received + 4 * WEEK,
            "by_id": one.handler or one.melding.handler,
        },
    )
