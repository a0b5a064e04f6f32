"""Pages for signing in."""

from django.http import HttpRequest, HttpResponse


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form on screen is older than the session."""
    return HttpResponse("Dit formulier is verlopen.", status=403)


def locked_out(request: HttpRequest, credentials: object = None) -> HttpResponse:
    """Too many wrong passwords."""
    return HttpResponse("Te veel pogingen.", status=429)
