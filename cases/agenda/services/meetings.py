"""The meeting of a day, and who is there (TEL-8)."""

from datetime import date

from django.db import transaction

from audit.services import record
from cases.agenda.models import Meeting
from cases.permissions import GRANTS, Action
from clusters.models import User
from common.errors import RuleViolation


@transaction.atomic
def open_meeting(*, day: date, by: User) -> Meeting:
    """The meeting of ``day``, locked; the first who ticks something off opens it.

    Rules: OV-2 (one meeting per day, however many tick at once).
    Raises: PermissionDenied.
    Effects: perhaps a meeting, with an audit line.
    """
    decision = GRANTS.require(by, Action.TICK_AGENDA)
    rows = Meeting.objects.select_for_update(of=("self",))
    meeting, is_new = rows.get_or_create(held_on=day, defaults={"opened_by": by})
    if is_new:
        record("meeting.opened", meeting, by=by, decision=decision)
    return meeting


@transaction.atomic
def change_present(*, meeting_id: int, present: str, was: str, by: User) -> Meeting:
    """Write down who were there; ``was`` is what stood there when the page was opened.

    Rules: OV-6 (nobody writes over what a colleague wrote in the meantime).
    Raises: RuleViolation when a colleague was first; PermissionDenied.
    Effects: audit line, when something changed.
    """
    decision = GRANTS.require(by, Action.TICK_AGENDA)
    meeting = Meeting.objects.select_for_update(of=("self",)).get(pk=meeting_id)
    if meeting.present == present:
        return meeting
    if meeting.present != was:
        theirs = f"Een collega schreef intussen op: “{meeting.present}”. Voeg de namen samen."
        gone = "Een collega haalde de namen intussen weg. Bewaar nog eens als dit klopt."
        raise RuleViolation(theirs if meeting.present else gone, field="present")
    meeting.present = present
    meeting.save(update_fields=["present"])
    record("meeting.changed", meeting, by=by, decision=decision, fields=["present"])
    return meeting
