"""What the worker does: tell those inside that the day is over (MC-13)."""

from datetime import date, datetime

from django.db import transaction

from cases.meldcode.involved import holder_of, officers_of
from cases.meldcode.messages import late_text
from cases.meldcode.models import Rung, SafetyCode
from clusters.notices.services import notify
from common.deadlines import local_day

AT_ONCE = 500


@transaction.atomic
def remind_of_codes(*, at: datetime) -> int:
    """Tell who does it on the working day after, and two days later the aandachtsfunctionaris.

    Rules: MC-13 (exactly once each; when who does it left the team the aandachtsfunctionaris is
        told at once). A second run, or a second worker at once, finds everybody told.
    Raises: nothing.
    Effects: notices without a name, on rows locked by ``select_for_update``; returns how many.
    """
    rows = SafetyCode.objects.to_remind(at).select_related("team")
    rows = rows.select_for_update(of=("self",), skip_locked=True, no_key=True)
    told = 0
    for code in rows[:AT_ONCE]:
        while code.remind_at is not None and code.remind_at <= at:
            told += _tell(code, Rung(code.told + 1), at)
        code.save(update_fields=["told", "remind_at"])
    return told


def _tell(code: SafetyCode, rung: Rung, at: datetime) -> int:
    """The next one; the key holds the day, so that every missed day is told once."""
    code.climb(rung)
    return notify(
        person_ids=_people(code, rung, local_day(at)),
        text=late_text(code),
        url_name="safety-detail",
        object_id=code.pk,
        dedup_key=f"safety:{code.pk}:late:{code.next_on:%Y%m%d}",
        at=at,
    )


def _people(code: SafetyCode, rung: Rung, day: date) -> set[int]:
    """Who is on this rung and can still open it."""
    if rung == Rung.HOLDER and (holder := holder_of(code, day)):
        return holder
    return officers_of(code, day)
