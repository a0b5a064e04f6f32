"""Signed-in sessions of the bench, and forms as its visitors send them."""

from typing import Any
from urllib.parse import urlencode

FORM_SECRET = "benchbenchbenchbenchbenchbenchbe"  # noqa: S105 - 32 letters, of a bench


def cookie_of(membership: Any) -> str:
    """A session of this person in this role, with the second factor behind it."""
    from django.conf import settings  # noqa: PLC0415
    from django.contrib.sessions.backends.db import SessionStore  # noqa: PLC0415
    from django.test import RequestFactory  # noqa: PLC0415

    from clusters.login import sessions  # noqa: PLC0415

    request = RequestFactory().get("/", HTTP_HOST="127.0.0.1")
    request.session = SessionStore()
    sessions.open_session(request, membership.user, role=membership.role)
    return f"{settings.SESSION_COOKIE_NAME}={request.session.session_key}"


def with_forms(cookie: str) -> str:
    """The same session with a token against forged forms that we know."""
    from django.conf import settings  # noqa: PLC0415

    return f"{cookie}; {settings.CSRF_COOKIE_NAME}={FORM_SECRET}"


def posted(path: str, **answers: str) -> str:
    """A form as the load sends it: its address, a space and what is in it."""
    return f"{path} {urlencode({'csrfmiddlewaretoken': FORM_SECRET, **answers})}"
