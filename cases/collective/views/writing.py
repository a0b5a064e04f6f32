"""Writing collective work down, correcting it, starting and ending it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from cases.collective.forms import (
    ActivityForm,
    EndForm,
    EntryForm,
    MomentForm,
    StartForm,
    entry_initial,
)
from cases.collective.models import CollectiveEntry
from cases.collective.services import change_entry, create_entry, end_entry, start_entry
from cases.collective.views.reading import find_entry
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.access import ground_for
from common.forms import perform, performed

BOTH = ["GET", "POST"]


@require_http_methods(BOTH)
def new_moment(request: EmployeeRequest) -> HttpResponse:
    """A contact in the network, or being present somewhere: one minute."""
    return _new(request, MomentForm, "Contact of aanwezigheid vastleggen")


@require_http_methods(BOTH)
def new_activity(request: EmployeeRequest) -> HttpResponse:
    """An activity or burgerinitiatief, as an idea or as something that runs."""
    return _new(request, ActivityForm, "Activiteit of initiatief vastleggen")


def _new(request: EmployeeRequest, kind: type[EntryForm], heading: str) -> HttpResponse:
    """Either form of something new."""
    GRANTS.require(request.user, Action.REGISTER_COLLECTIVE)
    initial = entry_initial(None, request.user)
    if kind is MomentForm:
        initial |= {"day": timezone.localdate()}
    form = kind(request.POST or None, user=request.user, initial=initial)
    if request.method == "POST":
        entry = perform(form, _create, by=request.user)
        if entry is not None:
            messages.success(request, f"“{entry}” is vastgelegd.")
            return redirect("collective-detail", entry.pk)
    return render(request, "cases/collective/edit.html", {"form": form, "heading": heading})


@require_http_methods(BOTH)
def change(request: EmployeeRequest, entry_id: int) -> HttpResponse:
    """Correct what was written."""
    entry, grounds = find_entry(request, entry_id)
    ground_for(Action.KEEP_COLLECTIVE, grounds)
    kind = MomentForm if entry.is_moment else ActivityForm
    initial = entry_initial(entry, request.user)
    form = kind(request.POST or None, user=request.user, entry=entry, initial=initial)
    if request.method == "POST" and performed(form, _change, entry_id=entry.pk, by=request.user):
        messages.success(request, "De wijziging is bewaard.")
        return redirect("collective-detail", entry.pk)
    context = {"form": form, "entry": entry, "heading": f"Wijzigen: {entry}"}
    return render(request, "cases/collective/edit.html", context)


@require_http_methods(BOTH)
def start(request: EmployeeRequest, entry_id: int) -> HttpResponse:
    """An idea becomes something that runs."""
    entry, grounds = find_entry(request, entry_id)
    ground_for(Action.KEEP_COLLECTIVE, grounds)
    form = StartForm(request.POST or None, initial={"day": timezone.localdate()})
    asked = {"entry_id": entry.pk, "by": request.user}
    if request.method == "POST" and performed(form, start_entry, **asked):
        messages.success(request, f"“{entry}” loopt.")
        return redirect("collective-detail", entry.pk)
    context = {"form": form, "entry": entry, "heading": f"Starten: {entry}"}
    return render(request, "cases/collective/edit.html", context)


@require_http_methods(BOTH)
def end(request: EmployeeRequest, entry_id: int) -> HttpResponse:
    """It ended as meant, or it is stopped with the reason."""
    entry, grounds = find_entry(request, entry_id)
    ground_for(Action.KEEP_COLLECTIVE, grounds)
    form = EndForm(request.POST or None, entry=entry, initial={"day": timezone.localdate()})
    asked = {"entry_id": entry.pk, "by": request.user}
    if request.method == "POST" and performed(form, end_entry, **asked):
        messages.success(request, f"“{entry}” is afgesloten.")
        return redirect("collective-detail", entry.pk)
    context = {"form": form, "entry": entry, "heading": f"Afsluiten: {entry}"}
    return render(request, "cases/collective/edit.html", context)


def _create(*, version: int, **answers: Any) -> CollectiveEntry:
    """A new line has no version to compare."""
    return create_entry(**answers)


def _change(*, submission_key: object, team: object, **answers: Any) -> CollectiveEntry:
    """A change needs no key, and the team stays."""
    return change_entry(**answers)
