"""The lists and one signal: the words only for who goes, or could go (SG-3)."""

from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from audit.services import record_view
from cases.permissions import GRANTS, Action
from cases.signals.lights import light_of
from cases.signals.models import Signal
from cases.signals.views.finding import seen_signal
from cases.signals.views.tiles import tiles_for
from clusters.http import EmployeeRequest
from clusters.models import Role
from common.paging import keyset_page
from common.tabs import tabs_for

TABS = {
    "niet-opgepakt": "Niet opgepakt",
    "mijn": "Op mijn naam",
    "open": "Van mijn team",
    "gemeld": "Door mij vastgelegd",
    "afgesloten": "Afgesloten",
}
MANAGER_TABS = {
    "open": "Lopend",
    "te-laat": "Te laat",
    "te-verdelen": "Te verdelen",
    "afgesloten": "Afgesloten",
}
EMPTY = {
    "niet-opgepakt": "Alles in uw team is opgepakt.",
    "mijn": "U hebt geen signaal op uw naam.",
    "gemeld": "U hebt nog geen signaal vastgelegd.",
    "te-laat": "Niets is te laat.",
    "te-verdelen": "Ieder signaal is bij een wijkwerker van het team.",
}
CODE_LENGTH = 60


@require_GET
def signal_list(request: EmployeeRequest) -> HttpResponse:
    """What somebody must go to; for the manager with the numbers above it."""
    decision = GRANTS.require(request.user, Action.SEE_SIGNALS)
    steers = request.user.acting_role == Role.TEAM_MANAGER
    tabs = MANAGER_TABS if steers else TABS
    chosen = request.GET.get("selectie", "")
    chosen = chosen if chosen in tabs or (steers and chosen == "alle") else next(iter(tabs))
    field = {"afgesloten": "-ended_at", "alle": "-registered_at"}.get(chosen, "due_at")
    page = keyset_page(_selected(request, chosen), field, request.GET, size=settings.PAGE_SIZE)
    record_view(request, "signal.listed", decision=decision)
    at = timezone.now()
    lines = [{"signal": row, "light": light_of(row, at)} for row in page.rows]
    context = {"page": page, "lines": lines, "chosen": chosen, "steers": steers}
    context |= {"tabs": tabs_for(tabs, "selectie", chosen), "empty": EMPTY.get(chosen, "")}
    context["tiles"] = tiles_for(request.user, at) if steers else []
    return render(request, "cases/signals/list.html", context)


@require_GET
def detail(request: EmployeeRequest, signal_id: int) -> HttpResponse:
    """What was noticed and done, for who goes; for the team and the writer that it is there."""
    signal, grounds = seen_signal(request, signal_id)
    reads = Action.READ_SIGNAL in grounds and signal.emptied_at is None
    context: dict[str, Any] = {"signal": signal, "reads": reads, "attempts": []}
    context |= {"light": light_of(signal, timezone.now()), "keeps": Action.KEEP_SIGNAL in grounds}
    context |= {"takes": Action.TAKE_SIGNAL in grounds, "steers": Action.STEER_SIGNAL in grounds}
    if reads:
        page = keyset_page(
            signal.attempts.select_related("by"), "-at", request.GET, size=settings.PAGE_SIZE
        )
        context |= {"page": page, "attempts": _opened(signal, page.rows)}
    return render(request, "cases/signals/detail.html", context)


def _selected(request: EmployeeRequest, chosen: str) -> QuerySet[Signal]:
    """The rows of one tab, and of one wijk and quarter when a number of the trend was opened."""
    at, user = timezone.now(), request.user
    if chosen == "mijn":
        return Signal.objects.on_desk_of(user).for_list()
    if chosen == "gemeld":
        return Signal.objects.visible_to(user).filter(registered_by=user).for_list()
    rows = Signal.objects.of_my_teams(user).selected(chosen, at).for_list()
    place, quarter = (request.GET.get(name, "")[:CODE_LENGTH] for name in ("wijk", "kwartaal"))
    return rows.in_period(place, quarter) if chosen == "alle" else rows


def _opened(signal: Signal, attempts: list[Any]) -> list[Any]:
    """The words open with the key of the signal that is read."""
    for attempt in attempts:
        attempt.signal = signal
    return attempts
