"""One aanvraag for one employee: 404 out of scope, 403 without the grant, a line in the trail."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import prefetch_related_objects
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from audit.services import record_view
from cases.decisions.models import Application, Decision
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.access import ground_for
from common.forms import performed

Grounds = dict[Any, Any]
DECISION_PEOPLE = ("saved_by", "decided_by", "second_by", "sent_by")


def find_application(
    request: EmployeeRequest, application_id: int, action: Action, code: str = "application.read"
) -> tuple[Application, Grounds]:
    """The aanvraag with everything one may do to it; that it is seen is in the trail first."""
    rows = Application.objects.visible_to(request.user).prefetch_related("pauses")
    rows = rows.select_related(
        "resident", "notification", "team", "desk", "handler", "second", "file", "registered_by",
        "revises__application", "decision__replaced_by__application",
    )  # fmt: skip
    rows = rows.select_related(*(f"decision__{name}" for name in DECISION_PEOPLE))
    application: Application = get_object_or_404(rows, pk=application_id)
    grounds = GRANTS.grounds_in_scope(request.user, application)
    record_view(request, code, subject=application, decision=ground_for(action, grounds))
    return application, grounds


def decision_of(application: Application) -> Decision | None:
    """The decision or its draft with its products; None before anything was written. One query."""
    found: Decision | None = getattr(application, "decision", None)
    if found is not None:
        prefetch_related_objects([found], "provisions")
    return found


def act_page(
    request: EmployeeRequest,
    application: Application,
    form: forms.Form,
    act: Callable[..., Any],
    words: dict[str, str],
    **fixed: Any,
) -> HttpResponse:
    """A page with one form that does one act; ``words`` is ``title``, ``done`` and ``intro``."""
    fixed |= {"application_id": application.pk, "by": request.user}
    if request.method == "POST" and performed(form, act, **fixed):
        messages.success(request, words["done"])
        return redirect("application-detail", application.pk)
    context = {"application": application, "form": form, **words}
    return render(request, "cases/decisions/act.html", context)
