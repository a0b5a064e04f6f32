"""What the worker does with adviesvragen whose term is over."""

from datetime import datetime

from django.db import transaction

from cases.advice.messages import late_text, waiting_text
from cases.advice.models import AdviceRequest
from clusters.notices.services import notify
from common.deadlines import local_day

AT_ONCE = 500


@transaction.atomic
def remind_of_advice(*, at: datetime) -> int:
    """Tell who must answer and who waits, once, that the term of a question is over.

    Rules: AV-6 (once; who can no longer open the question is not told). A second run, or a second
        worker at once, finds nothing.
    Raises: nothing.
    Effects: notices without a name or a word of the question; returns how many.
    """
    rows = AdviceRequest.objects.to_remind(at).select_related("file", "consent")
    locked = rows.select_for_update(of=("self",), skip_locked=True, no_key=True)
    told = 0
    for advice in locked[:AT_ONCE]:
        told += _remind(advice, at)
        advice.reminded_at = at
        advice.save(update_fields=["reminded_at"])
    return told


def _remind(advice: AdviceRequest, at: datetime) -> int:
    day = local_day(at)
    is_open = advice.adviser_id is None or advice.reaches_adviser(day)
    texts = {advice.who_waits(day): waiting_text(advice, is_open=is_open)}
    if advice.adviser_id is not None and is_open:
        texts[advice.adviser_id] = late_text(advice)
    return sum(
        notify(
            person_ids={person_id},
            text=text,
            url_name="advice-detail",
            object_id=advice.pk,
            dedup_key=f"advice:{advice.pk}:late",
            at=at,
        )
        for person_id, text in texts.items()
    )
