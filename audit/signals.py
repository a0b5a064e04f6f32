"""Signing in and out leaves a line too; a sign-in that cannot be written down does not happen.

A login name that was typed wrong is kept as a mark: people type their password there.
"""

from typing import Any

from axes.signals import user_locked_out
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver

from audit.models import Outcome
from audit.services import commit
from audit.signing import fingerprint
from audit.writing import Line


@receiver(user_logged_in)
def log_login(user: Any, **kwargs: Any) -> None:
    """Somebody is in; without a line there is no page and Django keeps no session of a 503."""
    commit(Line("login.succeeded"), by=user)


@receiver(user_logged_out)
def log_logout(user: Any, **kwargs: Any) -> None:
    """Somebody left; leaving without being signed in is no event."""
    if user is not None:
        commit(Line("logout"), by=user)


@receiver(user_login_failed)
def log_failed_login(credentials: dict[str, Any], **kwargs: Any) -> None:
    """A wrong name, password or code."""
    commit(_attempt("login.failed", credentials.get("username")), by=None)


@receiver(user_locked_out)
def log_lockout(username: str | None, **kwargs: Any) -> None:
    """Too many wrong attempts: this name waits."""
    commit(_attempt("login.locked", username), by=None)


def _attempt(code: str, username: str | None) -> Line:
    mark = fingerprint("login-name", (username or "").lower())
    return Line(code, "login-name", mark, outcome=Outcome.DENIED)
