"""The acts of signing in: second factor, sessions, the role in effect, a new password."""

import secrets
from datetime import datetime, timedelta
from enum import StrEnum
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.utils import timezone

from audit.services import record
from clusters.login.models import Authenticator, OpenSession, RecoveryCode
from clusters.people.models import User
from common.errors import RuleViolation

SECRET_BYTES = 20
RECOVERY_CODES = 10
RECOVERY_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
SESSIONS_PER_PERSON = 2
KEEP_SESSIONS = timedelta(days=30)


class Factor(StrEnum):
    """What became of a six-digit code or a recovery code."""

    ACCEPTED = "accepted"
    WRONG = "wrong"
    WAIT = "wait"


NOT_ACCEPTED = {
    Factor.WRONG: "Deze code klopt niet of is al gebruikt. Wacht op de volgende code.",
    Factor.WAIT: "Dat ging te snel na een foute code. Wacht een minuut en probeer het opnieuw.",
}
"""What the screen says when a code was not accepted."""


@transaction.atomic
def create_authenticator(*, user_id: int) -> Authenticator | None:
    """Give an employee without a second factor a secret to put in an app; None when there is one.

    A second call finds the same secret, so that a reloaded page shows the same QR code.

    Rules: S17 (second factor for everybody).
    Effects: none; it counts only after ``confirm_authenticator``.
    """
    User.objects.select_for_update().get(pk=user_id)
    existing = Authenticator.objects.filter(user_id=user_id).order_by("-confirmed").first()
    if existing is not None:
        return None if existing.confirmed else existing
    device = Authenticator(user_id=user_id, name="app", confirmed=False)
    device.secret = secrets.token_bytes(SECRET_BYTES)
    device.save()
    return device


@transaction.atomic
def confirm_authenticator(*, user_id: int, code: str) -> list[str]:
    """Put the app in use after a first right code; returns the recovery codes, shown only now.

    Rules: S17 (a code works once).
    Raises: RuleViolation when the code is wrong or the app is in use already.
    Effects: audit lines; new recovery codes.
    """
    device = (
        Authenticator.objects.select_for_update().filter(user_id=user_id, confirmed=False).first()
    )
    if device is None or not device.verify_token(_bare(code)):
        raise RuleViolation(
            "Deze code klopt niet. Wacht op de volgende code in uw app en probeer het opnieuw.",
            field="code",
        )
    device.confirmed = True
    device.save(update_fields=["confirmed"])
    record("login.authenticator_added", by=device.user)
    return create_recovery_codes(user_id=user_id, by=device.user)


@transaction.atomic
def create_recovery_codes(*, user_id: int, by: User) -> list[str]:
    """Ten new codes for signing in without the app; the old ones stop working.

    Rules: security 5 (kept as a hash only).
    Effects: audit line.
    """
    codes = [
        "-".join("".join(secrets.choice(RECOVERY_ALPHABET) for _ in range(4)) for _ in range(3))
        for _ in range(RECOVERY_CODES)
    ]
    RecoveryCode.objects.filter(user_id=user_id).delete()
    RecoveryCode.objects.bulk_create(
        RecoveryCode(user_id=user_id, code_hash=make_password(_bare(code))) for code in codes
    )
    record("login.recovery_codes_created", by=by)
    return codes


@transaction.atomic
def check_second_factor(*, user_id: int, answer: str, at: datetime) -> Factor:
    """Whether six digits from the app, or an unused recovery code, prove who this is.

    A wrong answer makes the next one wait, twice as long every time.

    Rules: S17 (a code works once), S18 (guessing).
    Effects: the code is used up; audit line for a recovery code.
    """
    device = (
        Authenticator.objects.select_for_update().filter(user_id=user_id, confirmed=True).first()
    )
    if device is None:
        return Factor.WRONG
    if not device.verify_is_allowed()[0]:
        return Factor.WAIT
    bare = _bare(answer)
    if len(bare) == 6 and bare.isascii() and bare.isdecimal():
        return Factor.ACCEPTED if device.verify_token(bare) else Factor.WRONG
    if not _use_recovery_code(user_id, bare, at):
        device.throttle_increment()
        return Factor.WRONG
    device.throttle_reset()
    record("login.recovery_code_used", by=device.user)
    return Factor.ACCEPTED


