"""What every response of the site shares: safe headers, a broken rule as a message, and a 404."""

from collections.abc import Callable

from django.apps import apps
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.defaults import page_not_found
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


class OutOfScopeMiddleware:
    """What left somebody's scope between the page and the act does not exist for them (404).

    An act reads its record again under a lock, through ``visible_to``: a colleague may have been a
    moment earlier. A missing row of a table without scope is a fault of ours and passes by.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The page for what does not exist; other errors pass by."""
        if not isinstance(error, ObjectDoesNotExist) or not _has_scope(type(error)):
            return None
        return page_not_found(request, Http404())


def _has_scope(missing: type[ObjectDoesNotExist]) -> bool:
    """Whether the model whose row was missing says who may know of its rows."""
    place = (missing.__module__, missing.__qualname__.rpartition(".")[0])
    models = (each for each in apps.get_models() if (each.__module__, each.__name__) == place)
    return any(hasattr(each._default_manager, "visible_to") for each in models)
