"""Guessing passwords, seen from a distance: one account from many places, one place for many.

The nearest limit (five wrong answers per name and address in fifteen minutes) is django-axes'
own. These two look at the last hour. Somebody at an address where they signed in before is not
stopped by guesses from elsewhere (S18: the owner is not locked out). Links of invitations that do
not work are counted beside them, per address, and stop nobody from signing in.
"""

from datetime import datetime, timedelta

from axes.handlers.proxy import AxesProxyHandler
from axes.helpers import get_client_ip_address
from axes.models import AccessFailureLog, AccessLog
from django.http import HttpRequest

WINDOW = timedelta(hours=1)
KNOWN_FOR = timedelta(days=90)
FAILURES_PER_USER = 16  # every fifth one, the one that locks, is not counted: 20 tries in all
FAILURES_PER_ADDRESS = 100
WRONG_LINKS_PER_ADDRESS = 100
WRONG_LINK = "(link)"  # no user name has brackets, so nobody's attempts are counted with these


def is_locked(request: HttpRequest, username: str, at: datetime) -> bool:
    """Whether no answer for this name from this address is looked at now."""
    if not AxesProxyHandler.is_allowed(request, {"username": username}):
        return True
    address = request.axes_ip_address  # type: ignore[attr-defined]  # set by axes
    recent = AccessFailureLog.objects.filter(attempt_time__gt=at - WINDOW, locked_out=False)
    typed = recent.exclude(username=WRONG_LINK)
    if typed.filter(ip_address=address).count() >= FAILURES_PER_ADDRESS:
        return True
    if recent.filter(username=username).count() < FAILURES_PER_USER:
        return False
    known = AccessLog.objects.filter(
        username=username, ip_address=address, attempt_time__gt=at - KNOWN_FOR
    )
    return not known.exists()


def has_too_many_wrong_links(request: HttpRequest, at: datetime) -> bool:
    """Whether no link from this address is looked at now."""
    tried = AccessFailureLog.objects.filter(
        username=WRONG_LINK,
        ip_address=get_client_ip_address(request),
        attempt_time__gt=at - WINDOW,
    )
    return tried.count() >= WRONG_LINKS_PER_ADDRESS


def note_wrong_link(request: HttpRequest) -> None:
    """Count a link that does not work; the link itself is not kept."""
    AccessFailureLog.objects.create(
        username=WRONG_LINK, ip_address=get_client_ip_address(request), user_agent="", path_info=""
    )
