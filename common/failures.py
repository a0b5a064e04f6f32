"""The page for what went wrong on our side: a lost database is not a broken program."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

RETRY_SECONDS = 30


def server_error(request: HttpRequest) -> HttpResponse:
    """503 with the advice to try again when the database is away, else 500; no details leak.

    Rendered without the request: who is signed in stands in the database as well.
    """
    error = sys.exc_info()[1]
    if not isinstance(error, OperationalError | InterfaceError):
        return HttpResponse(render_to_string("500.html"), status=500)
    headers = {"Retry-After": str(RETRY_SECONDS)}
    return HttpResponse(render_to_string("503.html"), status=503, headers=headers)
