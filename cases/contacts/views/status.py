"""Hoe staat het ermee? One screen, two facts, words to say aloud (STA-1)."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from cases.contacts.forms import StatusForm
from cases.contacts.services import register_status_contact
from cases.contacts.views.known import look_up_all
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.errors import RuleViolation


@require_http_methods(["GET", "POST"])
def status(request: EmployeeRequest) -> HttpResponse:
    """Look a caller's own requests up; what was typed is never in the address."""
    GRANTS.require(request.user, Action.LOOK_UP_CALLER)
    form = StatusForm(request.POST or None)
    context: dict[str, Any] = {"form": form, "known": None, "phrases": []}
    if request.method == "POST" and form.is_valid():
        known, phrases = look_up_all(request, form.cleaned_data["facts"])
        context |= {"known": known, "phrases": phrases}
    return render(request, "cases/contacts/status.html", context)


@require_POST
def told(request: EmployeeRequest) -> HttpResponse:
    """The caller heard how it stands: an answered contact."""
    GRANTS.require(request.user, Action.LOOK_UP_CALLER)
    form = StatusForm(request.POST)
    number = request.POST.get("told", "")
    if not form.is_valid() or not number.isdecimal() or len(number) > 18:
        raise RuleViolation("Zoek het verzoek opnieuw op.")
    contact = register_status_contact(callback_id=int(number), by=request.user, **form.cleaned_data)
    messages.success(request, f"{contact} is vastgelegd als beantwoord.")
    return redirect("contact-ended", contact.pk)
