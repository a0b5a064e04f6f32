"""Getting in for the first time or after a loss: what Beheer sends, and where its link leads."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_GET, require_http_methods

from clusters.http import EmployeeRequest
from clusters.login import sessions, throttle
from clusters.login.forms import InviteForm, ResetForm, WelcomeForm
from clusters.login.invitations import employee_of
from clusters.login.models import Invitation
from clusters.login.services import choose_password, invite_employee, reset_second_factor
from clusters.people.models import User
from clusters.permissions import Action, require
from common.forms import perform

WELCOME = "welcome"


@require_http_methods(["GET", "POST"])
def employee_invite(request: EmployeeRequest, user_id: int) -> HttpResponse:
    """Are you sure: mail this employee a link to choose a password."""
    employee = _colleague(request, Action.INVITE_EMPLOYEE, user_id)
    form = InviteForm(request.POST if request.method == "POST" else None)
    if perform(form, invite_employee, user_id=employee.pk, by=request.user) is not None:
        messages.success(request, f"De uitnodiging gaat naar {employee.email}.")
        return redirect(_in_beheer(employee))
    invitation = Invitation.objects.filter(user=employee).first()
    question = "Nieuw wachtwoord laten kiezen" if employee.has_usable_password() else "Uitnodigen"
    context = {"question": f"{question}?", "invited_at": getattr(invitation, "sent_at", None)}
    context |= _about(employee, form)
    return render(request, "clusters/login/invite.html", context)


@require_http_methods(["GET", "POST"])
def second_factor_reset(request: EmployeeRequest, user_id: int) -> HttpResponse:
    """Are you sure: uncouple the app of an employee who lost it."""
    employee = _colleague(request, Action.RESET_SECOND_FACTOR, user_id)
    form = ResetForm(request.POST if request.method == "POST" else None)
    if perform(form, reset_second_factor, user_id=employee.pk, by=request.user) is not None:
        messages.success(request, f"De app van {employee} is losgekoppeld.")
        return redirect(_in_beheer(employee))
    context = {"question": "App loskoppelen?"} | _about(employee, form)
    return render(request, "clusters/login/second_factor_reset.html", context)


@login_not_required
@sensitive_variables("token")
@require_GET
def welcome_link(request: HttpRequest, uid: str, token: str) -> HttpResponse:
    """The address in the mail: keep the link in the session and go on without it in the address.

    The browser goes on by itself after this page. A redirect would lose the session: a strict
    cookie does not travel along when the click was on a page of another site, as webmail is.
    """
    if not throttle.has_too_many_wrong_links(request, timezone.now()):
        if employee_of(uid, token) is not None:
            sessions.keep_link(request, uid, token)
        else:
            throttle.note_wrong_link(request)
    response = render(request, "clusters/login/welcome_link.html")
    response["Refresh"] = f"0; url={reverse(WELCOME)}"
    response["Referrer-Policy"] = "no-referrer"
    return response


@login_not_required
@sensitive_post_parameters()
@sensitive_variables("token")
@require_http_methods(["GET", "POST"])
def welcome(request: HttpRequest) -> HttpResponse:
    """Choose a password; after that everybody signs in the same way."""
    uid, token = sessions.kept_link(request)
    employee = employee_of(uid, token)
    if employee is None:
        return _link_is_over(request)
    form = WelcomeForm(request.POST if request.method == "POST" else None, user=employee)
    if not form.is_valid():
        context = {"form": form, "employee": employee}
        return render(request, "clusters/login/welcome.html", context)
    new_password = form.cleaned_data["new_password"]
    if choose_password(uid=uid, token=token, new_password=new_password) is None:
        return _link_is_over(request)
    sessions.end_welcome(request)
    messages.success(request, "Uw wachtwoord is gekozen. Log er nu mee in.")
    return redirect("login")


def _link_is_over(request: HttpRequest) -> HttpResponse:
    """Say whom to ask; the same page for every link that does not work."""
    sessions.forget_link(request)
    wait = throttle.has_too_many_wrong_links(request, timezone.now())
    context = {"wait": wait}
    status = 429 if wait else 410
    return render(request, "clusters/login/welcome_over.html", context, status=status)


def _colleague(request: EmployeeRequest, action: Action, user_id: int) -> User:
    """Somebody else, for whoever may do this to others."""
    require(request.user, action)
    return get_object_or_404(User.objects.all(), pk=user_id)


def _in_beheer(employee: User) -> str:
    return reverse("admin:clusters_user_change", args=[employee.pk])


def _about(employee: User, form: Form) -> dict[str, Any]:
    """What both confirmation pages show."""
    return {
        "form": form,
        "employee": employee,
        "hours": settings.PASSWORD_RESET_TIMEOUT // 3600,
        "back_url": _in_beheer(employee),
    }
