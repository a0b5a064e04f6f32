"""The resident reads that the term stands still, or that it is not met (AB-24)."""

import uuid
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.decisions.models import Application, TermLetter
from cases.decisions.term_letter import delay_letter, pause_letter
from cases.decisions.tracing import leave, lock_running
from cases.dossiers.models import LineKind
from cases.intakes.letter import Content, stamp_of
from cases.intakes.models.letters import LetterWay
from cases.permissions import Action
from clusters.models import User
from common.deadlines import local_day
from common.errors import RuleViolation


@transaction.atomic
def send_pause_letter(
    *,
    application_id: int,
    pause_id: uuid.UUID,
    way: str,
    stamp: str,
    by: User,
    at: datetime | None = None,
) -> TermLetter:
    """Freeze the letter about one interval and write down that it goes out today.

    Rules: AB-24 (as it was shown, one per interval, not after it ended), AB-19 (sent twice is one).
    Raises: RuleViolation; DoesNotExist; PermissionDenied.
    Effects: the letter; a line in the dossier; audit line.
    """
    at = at or timezone.now()
    application, decision = lock_running(application_id, Action.KEEP_TERM, by)
    pause = application.pauses.get(pk=pause_id)
    pause.application = application
    sent = application.term_letters.filter(pause=pause).first()
    if sent is not None:
        return sent
    if pause.ended_on is not None:
        raise RuleViolation("De termijn loopt alweer. Deze brief hoeft niet meer weg.")
    day = local_day(at)
    letter = TermLetter(application=application, pause=pause)
    _send(letter, pause_letter(application, pause, day), way=way, stamp=stamp, by=by, day=day)
    words = f"Brief over de {pause} verstuurd."
    leave(application, LineKind.TERM, by=by, at=at, words=words)
    record("application.letter_sent", letter, by=by, decision=decision, fields=["letter"])
    return letter


@transaction.atomic
def send_delay_letter(
    *, application_id: int, way: str, stamp: str, by: User, at: datetime | None = None
) -> TermLetter:
    """Freeze the letter about the day that was promised and write down that it goes out today.

    Rules: AB-24 (as it was shown, one per promised day), AB-5, AB-19 (sent twice is one).
    Raises: RuleViolation when no day was promised; PermissionDenied.
    Effects: the letter; a line in the dossier; audit line.
    """
    at = at or timezone.now()
    application, decision = lock_running(application_id, Action.KEEP_TERM, by)
    promised = _promise_of(application)
    sent = application.term_letters.filter(promised_on=promised).first()
    if sent is not None:
        return sent
    day = local_day(at)
    letter = TermLetter(application=application, promised_on=promised)
    _send(letter, delay_letter(application, day), way=way, stamp=stamp, by=by, day=day)
    words = f"Brief over de vertraging verstuurd: besluit uiterlijk {promised:%d-%m-%Y}."
    leave(application, LineKind.TERM, by=by, at=at, words=words)
    record("application.letter_sent", letter, by=by, decision=decision, fields=["letter"])
    return letter


def _promise_of(application: Application) -> date:
    if application.promised_on is None:
        raise RuleViolation("Er is geen andere dag toegezegd. Meld eerst de vertraging.")
    return application.promised_on


def _send(
    letter: TermLetter, content: Content, *, way: str, stamp: str, by: User, day: date
) -> None:
    """Save the letter of today, when it is the one the page showed."""
    if stamp_of(content) != stamp:
        raise RuleViolation("De brief is intussen veranderd. Lees hem opnieuw.", field="stamp")
    letter.resident_id, letter.by = letter.application.resident_id, by
    letter.way, letter.sent_on = LetterWay(way), day
    letter.freeze(content)
    letter.save(force_insert=True)
