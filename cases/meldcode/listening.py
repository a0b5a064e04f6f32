"""Hears that a dossier closes or changes hands, and tells only who is inside (MC-14)."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db.models import Model
from django.dispatch import receiver
from django.utils import timezone

from audit.services import acted
from cases.dossiers.models import ResidentFile
from cases.dossiers.parting import at_parting
from cases.meldcode.involved import holder_of, officers_of
from cases.meldcode.messages import closed_text, parted_text
from cases.meldcode.models import SafetyCode
from clusters.models import User
from clusters.notices.services import notify
from common.deadlines import local_day


@receiver(acted, dispatch_uid="meldcode-of-a-closed-file")
def hear(code: str, subjects: tuple[Model, ...], by: Any, **more: Any) -> None:
    """Inside the transaction of the act, which does not become another one by it (MC-5)."""
    if code != "file.closed":
        return
    for file in subjects:
        if isinstance(file, ResidentFile):
            tell_inside(file.resident_id, closed_text, f"closed:{file.pk}", timezone.now())


@at_parting
def tell_who_parts(file: ResidentFile, person: User, by: User, at: datetime) -> None:
    """Who does a meldcode leaves the dossier: it stays with them until they pass it on."""
    what = f"parted:{file.pk}:{at:%Y%m%d%H%M}"
    tell_inside(file.resident_id, parted_text, what, at, holder_id=person.pk)


def tell_inside(
    resident_id: int,
    text: Callable[[SafetyCode], str],
    what: str,
    at: datetime,
    holder_id: int | None = None,
) -> None:
    """A notice to who does it and to the aandachtsfunctionaris, of what runs; nobody else."""
    rows = SafetyCode.objects.running().filter(resident_id=resident_id).select_related("team")
    if holder_id is not None:
        rows = rows.filter(holder_id=holder_id)
    day = local_day(at)
    for code in rows:
        people = holder_of(code, day)
        notify(
            person_ids=people | (officers_of(code, day) if holder_id is None else set()),
            text=text(code),
            url_name="safety-detail",
            object_id=code.pk,
            dedup_key=f"safety:{code.pk}:{what}",
            at=at,
        )
