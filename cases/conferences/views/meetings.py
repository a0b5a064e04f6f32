"""One meeting: its agenda, another day or none, the order, and rounding it off."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from audit.services import record_view
from cases.conferences import services
from cases.conferences.agenda import agenda_of
from cases.conferences.forms import CancelForm, MoveForm, OrderForm
from cases.conferences.lights import meeting_light
from cases.conferences.models import Conference
from cases.conferences.views.finding import seen_conference
from cases.permissions import Action
from clusters.http import EmployeeRequest
from common.errors import RuleViolation
from common.forms import performed

STEER = Action.STEER_CONFERENCE


@require_GET
def detail(request: EmployeeRequest, conference_id: int) -> HttpResponse:
    """The agenda in order, with the time per point and who is invited to what."""
    conference, grounds = seen_conference(request, conference_id)
    agenda = agenda_of(conference, request.user, leads=STEER in grounds)
    decision = grounds[Action.SEE_AGENDA_OF_CONFERENCE]
    record_view(request, "conference.read", residents=agenda.residents, decision=decision)
    context = {"conference": conference, "agenda": agenda, "buttons": _buttons(conference, grounds)}
    context["light"] = meeting_light(conference, timezone.localdate())
    return render(request, "cases/conferences/detail.html", context)


@require_http_methods(["GET", "POST"])
def move(request: EmployeeRequest, conference_id: int) -> HttpResponse:
    """Another day, time or place."""
    conference, _ = seen_conference(request, conference_id, STEER)
    form = MoveForm(request.POST or None, conference=conference)
    act = {"conference_id": conference.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.move_conference, **act):
        messages.success(request, "Het overleg is verplaatst. Wie komt, heeft bericht.")
        return redirect("conference-detail", conference.pk)
    return _form(request, conference, form, "Overleg verplaatsen")


@require_http_methods(["GET", "POST"])
def cancel(request: EmployeeRequest, conference_id: int) -> HttpResponse:
    """It does not take place."""
    conference, _ = seen_conference(request, conference_id, STEER)
    form = CancelForm(request.POST or None, conference=conference)
    act = {"conference_id": conference.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.cancel_conference, **act):
        messages.success(request, "Het overleg gaat niet door. Wie zou komen, heeft bericht.")
        return redirect("conference-detail", conference.pk)
    return _form(request, conference, form, "Overleg annuleren")


@require_http_methods(["GET", "POST"])
def order(request: EmployeeRequest, conference_id: int) -> HttpResponse:
    """In which order the points come, and how long each takes."""
    conference, _ = seen_conference(request, conference_id, STEER)
    items = list(conference.items.on_agenda())
    residents = {item.resident_id for item in items}
    record_view(request, "conference.read", residents=residents)
    form = OrderForm(request.POST or None, conference=conference, items=items)
    act = {"conference_id": conference.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.order_items, **act):
        return redirect("conference-detail", conference.pk)
    return _form(request, conference, form, "Volgorde en tijd")


@require_POST
def close(request: EmployeeRequest, conference_id: int) -> HttpResponse:
    """It was held: what was not reached goes to the next one."""
    conference, _ = seen_conference(request, conference_id, STEER)
    try:
        services.close_conference(conference_id=conference.pk, by=request.user)
        messages.success(request, "Het overleg is afgerond. Wat over is, gaat naar het volgende.")
    except RuleViolation as broken:
        messages.error(request, str(broken))
    return redirect("conference-detail", conference.pk)


def _form(request: EmployeeRequest, conference: Conference, form: Any, title: str) -> HttpResponse:
    context = {"conference": conference, "form": form, "title": title}
    return render(request, "cases/conferences/act.html", context)


def _buttons(conference: Conference, grounds: dict[Any, Any]) -> set[str]:
    """What this employee may do with it now."""
    if STEER not in grounds or not conference.is_planned:
        return set()
    found = {"move", "cancel", "order"}
    return found | {"close"} if conference.is_over(timezone.localdate()) else found
