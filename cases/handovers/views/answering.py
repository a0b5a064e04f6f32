"""The receiving team asks, reads on, refuses or takes over."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from cases.handovers import services
from cases.handovers.forms import AcceptForm, AskForm, EarlyForm, RefuseForm
from cases.handovers.manifest import open_items
from cases.handovers.models import Handover
from cases.handovers.views.finding import seen_handover
from cases.permissions import Action
from clusters.http import EmployeeRequest
from common.forms import performed


@require_http_methods(["GET", "POST"])
def ask(request: EmployeeRequest, handover_id: int) -> HttpResponse:
    """Ask the casusregisseur for more."""
    handover, form = _found(request, handover_id), AskForm(request.POST or None)
    done = "De casusregisseur krijgt bericht."
    if _done(request, handover, form, services.ask_about_handover, done):
        return redirect("handover-detail", handover.pk)
    return _page(request, handover, form, "Toelichting vragen")


@require_http_methods(["GET", "POST"])
def early(request: EmployeeRequest, handover_id: int) -> HttpResponse:
    """Read the dossier before deciding."""
    handover, form = _found(request, handover_id), EarlyForm(request.POST or None)
    done = "U leest het dossier tot de termijn van het antwoord. Opschrijven kan nog niet."
    if _done(request, handover, form, services.open_early, done):
        return redirect("file-detail", handover.file_id)
    return _page(request, handover, form, "Dossier openen vóór het antwoord")


@require_http_methods(["GET", "POST"])
def refuse(request: EmployeeRequest, handover_id: int) -> HttpResponse:
    """Do not take it over."""
    handover, form = _found(request, handover_id), RefuseForm(request.POST or None)
    done = "Geweigerd. De casusregisseur krijgt bericht."
    if _done(request, handover, form, services.refuse_handover, done):
        return redirect("handover-list")
    return _page(request, handover, form, "Overdracht weigeren")


@require_http_methods(["GET", "POST"])
def accept(request: EmployeeRequest, handover_id: int) -> HttpResponse:
    """Take it over, with an owner for everything that is open."""
    handover = _found(request, handover_id)
    items = open_items(handover.file, handover.to_team, timezone.localdate())
    form = AcceptForm(request.POST or None, handover=handover, items=items, by=request.user)
    done = "Aanvaard. Uw team heeft nu de regie."
    if _done(request, handover, form, services.accept_handover, done):
        return redirect("handover-list")
    return _page(request, handover, form, "Overdracht aanvaarden")


def _found(request: EmployeeRequest, handover_id: int) -> Handover:
    return seen_handover(request, handover_id, Action.ANSWER_HANDOVER)[0]


def _done(
    request: EmployeeRequest,
    handover: Handover,
    form: forms.Form,
    act: Callable[..., Any],
    done: str,
) -> bool:
    """Whether the form was sent and the act happened."""
    if request.method != "POST":
        return False
    happened = performed(form, act, handover_id=handover.pk, by=request.user)
    if happened:
        messages.success(request, done)
    return happened


def _page(
    request: EmployeeRequest, handover: Handover, form: forms.Form, title: str
) -> HttpResponse:
    context = {"handover": handover, "form": form, "title": title}
    return render(request, "cases/handovers/act.html", context)
