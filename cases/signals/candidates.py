"""What a signal can have become: the own running work of who has it; only reads (SG-9)."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from cases.callbacks.models import CallbackRequest
from cases.dossiers.models import ResidentFile
from cases.intakes.models import WmoNotification
from cases.signals.models import Outcome, Signal
from clusters.models import User

MOST = 40


@dataclass(frozen=True)
class Candidate:
    """One of them: its code in the form, how it reads, and about whom it is (for the trail)."""

    code: str
    label: str
    resident_id: int


def candidates(signal: Signal, user: User) -> list[Candidate]:
    """What runs on the desk of this employee, and what they registered since; three queries."""
    since = signal.cleared_at
    if since is None:
        return []
    mine = Q(registered_by=user, registered_at__gte=since) | user.on_desk("handler")
    meldingen = WmoNotification.objects.visible_to(user).open().filter(mine)
    files = ResidentFile.objects.visible_to(user).open().filter(user.on_desk("director"))
    callbacks = CallbackRequest.objects.visible_to(user).selected("open", since)
    found: list[tuple[Outcome, str, Any]] = [
        (Outcome.MELDING, "Melding", meldingen.order_by("-registered_at", "-pk")),
        (Outcome.FILE, "Dossier", files.order_by("-opened_at", "-pk")),
        (
            Outcome.CALLBACK,
            "Terugbelverzoek",
            callbacks.filter(user.on_desk("handler")).order_by("-pk"),
        ),
    ]
    return [
        Candidate(f"{kind}:{row.pk}", f"{label} {row}, {row.resident}", row.resident_id)
        for kind, label, rows in found
        for row in rows.select_related("resident")[:MOST]
    ]
