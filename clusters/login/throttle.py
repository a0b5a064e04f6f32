"""Guessing passwords, seen from a distance: one account from many places, one place for many.

The nearest limit (five wrong answers per name and address in fifteen minutes) is django-axes'
own. These two look at the last hour. Somebody at an address where they signed in before is not
stopped by guesses from elsewhere (S18: the owner is not locked out).
"""

from datetime import datetime, timedelta

from axes.handlers.proxy import AxesProxyHandler
from axes.models import AccessFailureLog, AccessLog
from django.http import HttpRequest

WINDOW = timedelta(hours=1)
KNOWN_FOR = timedelta(days=90)
FAILURES_PER_USER = 16  # every fifth one, the one that locks, is not counted: 20 tries in all
FAILURES_PER_ADDRESS = 100


def is_locked(request: HttpRequest, username: str, at: datetime) -> bool:
    """Whether no answer for this name from this address is looked at now."""
    if not AxesProxyHandler.is_allowed(request, {"username": username}):
        return True
    address = request.axes_ip_address  # type: ignore[attr-defined]  # set by axes
    recent = AccessFailureLog.objects.filter(attempt_time__gt=at - WINDOW, locked_out=False)
    if recent.filter(ip_address=address).count() >= FAILURES_PER_ADDRESS:
        return True
    if recent.filter(username=username).count() < FAILURES_PER_USER:
        return False
    known = AccessLog.objects.filter(
        username=username, ip_address=address, attempt_time__gt=at - KNOWN_FOR
    )
    return not known.exists()
