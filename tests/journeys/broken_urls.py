"""The addresses of the site and one that fails, to see the page of a failure."""

from typing import Any, NoReturn

from django.urls import path

from wijkteams.urls import urlpatterns as real


def fail(request: Any) -> NoReturn:
    """What a fault in our code looks like from outside."""
    raise ValueError("broken on purpose")


urlpatterns = [path("kapot/", fail, name="broken"), *real]
