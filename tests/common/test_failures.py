import pytest
from django.core.signals import got_request_exception
from django.db import InterfaceError, OperationalError, ProgrammingError
from django.test import RequestFactory

from common.failures import server_error


@pytest.mark.parametrize(
    ("error", "status", "heading"),
    [
        (OperationalError("connection to server at 10.0.0.1 failed"), 503, "Even geen verbinding"),
        (InterfaceError("connection already closed"), 503, "Even geen verbinding"),
        (ProgrammingError("relation resident does not exist"), 500, "Er ging iets mis"),
        (ValueError("Kanarienaam"), 500, "Er ging iets mis"),
    ],
)
def test_server_error_tells_a_lost_database_from_a_broken_program(error, status, heading):
    try:
        raise error
    except Exception:
        response = server_error(RequestFactory().get("/"))

    page = response.content.decode()
    assert (response.status_code, heading in page) == (status, True)
    assert str(error) not in page


def test_a_page_says_503_when_the_database_is_away(client, monkeypatch):
    """The session cannot be read: the visitor gets the page and the advice, not a stack trace."""

    def away(*args: object) -> None:
        raise OperationalError("could not connect")

    monkeypatch.setattr("django.contrib.sessions.backends.db.SessionStore.load", away)
    client.cookies["sessie"] = "x" * 32
    client.raise_request_exception = False
    seen: list[object] = []
    got_request_exception.connect(lambda **facts: seen.append(facts), weak=False)

    response = client.get("/")

    assert response.status_code == 503
    assert response["Retry-After"] == "30"
    assert seen
