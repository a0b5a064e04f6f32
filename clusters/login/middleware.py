"""Guards every request: second factor, length of the session, role in effect."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django_htmx.http import HttpResponseClientRedirect

from clusters.login import sessions
from clusters.login.expired import expired_form, owner_of_form

POLL = "X-Poll"
"""What a page sends that asks by itself: nobody need sit at it, so the session still ends (T9)."""
PASSWORD_ONLY = frozenset({"admin:login"})


class SessionGuardMiddleware:
    """Lets a request through only in a session that runs and with a role that counts today.

    Account, role and agreement are read again on every request (S19).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            at = timezone.now()
            if sessions.is_over(request, at):
                sessions.close_session(request)
            else:
                if request.headers.get(POLL) is None:
                    sessions.touch(request, at)
                request.user.chosen_role = request.session.get(sessions.ROLE, "")  # type: ignore[attr-defined]
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Public pages pass; others need an open session and a role."""
        name = request.resolver_match.view_name if request.resolver_match else ""
        if name in PASSWORD_ONLY and request.user.is_authenticated:
            raise PermissionDenied
        if name not in PASSWORD_ONLY and not getattr(view, "login_required", True):
            return None
        if not request.user.is_authenticated:
            return _sign_in_first(request)
        if not request.user.roles:
            return render(request, "clusters/login/no_role.html", status=403)
        return None


def _sign_in_first(request: HttpRequest) -> HttpResponse:
    """To the login page and back; a form that was typed in an ended session is kept."""
    if request.method == "POST" and owner_of_form(request) is not None:
        return expired_form(request)
    if _clicked_elsewhere(request):
        return _knock_again(request)
    query = {"next": _way_back(request)}
    if settings.SESSION_COOKIE_NAME in request.COOKIES:
        query["verlopen"] = "1"
    address = f"{reverse(settings.LOGIN_URL)}?{urlencode(query)}"
    if request.headers.get("HX-Request"):
        return HttpResponseClientRedirect(address)
    return HttpResponseRedirect(address)


def _clicked_elsewhere(request: HttpRequest) -> bool:
    """Whether somebody follows a link in a mail: the strict session cookie stays at home then."""
    return (
        request.method == "GET"
        and request.headers.get("Sec-Fetch-Site") == "cross-site"
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
    )


def _knock_again(request: HttpRequest) -> HttpResponse:
    """A page of ours that goes on to the same address by itself, now with the cookie."""
    address = request.get_full_path()
    response = render(request, "clusters/login/go_on.html", {"address": address})
    response["Refresh"] = f"0; url={address}"
    return response


def _way_back(request: HttpRequest) -> str:
    """The page on screen: the address itself, or where the form or fragment came from."""
    if request.method in ("GET", "HEAD") and not request.headers.get("HX-Request"):
        return request.get_full_path()
    page = request.headers.get("HX-Current-URL") or request.headers.get("Referer", "")
    parts = urlsplit(page)
    if parts.netloc != request.get_host():
        return reverse(settings.LOGIN_REDIRECT_URL)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path
