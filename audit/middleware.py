"""No log, no page (design 5): the last look at a response before it leaves.

Three things stop a page: a resident whose row was read and who is not in the trail, a line that
could not be written, and a refusal that could not be written down. The answer is then a page
that says nothing, with status 503.
"""

import logging
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string

from audit import context, services
from audit.context import RequestFacts
from audit.errors import AuditUnavailable
from audit.models import AuditSubject, Outcome
from audit.writing import Line

log = logging.getLogger(__name__)

PLAIN_PAGE = "Deze pagina kan nu niet worden getoond. Probeer het over een paar minuten opnieuw."
REFUSALS = {403: "access.denied", 404: "access.not_found"}


class AuditMiddleware:
    """Gives services the facts of the request, and holds back what is not in the trail."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        with context.serving(RequestFacts(request)) as facts:
            response = self.get_response(request)
            try:
                _log_refusal(facts, response)
                reason = _reason_to_hold_back(facts, response)
            except (AuditUnavailable, DatabaseError):
                reason = "unwritable"
            if reason:
                return _hold_back(facts, response, reason)
            return _watched(facts, response)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> None:
        """Remember where the request goes: the name of the route, never its query string."""
        facts = context.current()
        if facts is not None and request.resolver_match is not None:
            facts.route = request.resolver_match.view_name or ""

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """An error page shows no data; a trail that cannot be written gives no page at all."""
        facts = context.current()
        if facts is not None:
            facts.raised = True
        return _page() if isinstance(error, AuditUnavailable) else None


def _reason_to_hold_back(facts: RequestFacts, response: HttpResponseBase) -> str:
    """Why this response may not leave; empty when it may."""
    if facts.write_failed:
        return "unwritable"
    if facts.raised or not _has_body(response):
        return ""
    facts.shown |= _in_committed_acts(facts)
    return "unlogged" if facts.unlogged() else ""


def _has_body(response: HttpResponseBase) -> bool:
    """Whether a person could read something in it; a redirect shows nothing."""
    if 300 <= response.status_code < 400:
        return False
    return response.streaming or bool(response.content)  # type: ignore[attr-defined]


def _in_committed_acts(facts: RequestFacts) -> set[int]:
    """Residents of acts of this request that are still in the table, so not rolled back."""
    if not facts.recorded or not facts.unlogged():
        return set()
    rows = AuditSubject.objects.filter(event_id__in=facts.recorded)
    return set(rows.values_list("resident_id", flat=True))


def _log_refusal(facts: RequestFacts, response: HttpResponseBase) -> None:
    """Write a refusal down, after the rollback, in a transaction of its own."""
    user = getattr(facts.request, "user", None)
    match = facts.request.resolver_match
    if match is None or user is None or not user.is_authenticated or facts.write_failed:
        return
    code, outcome = _refusal(facts.request, response.status_code)
    if not code:
        return
    facts.route = match.view_name or ""
    name, value = next(iter(match.kwargs.items()), ("", ""))
    line = Line(
        code,
        object_type=name.removesuffix("_id").removesuffix("pk")[:80],
        object_id=str(value).replace("\0", "")[:64],
        outcome=outcome,
        status=response.status_code,
    )
    services.commit(line, by=user)


def _refusal(request: HttpRequest, status: int) -> tuple[str, Outcome]:
    """The code of a refused or failed request; empty for one that went well."""
    if status in REFUSALS:
        return REFUSALS[status], Outcome.DENIED
    if request.method == "POST" and status >= 500:
        return "request.failed", Outcome.FAILED
    if request.method == "POST" and status >= 400:
        return "request.refused", Outcome.DENIED
    return "", Outcome.SUCCESS


def _watched(facts: RequestFacts, response: HttpResponseBase) -> HttpResponseBase:
    """Keep counting while a stream is being sent: it may not read residents nobody logged."""
    if isinstance(response, StreamingHttpResponse) and not response.is_async:
        response.streaming_content = _stream(facts, response.streaming_content)  # type: ignore[arg-type]
    return response


def _stream(facts: RequestFacts, parts: Iterable[bytes]) -> Iterator[bytes]:
    """The same parts, with the request's facts in place for every step."""
    facts.streaming = True
    remaining = iter(parts)
    while True:
        with context.serving(facts):
            try:
                part = next(remaining)
            except StopIteration:
                return
        yield part


def _hold_back(facts: RequestFacts, response: HttpResponseBase, reason: str) -> HttpResponse:
    """The page that says nothing, and one line for whoever keeps the system running."""
    log.error(
        "page held back: %s",
        reason,
        extra={"route": facts.route, "residents": facts.unlogged(), "reason": reason},
    )
    page = _page()
    # Files the refused page had open are closed with this one; closing that one here would end
    # the request, and with it the connection to the database, too early.
    closers = response._resource_closers  # type: ignore[attr-defined]  # no stub for it
    page._resource_closers.extend(closers)  # type: ignore[attr-defined]
    return page


def _page() -> HttpResponse:
    """Status 503 without anything of the page that was asked for."""
    try:
        body = str(render_to_string("503.html"))
    except Exception:  # any fault in the template: the plain text must still come
        body = PLAIN_PAGE
    return HttpResponse(body, status=503, headers={"Retry-After": "120"})
