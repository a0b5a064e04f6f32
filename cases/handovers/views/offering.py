"""The casusregisseur offers a dossier, explains, takes back and sees what came back."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from cases.dossiers.models import ResidentFile
from cases.dossiers.views.finding import find_file
from cases.handovers import services
from cases.handovers.forms import (
    ExplainForm,
    LateNoteForm,
    OfferForm,
    UnagreedForm,
    WithdrawForm,
)
from cases.handovers.models import Handover
from cases.handovers.views.finding import seen_handover
from cases.permissions import Action
from clusters.http import EmployeeRequest
from common.errors import RuleViolation
from common.forms import perform, performed


@require_http_methods(["GET", "POST"])
def new(request: EmployeeRequest, file_id: int) -> HttpResponse:
    """Write an offer, and offer it or keep it as concept."""
    file, _ = find_file(request, file_id, Action.OFFER_HANDOVER)
    return _write(request, file, None)


@require_http_methods(["GET", "POST"])
def edit(request: EmployeeRequest, handover_id: int) -> HttpResponse:
    """Write on a concept."""
    handover, _ = seen_handover(request, handover_id, Action.OFFER_HANDOVER)
    return _write(request, handover.file, handover)


@require_http_methods(["GET", "POST"])
def withdraw(request: EmployeeRequest, handover_id: int) -> HttpResponse:
    """Take it back."""
    form, done = WithdrawForm(request.POST or None), "De overdracht is ingetrokken."
    title = "Overdracht intrekken"
    return _act(request, handover_id, form, services.withdraw_handover, title, done)


@require_http_methods(["GET", "POST"])
def explain(request: EmployeeRequest, handover_id: int) -> HttpResponse:
    """Answer the question."""
    form, done = ExplainForm(request.POST or None), "Uw toelichting is verstuurd."
    return _act(request, handover_id, form, services.explain_handover, "Toelichten", done)


@require_http_methods(["GET", "POST"])
def unagreed(request: EmployeeRequest, handover_id: int) -> HttpResponse:
    """The resident no longer agrees."""
    form, done = UnagreedForm(request.POST or None), "Het andere team leest niets meer."
    title = "De inwoner trekt het akkoord in"
    return _act(request, handover_id, form, services.drop_agreement, title, done)


@require_POST
def seen(request: EmployeeRequest, handover_id: int) -> HttpResponse:
    """I saw that it came back."""
    handover, _ = seen_handover(request, handover_id, Action.OFFER_HANDOVER)
    services.mark_seen(handover_id=handover.pk, by=request.user)
    messages.success(request, f"{handover} staat niet meer in Mijn werk.")
    return redirect("file-detail", handover.file_id)


@require_http_methods(["GET", "POST"])
def late_note(request: EmployeeRequest, file_id: int) -> HttpResponse:
    """What the new casusregisseur must know as well."""
    file, _ = find_file(request, file_id, Action.ADD_LATE_NOTE)
    form = LateNoteForm(request.POST or None)
    act = {"file_id": file.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.add_late_note, **act):
        messages.success(request, "Uw aanvulling staat in het dossier.")
        return redirect("file-detail", file.pk)
    context = {"file": file, "form": form, "title": "Aanvulling na de overdracht"}
    return render(request, "cases/handovers/note.html", context)


def _write(request: EmployeeRequest, file: ResidentFile, draft: Handover | None) -> HttpResponse:
    form = OfferForm(request.POST or None, file=file, draft=draft)
    act = {"file_id": file.pk, "handover_id": draft and draft.pk, "by": request.user}
    kept = perform(form, services.save_handover, **act) if request.method == "POST" else None
    if kept is None:
        context = {"file": file, "form": form, "handover": draft}
        return render(request, "cases/handovers/offer.html", context)
    if "keep" in request.POST:
        messages.success(request, "Het concept is bewaard. Er is nog niets aangeboden.")
    else:
        _offer(request, kept)
    return redirect("handover-detail", kept.pk)


def _offer(request: EmployeeRequest, kept: Handover) -> None:
    """What was written is kept, also when it cannot be offered."""
    try:
        services.offer_handover(handover_id=kept.pk, version=kept.version, by=request.user)
    except RuleViolation as broken:
        messages.error(request, str(broken))
    else:
        messages.success(request, f"Aangeboden aan {kept.to_team}.")


def _act(
    request: EmployeeRequest,
    handover_id: int,
    form: forms.Form,
    act: Callable[..., Any],
    title: str,
    done: str,
) -> HttpResponse:
    """A page with a few words about one hand-over."""
    handover, _ = seen_handover(request, handover_id, Action.OFFER_HANDOVER)
    fixed = {"handover_id": handover.pk, "by": request.user}
    if request.method == "POST" and performed(form, act, **fixed):
        messages.success(request, done)
        return redirect("handover-detail", handover.pk)
    context = {"handover": handover, "form": form, "title": title}
    return render(request, "cases/handovers/act.html", context)
