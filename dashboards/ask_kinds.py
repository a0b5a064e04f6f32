"""What waits for who steers: each with its rows, its words and the list it opens.

Of a kind of Mijn werk the rows are those of ``dashboards.kinds``; of what has a list of its own
they are the selection of that list. So a number, its list and Mijn werk cannot differ.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, QuerySet, Value
from django.urls import reverse

from cases.callbacks.models import SELECTIONS as CALLBACKS
from cases.handovers.figures import selection
from cases.intakes.models.selections import SELECTIONS as NOTIFICATIONS
from cases.models import CallbackRequest, Handover, WmoNotification
from clusters.models import Role, User
from dashboards.kinds import KINDS

FAR_LATE, NOBODY, WAITS = "veel-te-laat", "niet-opgepakt", "wacht"
Rows = Callable[[User, datetime], QuerySet[Any]]
Address = Callable[[User], str]


@dataclass(frozen=True)
class Ask:
    """One thing that is asked; ``kind`` is the kind of Mijn werk, when it is one."""

    label: str
    note: str
    rows: Rows
    url: Address
    kind: str = ""


def _work(label: str, note: str, kind: str) -> Ask:
    """A kind of Mijn werk, with the page of all of that kind."""

    def rows(user: User, at: datetime) -> QuerySet[Any]:
        return KINDS[kind].rows(user)

    def url(user: User) -> str:
        return f"{reverse('dashboard-asks')}?{urlencode({'soort': kind})}"

    return Ask(label, note, rows, url, kind)


def _far_late(user: User, at: datetime) -> QuerySet[Any]:
    return CallbackRequest.objects.visible_to(user).filter(CALLBACKS[FAR_LATE].at(at))


def _far_late_list(user: User) -> str:
    above = user.acting_role == Role.GENERAL_MANAGER
    page = "callback-overdue" if above else "callback-worklist"
    return f"{reverse(page)}?{urlencode({'selectie': FAR_LATE})}"


def _nobody(user: User, at: datetime) -> QuerySet[Any]:
    rows = WmoNotification.objects.visible_to(user)
    led = user.acting_role == Role.TEAM_MANAGER
    return rows.filter(NOTIFICATIONS[NOBODY].at(at)) if led else rows.none()


def _waits(user: User, at: datetime) -> QuerySet[Any]:
    rows = Handover.objects.visible_to(user)
    led = user.acting_role == Role.TEAM_MANAGER
    return rows.filter(selection(WAITS, user, at)) if led else rows.none()


ASKS: dict[str, Ask] = {
    "maatwerk": _work("Maatwerk goedkeuren", "wacht op uw besluit", "maatwerk-beslissen"),
    "afboeken": _work("Afboekingen tekenen", "tweede handtekening", "afboeken-tekenen"),
    "besluiten": _work("Besluiten", "op uw naam, of om mee te kijken", "aanvragen"),
    "adviezen": _work("Adviesvragen beantwoorden", "aan u gesteld", "adviezen"),
    "taken": _work("Taken zonder eigenaar", "wie ze deed, is weg", "zonder_eigenaar"),
    "terugbellen": Ask(
        "Veel te laat met terugbellen", "twee keer de termijn", _far_late, _far_late_list
    ),
    "meldingen": Ask(
        "Meldingen niet opgepakt",
        "nog van niemand",
        _nobody,
        lambda user: f"{reverse('notification-list')}?{urlencode({'selectie': NOBODY})}",
    ),
    "overdrachten": Ask(
        "Overdrachten zonder antwoord",
        "van of naar uw team",
        _waits,
        lambda user: f"{reverse('handover-list')}?{urlencode({'selectie': WAITS})}",
    ),
}
WORK = {ask.kind: ask for ask in ASKS.values() if ask.kind}
"""By the kind of Mijn werk: what the page of one kind can show."""


def counts_for(user: User, at: datetime) -> dict[str, int]:
    """How many wait per ask, in one query; nought of what the role cannot have."""
    thin = [
        rows.order_by()
        .annotate(ask_code=Value(code))
        .values("ask_code")
        .annotate(ask_count=Count("pk"))
        .values_list("ask_code", "ask_count")
        for code, rows in ((code, ask.rows(user, at)) for code, ask in ASKS.items())
        if not rows.query.is_empty()
    ]
    counts = dict.fromkeys(ASKS, 0)
    if thin:
        counts |= dict(thin[0].union(*thin[1:], all=True))
    return counts
