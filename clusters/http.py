"""The request as our views see it: an employee is logged in, htmx details are present."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from clusters.people.models import User


class EmployeeRequest(HttpRequest):
    """LoginRequiredMiddleware guarantees ``user``; HtmxMiddleware adds ``htmx``."""

    user: User  # type: ignore[assignment]
    htmx: HtmxDetails
