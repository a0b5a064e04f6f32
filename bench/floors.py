"""The two floors: the least that any page of this kind costs on this machine (design 11).

F0 is a bare page behind session and authentication middleware only, with one query of its own
(beside those of session and account). F1 is a bare table of fifty rows from one query. Both have
their own middleware and addresses, and run in the processes that serve the application.
"""

from collections.abc import Callable
from pathlib import Path

from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, HttpResponse
from django.template import Context, Engine
from django.test.utils import override_settings
from django.urls import path

from cases.models import CallbackRequest

ROWS = 50
MIDDLEWARE = [
    "bench.floors.own_addresses",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
]
ENGINE = Engine(
    dirs=[str(Path(__file__).with_name("templates"))],
    loaders=[
        (
            "django.template.loaders.cached.Loader",
            ["django.template.loaders.filesystem.Loader"],
        )
    ],
)


def own_addresses(get_response: Callable[[HttpRequest], HttpResponse]) -> object:
    """Let the floors answer to the addresses below and to no other."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.urlconf = __name__  # type: ignore[attr-defined]
        return get_response(request)

    return middleware


def bare_page(request: HttpRequest) -> HttpResponse:
    """F0: who am I, and one number."""
    team = request.GET.get("team", "0")
    count = CallbackRequest.objects.filter(pk=int(team)).count()
    page = ENGINE.get_template("f0.html")
    return HttpResponse(page.render(Context({"name": str(request.user), "count": count})))


def bare_table(request: HttpRequest) -> HttpResponse:
    """F1: the same fifty rows as the work list shows, as bare as a table can be."""
    rows = (
        CallbackRequest.objects.filter(team_id=int(request.GET.get("team", "0")))
        .exclude(state="closed")
        .select_related("resident", "subject", "handler")
        .defer("question", "outcome_note", "routing_reason")
        .order_by("due_at", "pk")[:ROWS]
    )
    page = ENGINE.get_template("f1.html")
    return HttpResponse(page.render(Context({"name": str(request.user), "rows": rows})))


def make_floors() -> WSGIHandler:
    """A handler with the middleware of the floors and nothing else."""
    with override_settings(MIDDLEWARE=MIDDLEWARE):
        return WSGIHandler()


urlpatterns = [path("bench/f0/", bare_page), path("bench/f1/", bare_table)]
