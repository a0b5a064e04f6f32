"""What moves the two weeks, and what only looks as if it does."""

import uuid
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.decisions.lifecycle import ApplicationState
from cases.decisions.models import Application, PauseGround, TermPause
from cases.decisions.terms import decision_end, end_of_day
from cases.decisions.tracing import leave, lock_running
from cases.dossiers.models import LineKind
from cases.permissions import Action
from clusters.models import User
from common.deadlines import ONE_DAY, local_day
from common.errors import RuleViolation

CHANGED_TERM = ["due_at", "reminded_at", "warned_at"]


@transaction.atomic
def pause_term(
    *,
    submission_key: uuid.UUID,
    application_id: int,
    ground: str,
    asked_on: date,
    until_on: date,
    words: str,
    by: User,
    at: datetime | None = None,
) -> TermPause:
    """Let the term stand still from the day after ``asked_on`` through ``until_on``.

    Rules: AB-4 (AWB 4:15: within the term, after the aanvraag, not twice on the same day, not for a
        temporary provision), AB-19 (a form sent twice).
    Raises: RuleViolation; PermissionDenied.
    Effects: an interval and a later end; a line in the dossier; audit line.
    """
    at = at or timezone.now()
    application, decision = lock_running(application_id, Action.KEEP_TERM, by)
    earlier = application.pauses.filter(pk=submission_key).first()
    if earlier is not None:
        return earlier
    pause = TermPause(pk=submission_key, application=application, ground=PauseGround(ground))
    pause.resident_id, pause.by = application.resident_id, by
    pause.asked_on, pause.until_on = asked_on, until_on
    _check(application, pause, local_day(at))
    pause.seal_in("asked", words)
    pause.save(force_insert=True)
    _recount(application)
    told = f"{pause.get_ground_display()}: van {asked_on + ONE_DAY:%d-%m-%Y} tot en met "
    leave(application, LineKind.TERM, by=by, at=at, words=f"{told}{until_on:%d-%m-%Y}")
    record("application.paused", pause, by=by, decision=decision, fields=["due_at"])
    return pause


@transaction.atomic
def end_pause(
    *,
    application_id: int,
    pause_id: uuid.UUID,
    ended_on: date,
    by: User,
    at: datetime | None = None,
) -> TermPause:
    """What was asked came in: that day counts again (AWB 4:15 lid 1: "tot de dag waarop").

    Rules: AB-4 (not before it was asked, not after the interval, not in the future).
    Raises: RuleViolation; PermissionDenied.
    Effects: a shorter interval and an earlier end; a line in the dossier; audit line.
    """
    at = at or timezone.now()
    application, decision = lock_running(application_id, Action.KEEP_TERM, by)
    pause = application.pauses.get(pk=pause_id)
    pause.application = application
    if pause.ended_on == ended_on:
        return pause
    if pause.ended_on is not None:
        raise RuleViolation(f"Dit is al binnen sinds {pause.ended_on:%d-%m-%Y}.")
    if not pause.asked_on <= ended_on <= min(pause.until_on, local_day(at)):
        raise RuleViolation(
            "Deze dag ligt vóór de vraag, na de gegeven termijn of na vandaag.", field="ended_on"
        )
    pause.ended_on = ended_on
    pause.save(update_fields=["ended_on"])
    _recount(application)
    words = f"Binnen op {ended_on:%d-%m-%Y}; de termijn loopt weer."
    leave(application, LineKind.TERM, by=by, at=at, words=words)
    record("application.resumed", pause, by=by, decision=decision, fields=["ended_on", "due_at"])
    return pause


