"""What every response shares: safe headers, and a broken rule as a message with a way back."""

import pytest
from django.contrib.messages.storage.base import BaseStorage
from django.http import HttpResponse
from django.test import RequestFactory

from common.errors import RuleViolation
from common.middleware import HeadersMiddleware, OutOfScopeMiddleware, RuleViolationMiddleware

HOME = "/"
LIST = "http://testserver/terugbelverzoeken/"


class Said(BaseStorage):
    """Messages kept in memory."""

    def _get(self, *args, **kwargs):
        return [], True

    def _store(self, messages, response, *args, **kwargs):
        return []


def ask(method, path="/terugbelverzoeken/1/afsluiten/", **headers):
    request = RequestFactory().generic(method.upper(), path, headers=headers)
    request._messages = Said(request)
    return request


def refuse(request):
    middleware = RuleViolationMiddleware(lambda _: HttpResponse())
    return middleware.process_exception(request, RuleViolation("Kan niet meer."))


@pytest.mark.parametrize("path", ["/", "/static/x.css"])
def test_every_response_has_the_headers_and_pages_are_not_kept(path):
    response = HeadersMiddleware(lambda _: HttpResponse())(ask("get", path))

    assert "camera=()" in response["Permissions-Policy"]
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert response.get("Cache-Control") == (None if path.startswith("/static") else "no-store")


def test_a_page_may_say_otherwise_about_its_own_cache():
    response = HttpResponse(headers={"Cache-Control": "private"})

    assert HeadersMiddleware(lambda _: response)(ask("get"))["Cache-Control"] == "private"


@pytest.mark.parametrize(
    ("referer", "back"),
    [
        (LIST, LIST),
        ("", HOME),
        ("https://elders.example/", HOME),
        ("//elders.example/", HOME),
        ("javascript:alert(1)", HOME),
    ],
)
def test_a_broken_rule_is_said_where_one_came_from(referer, back):
    request = ask("post", referer=referer) if referer else ask("post")

    response = refuse(request)

    assert (response.status_code, response["Location"]) == (302, back)
    assert [str(message) for message in request._messages] == ["Kan niet meer."]


def test_a_page_that_refuses_to_open_is_not_its_own_way_back():
    own = "http://testserver/terugbelverzoeken/1/afsluiten/"

    assert refuse(ask("get", referer=own))["Location"] == HOME
    assert refuse(ask("post", referer=own))["Location"] == own


def test_htmx_reloads_the_page_to_show_the_message():
    response = refuse(ask("post", hx_request="true"))

    assert response["HX-Refresh"] == "true"


def test_other_errors_pass_by():
    middleware = RuleViolationMiddleware(lambda _: HttpResponse())

    assert middleware.process_exception(ask("get"), ValueError("bug")) is None
    assert middleware(ask("get")).status_code == 200


def fail(error):
    middleware = OutOfScopeMiddleware(lambda _: HttpResponse())
    return middleware.process_exception(ask("post"), error)


@pytest.mark.django_db
def test_what_left_the_scope_meanwhile_does_not_exist():
    """A coordinator takes up what was withdrawn a moment after the page was shown."""
    from cases.models import CallbackNorm, Handover, MatchRequest

    for model in (Handover, MatchRequest):
        assert fail(model.DoesNotExist()).status_code == 404
    assert fail(CallbackNorm.DoesNotExist()) is None, "a missing norm is a fault of ours"
    assert fail(KeyError()) is None


@pytest.mark.django_db
def test_the_act_of_a_page_that_was_right_a_moment_ago_is_a_404(client, cast, settings):
    from tests.factories.login import sign_in

    settings.ROOT_URLCONF = "tests.common.vanished_urls"
    sign_in(client, cast.handler)
    response = client.get("/verdwenen/")
    assert response.status_code == 404
    assert "Deze pagina is er niet" in response.content.decode()