@transaction.atomic
def register_session(*, user_id: int, session_key: str, form_mark: str, at: datetime) -> None:
    """Note a session that begins; a third one ends the oldest.

    Sessions that are over already (browser closed, idle too long) make room first.

    Rules: S19 (at most two sessions, idle and absolute limit).
    Effects: an older session of this employee may end.
    """
    User.objects.select_for_update().get(pk=user_id)
    OpenSession.objects.filter(user_id=user_id, opened_at__lt=at - KEEP_SESSIONS).delete()
    rows = list(OpenSession.objects.filter(user_id=user_id, ended_at=None).order_by("opened_at"))
    alive = [row for row in rows if _seen_recently(row, at)]
    too_many = alive[: max(0, len(alive) - SESSIONS_PER_PERSON + 1)]
    _end([row for row in rows if row not in alive] + too_many, at)
    OpenSession.objects.create(
        user_id=user_id, session_key=session_key, form_mark=form_mark, opened_at=at
    )


@transaction.atomic
def end_session(*, session_key: str, at: datetime) -> None:
    """Note that a session is over; what was typed in it still has an owner for a while.

    Rules: S19.
    Effects: none.
    """
    OpenSession.objects.select_for_update().filter(session_key=session_key, ended_at=None).update(
        ended_at=at
    )


@transaction.atomic
def end_all_sessions(*, user_id: int, at: datetime) -> None:
    """Sign an employee out everywhere, because password or second factor are no longer the same.

    Rules: S19.
    Effects: every session of this employee ends.
    """
    rows = OpenSession.objects.select_for_update().filter(user_id=user_id, ended_at=None)
    _end(list(rows), at)


@transaction.atomic
def change_password(*, new_password: str, session_key: str, by: User) -> None:
    """Give oneself a new password; every other session of this employee ends.

    Rules: S19.
    Effects: audit line; other sessions end.
    """
    user = User.objects.select_for_update().get(pk=by.pk)
    user.set_password(new_password)
    user.save(update_fields=["password"])
    by.password = user.password
    others = OpenSession.objects.filter(user=user, ended_at=None).exclude(session_key=session_key)
    _end(list(others), timezone.now())
    record("login.password_changed", by=by, fields=["password"])


@transaction.atomic
def rename_session(*, old_key: str, new_key: str) -> None:
    """Follow a session that got another key, as it does after a new password.

    Rules: S19.
    Effects: none.
    """
    OpenSession.objects.select_for_update().filter(session_key=old_key).update(session_key=new_key)


@transaction.atomic
def choose_role(*, role: str, by: User) -> str:
    """Put another of one's own roles in effect for the rest of the session.

    Rules: H2 (one role in effect at a time).
    Raises: RuleViolation when the employee does not hold the role today.
    Effects: audit line, with the code of the role as its reason.
    """
    User.objects.select_for_update().get(pk=by.pk)
    if role not in by.roles:
        raise RuleViolation("Deze rol hebt u vandaag niet.", field="role")
    record("login.role_chosen", by=by, reason=role)
    return role


def _bare(code: str) -> str:
    """A code as typed, without spaces, dashes and capitals."""
    return "".join(code.split()).replace("-", "").lower()


def _use_recovery_code(user_id: int, bare: str, at: datetime) -> bool:
    """Use up the unused code that fits; the caller holds the lock of the authenticator."""
    if len(bare) != 12:
        return False
    for row in RecoveryCode.objects.filter(user_id=user_id, used_at=None):
        if check_password(bare, row.code_hash):
            row.used_at = at
            row.save(update_fields=["used_at"])
            return True
    return False


def _seen_recently(row: OpenSession, at: datetime) -> bool:
    """Whether the session behind this row still exists and was used within the idle limit."""
    seen_at: int = _store(row.session_key).get("seen_at", 0)
    return int(at.timestamp()) - seen_at <= settings.SESSION_IDLE_SECONDS


def _end(rows: list[OpenSession], at: datetime) -> None:
    """Throw the sessions away and note when."""
    for row in rows:
        _store(row.session_key).delete()
    OpenSession.objects.filter(pk__in=[row.pk for row in rows]).update(ended_at=at)


def _store(session_key: str) -> Any:
    """The session with this key, whatever engine keeps it."""
    return import_module(settings.SESSION_ENGINE).SessionStore(session_key)
