"""Was a promise to call back kept? The selections of what a desk promised (TEL-4, TEL-7).

A promise is kept when the first attempt came before its term. A term that moved because of a new
promise (pause, another moment, an added question) is the term from then on. A term that passed
without an attempt stays passed, whatever term came after it: the bell that rang at that term is
the witness. Withdrawn in time is neither kept nor broken.
"""

from datetime import datetime

from django.db.models import Exists, F, OuterRef, Q, Value
from django.db.models.functions import Coalesce

from cases.callbacks.lifecycle import CallbackState
from cases.callbacks.models.reminders import CallbackReminder, ReminderKind, ReminderState
from cases.callbacks.models.selections import TICKING, Selection
from common.deadlines import ONE_DAY, local_day
from common.weeks import midnight


def _rang(at: datetime) -> Exists:
    """The bell of a term that passed before anybody called."""
    bells = CallbackReminder.objects.filter(
        callback=OuterRef("pk"), kind=ReminderKind.AT_TERM, state=ReminderState.DONE
    )
    return Exists(bells.filter(due_at__lt=Coalesce(OuterRef("first_attempt_at"), Value(at))))


def _waits() -> Q:
    return Q(first_attempt_at__isnull=True) & ~Q(state=CallbackState.CLOSED)


def _late_now(at: datetime) -> Q:
    return Q(first_attempt_at__isnull=True, state__in=TICKING, due_at__lt=at)


def _unclaimed(at: datetime) -> Q:
    """Nobody of the team took it while its term is today or over (SD-8)."""
    return Q(state=CallbackState.WAITING, due_at__lt=midnight(local_day(at) + ONE_DAY))


def _broken(at: datetime) -> Q:
    return Q(first_attempt_at__gt=F("due_at")) | _late_now(at) | Q(_rang(at))


PROMISES: dict[str, Selection] = {
    "beloofd": Selection("Beloofd", lambda at: Q()),
    "gehouden": Selection(
        "Op tijd gebeld", lambda at: Q(first_attempt_at__lte=F("due_at")) & ~Q(_rang(at))
    ),
    "te-laat": Selection("Te laat", _broken),
    "wacht": Selection("Nog niet gebeld", lambda at: _waits()),
    "wacht-te-laat": Selection("Nog niet gebeld en te laat", _late_now),
    "niet-opgepakt": Selection("Niet opgepakt, termijn vandaag of voorbij", _unclaimed),
}