@transaction.atomic
def name_delay(
    *,
    application_id: int,
    promised_on: date,
    told_on: date,
    by: User,
    at: datetime | None = None,
) -> Application:
    """Two weeks are not enough: the resident heard the shortest possible other day (AWB 4:14).

    Rules: AB-5 (told on a day that was, for a day after the end; it does not move the end).
    Raises: RuleViolation; PermissionDenied.
    Effects: the promise with the aanvraag; a line in the dossier; audit line.
    """
    at = at or timezone.now()
    application, decision = lock_running(application_id, Action.KEEP_TERM, by)
    _check_term(application)
    if not application.received_on <= told_on <= local_day(at):
        raise RuleViolation("Deze dag ligt vóór de aanvraag of na vandaag.", field="told_on")
    if promised_on <= max(application.due_on, told_on):
        raise RuleViolation(
            f"De termijn loopt tot en met {application.due_on:%d-%m-%Y}. Noem een latere dag.",
            field="promised_on",
        )
    application.promised_on, application.told_on = promised_on, told_on
    application.save(update_fields=["promised_on", "told_on"])
    words = f"Vertraging gemeld op {told_on:%d-%m-%Y}: besluit uiterlijk {promised_on:%d-%m-%Y}."
    leave(application, LineKind.TERM, by=by, at=at, words=words)
    record("application.delayed", application, by=by, decision=decision, fields=["promised_on"])
    return application


@transaction.atomic
def note_default(
    *, application_id: int, noticed_on: date, by: User, at: datetime | None = None
) -> Application:
    """The resident gave notice of default: two weeks later a dwangsom starts (AWB 4:17).

    Rules: AB-6 (only after the end of the term; once).
    Raises: RuleViolation; PermissionDenied.
    Effects: the day with the aanvraag; a line in the dossier; audit line.
    """
    at = at or timezone.now()
    application, decision = lock_running(application_id, Action.KEEP_TERM, by)
    if application.noticed_on == noticed_on:
        return application
    _check_term(application)
    if application.noticed_on is not None:
        raise RuleViolation(
            f"Er is al een ingebrekestelling van {application.noticed_on:%d-%m-%Y}."
        )
    if not application.due_on < noticed_on <= local_day(at):
        raise RuleViolation(
            f"De termijn loopt tot en met {application.due_on:%d-%m-%Y}. Een ingebrekestelling "
            "telt pas daarna, en niet na vandaag.",
            field="noticed_on",
        )
    application.noticed_on = noticed_on
    application.save(update_fields=["noticed_on"])
    words = f"Ingebrekestelling ontvangen op {noticed_on:%d-%m-%Y}."
    leave(application, LineKind.TERM, by=by, at=at, words=words)
    record("application.default", application, by=by, decision=decision, fields=["noticed_on"])
    return application


def _check(application: Application, pause: TermPause, today: date) -> None:
    """An interval that can be: in the term, forward in time, and not over another one."""
    _check_term(application)
    if application.state != ApplicationState.OPEN:
        raise RuleViolation("Er ligt al een besluit. Haal het eerst terug.")
    if not application.received_on <= pause.asked_on <= min(application.due_on, today):
        raise RuleViolation(
            "Deze dag ligt vóór de aanvraag, na het einde van de termijn of na vandaag.",
            field="asked_on",
        )
    if pause.until_on <= pause.asked_on:
        raise RuleViolation("De opschorting eindigt vóór zij begint.", field="until_on")
    first = pause.asked_on + ONE_DAY
    for other in application.pauses.all():
        if first < other.resumes_on and other.asked_on < pause.until_on:
            raise RuleViolation(f"Deze dagen vallen in de {other}.", field="asked_on")


def _check_term(application: Application) -> None:
    """That two weeks of the law run; without an aanvraag there are none (AWB 4:13, 4:15, 4:17)."""
    if application.is_own_motion:
        raise RuleViolation(
            "Niemand vroeg hierom. Er loopt dus geen termijn van de wet, alleen onze eigen norm."
        )
    if application.is_urgent:
        raise RuleViolation(
            "Over een tijdelijke voorziening besluit u onverwijld (Wmo 2.3.3): er is geen uitstel."
        )


def _recount(application: Application) -> None:
    """The end that follows from the intervals; who was told of the old one is told again."""
    end = decision_end(application, list(application.pauses.all()))
    application.due_at = end_of_day(end.day)
    application.reminded_at = application.warned_at = None
    application.save(update_fields=CHANGED_TERM)
