"""Enter an absence, move its last day, withdraw it, and set working days."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from clusters.absence import services
from clusters.absence.forms import AbsenceForm, LastDayForm, PatternForm, WithdrawForm
from clusters.absence.models import Absence
from clusters.absence.standing import weekdays_of
from clusters.absence.views.finding import find_absence, find_person
from clusters.http import EmployeeRequest
from clusters.people.models import User
from common.forms import performed


@require_http_methods(["GET", "POST"])
def enter(request: EmployeeRequest, person_id: int) -> HttpResponse:
    """Somebody will be away."""
    who = find_person(request, person_id)
    form = AbsenceForm(request.POST or None, own=who.pk == request.user.pk)
    act = {"employee_id": who.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.enter_absence, **act):
        messages.success(request, "De afwezigheid staat in de kalender.")
        return redirect("absence-person", who.pk)
    return _page(request, who, form, "Afwezigheid invoeren")


@require_http_methods(["GET", "POST"])
def change(request: EmployeeRequest, absence_id: int) -> HttpResponse:
    """Back earlier, or away longer."""
    row = find_absence(request, absence_id)
    form = LastDayForm(request.POST or None, absence=row)
    act = {"absence_id": row.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.change_absence, **act):
        messages.success(request, "De laatste dag is gewijzigd.")
        return redirect("absence-person", row.employee_id)
    return _page(request, row.employee, _renewed(form, row), "Laatste dag wijzigen", row)


@require_http_methods(["GET", "POST"])
def withdraw(request: EmployeeRequest, absence_id: int) -> HttpResponse:
    """It does not happen after all."""
    row = find_absence(request, absence_id)
    form = WithdrawForm(request.POST or None, absence=row)
    act = {"absence_id": row.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.withdraw_absence, **act):
        messages.success(request, "De afwezigheid is ingetrokken.")
        return redirect("absence-person", row.employee_id)
    return _page(request, row.employee, _renewed(form, row), "Afwezigheid intrekken", row)


@require_http_methods(["GET", "POST"])
def pattern(request: EmployeeRequest, person_id: int) -> HttpResponse:
    """Which weekdays somebody works, from a day on."""
    who = find_person(request, person_id)
    today = timezone.localdate()
    now = {"valid_from": today, "weekdays": list(weekdays_of(who, today))}
    form = PatternForm(request.POST or None, initial=now)
    act = {"employee_id": who.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.set_work_pattern, **act):
        messages.success(request, "De werkdagen zijn bewaard.")
        return redirect("absence-person", who.pk)
    return _page(request, who, form, "Werkdagen")


def _page(
    request: EmployeeRequest,
    who: User,
    form: forms.Form,
    title: str,
    row: Absence | None = None,
) -> HttpResponse:
    context = {"person": who, "form": form, "title": title, "absence": row}
    context["own"] = who.pk == request.user.pk
    return render(request, "clusters/absence/act.html", context)


def _renewed(form: forms.Form, row: Absence) -> forms.Form:
    """A form that came back knows how the absence stands now, which the refusal said."""
    if form.is_bound:
        row.refresh_from_db(fields=["version", "last_day"])
        form.data = {**form.data.dict(), "version": str(row.version)}  # type: ignore[attr-defined]
    return form
