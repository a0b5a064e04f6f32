"""What every response of the site shares: safe headers, and a broken rule as a message."""

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.http import HttpResponseClientRefresh

from common.errors import RuleViolation

PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()"


class HeadersMiddleware:
    """Headers on every response, errors included (S23); pages are never kept in a cache."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.setdefault("Permissions-Policy", PERMISSIONS)
        response.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if not request.path.startswith(settings.STATIC_URL):
            response.setdefault("Cache-Control", "no-store")
        return response


class RuleViolationMiddleware:
    """Shows the reason and sends the employee back to the page they came from."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """A RuleViolation becomes a message plus the way back; other errors pass by.

        A page that refuses to open is never its own way back: that would go round for ever.
        """
        if not isinstance(error, RuleViolation):
            return None
        messages.warning(request, str(error))
        if request.headers.get("HX-Request"):
            return HttpResponseClientRefresh()
        back = request.headers.get("Referer", "/")
        safe = url_has_allowed_host_and_scheme(
            back, allowed_hosts={request.get_host()}, require_https=request.is_secure()
        )
        loops = request.method == "GET" and back == request.build_absolute_uri()
        return redirect(back if safe and not loops else "/")
