"""The door of the bench's web server: the application and the two floors in the same processes.

With the header ``X-Bench-Count`` an answer says how many queries it took; without it nothing is
counted, so that counting does not cost time while time is measured.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.db import connection

from wijkteams.wsgi import application as real_application

from bench.floors import make_floors  # isort: skip - after the applications are loaded

Start = Callable[..., Any]
floors = make_floors()


def application(environ: dict[str, Any], start_response: Start) -> Iterable[bytes]:
    """Send a request to the floors or to the application."""
    chosen = floors if environ["PATH_INFO"].startswith("/bench/") else real_application
    if "HTTP_X_BENCH_COUNT" not in environ:
        return chosen(environ, start_response)
    seen: list[str] = []

    def count(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        seen.append(sql)
        return execute(sql, params, many, context)

    def start(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
        return start_response(status, [*headers, ("X-Bench-Queries", str(len(seen)))], *more)

    with connection.execute_wrapper(count):
        return chosen(environ, start)
