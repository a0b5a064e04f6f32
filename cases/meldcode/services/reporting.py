"""Write down what Veilig Thuis was told, and what it said about it afterwards."""

import uuid
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.meldcode.locking import STALE, lock_code, must_be_done, must_run, touch
from cases.meldcode.models import SafetyCode, SafetyCodeReport, Way
from cases.permissions import Action
from clusters.models import User
from common.deadlines import local_day
from common.errors import RuleViolation


@transaction.atomic
def report_code(
    *,
    code_id: int,
    submission_key: uuid.UUID,
    reported_on: date,
    way: str,
    reference: str,
    words: str,
    by: User,
    at: datetime | None = None,
) -> SafetyCodeReport:
    """Write down that Veilig Thuis was told; in acute danger that waits for no step.

    Rules: MC-12 (day, how, and what was said), MC-17 (sent twice is once).
    Raises: RuleViolation; PermissionDenied.
    Effects: the report, under the lock of ``lock_code``; audit line. No disclosure without this.
    """
    at = at or timezone.now()
    code, decision = lock_code(code_id, Action.WRITE_SAFETY_CODE, by)
    if (earlier := SafetyCodeReport.objects.filter(uuid=submission_key).first()) is not None:
        return _same(earlier, code)
    must_run(code)
    if not words:
        raise RuleViolation("Schrijf op wat u meldde.", field="words")
    must_be_done(reported_on, local_day(at), field="reported_on")
    report = SafetyCodeReport(uuid=submission_key, code=code, resident_id=code.resident_id)
    report.reported_on, report.way, report.at, report.by = reported_on, Way(way), at, by
    report.content = report.shut("content", {"reference": reference, "words": words})
    report.save(force_insert=True)
    touch(code, local_day(at))
    record("safety.reported", code, by=by, decision=decision, fields=["reports"])
    return report


@transaction.atomic
def note_feedback(
    *,
    code_id: int,
    report_id: uuid.UUID,
    heard_on: date,
    words: str,
    by: User,
    at: datetime | None = None,
) -> SafetyCodeReport:
    """Write down what Veilig Thuis said about a report.

    Rules: MC-12 (once; the day is not before the report).
    Raises: RuleViolation; PermissionDenied.
    Effects: the feedback, under the lock of ``lock_code``; audit line.
    """
    at = at or timezone.now()
    code, decision = lock_code(code_id, Action.WRITE_SAFETY_CODE, by)
    must_run(code)
    report = code.reports.select_for_update(of=("self",)).get(uuid=report_id)
    report.code = code
    if report.heard_on is not None:
        raise RuleViolation("De terugkoppeling is intussen vastgelegd.")
    if not report.reported_on <= heard_on <= local_day(at):
        raise RuleViolation("Kies een dag vanaf de melding, tot en met vandaag.", field="heard_on")
    if not words:
        raise RuleViolation("Schrijf op wat Veilig Thuis zei.", field="words")
    report.heard_on, report.feedback = heard_on, report.shut("feedback", words)
    report.__dict__.pop("heard", None)
    report.save(update_fields=["heard_on", "feedback"])
    touch(code, local_day(at))
    record("safety.heard", code, by=by, decision=decision, fields=["feedback"])
    return report


def _same(earlier: SafetyCodeReport, code: SafetyCode) -> SafetyCodeReport:
    """What this form wrote before; a key of another meldcode is no key here."""
    if earlier.code_id != code.pk:
        raise RuleViolation(STALE)
    return earlier
