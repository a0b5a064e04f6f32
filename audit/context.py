"""What is known about the request being served, for the lines it leaves in the trail.

One context per request, set by AuditMiddleware and read by services that know no request. Outside
a request (a task, a command) there is none and the lines say so by their empty route.
"""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest


@dataclass(slots=True)
class RequestFacts:
    """One request: where it went, whose rows it handed out and which of those are in the trail."""

    request: HttpRequest
    request_id: uuid.UUID = field(default_factory=uuid.uuid4)
    route: str = ""
    handed_out: set[int] = field(default_factory=set)
    known_rows: set[tuple[str, Any]] = field(default_factory=set)
    nameless: set[tuple[str, Any]] = field(default_factory=set)
    shown: set[int] = field(default_factory=set)
    recorded: list[int] = field(default_factory=list)
    write_failed: bool = False
    raised: bool = False
    streaming: bool = False

    @property
    def session_key(self) -> str:
        """The key of the session, empty for a request without one."""
        session = getattr(self.request, "session", None)
        return getattr(session, "session_key", None) or ""

    def unlogged(self) -> int:
        """How many residents were handed out and are not in a view of this request."""
        return len(self.handed_out - self.shown) + len(self.nameless)


_current: ContextVar[RequestFacts | None] = ContextVar("audit_request", default=None)


def current() -> RequestFacts | None:
    """The request being served in this thread, or None."""
    return _current.get()


@contextmanager
def serving(facts: RequestFacts) -> Iterator[RequestFacts]:
    """Everything inside belongs to this request."""
    token = _current.set(facts)
    try:
        yield facts
    finally:
        _current.reset(token)
