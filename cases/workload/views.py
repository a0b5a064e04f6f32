"""Who carries how much, and what somebody has to do."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from audit.services import record_view
from cases.permissions import GRANTS, Action
from cases.workload.items import MOST, items_of
from cases.workload.kinds import KINDS
from cases.workload.models import WorkloadWeight
from cases.workload.page import WorkloadPage
from cases.workload.people import seen_by
from cases.workload.terms import NEARLY, STANDS, term_items
from clusters.http import EmployeeRequest
from clusters.models import User
from common.tabs import tabs_for

ALL = "alles"
TABS = {ALL: "Alles"} | {code: kind.label for code, kind in KINDS.items()}


@require_GET
def workload(request: EmployeeRequest) -> HttpResponse:
    """The load per team, and for who leads one per employee (WRK-2)."""
    decision = GRANTS.require(request.user, Action.SEE_WORKLOAD)
    record_view(request, "workload.read", decision=decision)
    page = WorkloadPage(request.user, timezone.now())
    context = {"page": page, "weights": WorkloadWeight.objects.in_use()}
    return render(request, "cases/workload/teams.html", context)


@require_GET
def person(request: EmployeeRequest, person_id: int) -> HttpResponse:
    """Everything that is open with one employee, of one kind or of all."""
    decision = GRANTS.require(request.user, Action.SEE_OWN_WORKLOAD)
    people = seen_by(request.user, timezone.localdate())
    who: User = get_object_or_404(people, pk=person_id)
    chosen, at = request.GET.get("soort", ""), timezone.now()
    codes = [chosen] if chosen in KINDS else list(KINDS)
    items = items_of(who, request.user, codes, at)
    residents = {item.resident_id for item in items}
    record_view(request, "workload.listed", residents=residents, decision=decision)
    context = {"person": who, "items": items, "most": MOST, **_allowed(request, who)}
    context["rows"] = [(item, item.is_late(at)) for item in items]
    context["points"] = sum(item.points for item in items)
    context["tabs"] = tabs_for(TABS, "soort", chosen if chosen in KINDS else ALL)
    return render(request, "cases/workload/person.html", context)


def _allowed(request: EmployeeRequest, who: User) -> dict[str, bool]:
    """Whose page it is, and what can be done from it."""
    allowed, own = GRANTS.allowed_actions(request.user), who.pk == request.user.pk
    return {
        "own": own,
        "steers": Action.SEE_WORKLOAD in allowed,
        "hands_out": Action.HAND_OUT_WORK in allowed and not own,
    }


@require_GET
def terms(request: EmployeeRequest) -> HttpResponse:
    """The rows behind a number of late or nearly late work (WL-9)."""
    decision = GRANTS.require(request.user, Action.HAND_OUT_WORK)
    kind, stand = request.GET.get("soort", ""), request.GET.get("stand", "")
    kind = kind if kind in NEARLY else next(iter(NEARLY))
    stand = stand if stand in STANDS else next(iter(STANDS))
    at = timezone.now()
    items = term_items(request.user, kind, stand, at)
    residents = {item.resident_id for item in items}
    record_view(request, "workload.terms_listed", residents=residents, decision=decision)
    people = User.objects.in_bulk({item.person_id for item in items if item.person_id})
    rows = [(item, item.is_late(at), people.get(item.person_id or 0)) for item in items]
    context = {"rows": rows, "label": KINDS[kind].label, "stand": STANDS[stand], "most": MOST}
    context |= {"kind": kind, "code": stand}
    context["tabs"] = tabs_for(STANDS, f"soort={kind}&stand", stand)
    return render(request, "cases/workload/terms.html", context)
