"""Which rooms above hear that a signed report counts as aanvraag, in the act of signing (AB-2)."""

from datetime import datetime
from typing import Protocol

from cases.talks.models import ReportVersion
from clusters.models import User


class Hearer(Protocol):
    """What a room above does then; inside the transaction of the signature."""

    def __call__(self, *, sent: ReportVersion, by: User, at: datetime) -> None: ...


HEARERS: list[Hearer] = []


def on_application(hearer: Hearer) -> Hearer:
    """Decorator: let a room above hear of every report that counts as aanvraag."""
    if hearer not in HEARERS:
        HEARERS.append(hearer)
    return hearer


def tell_above(sent: ReportVersion, *, by: User, at: datetime) -> None:
    """Another clock starts, of a room above this one; nothing when it does not count."""
    if sent.application_on is not None:
        for hearer in HEARERS:
            hearer(sent=sent, by=by, at=at)
