"""What an employee manages about their own account: role in effect, password, recovery codes."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods

from clusters.http import EmployeeRequest
from clusters.login import sessions
from clusters.login.forms import NewCodesForm, NewPasswordForm, RoleForm
from clusters.login.models import Authenticator
from clusters.login.services import (
    NOT_ACCEPTED,
    Factor,
    change_password,
    check_second_factor,
    choose_role,
    create_recovery_codes,
)
from clusters.people.models import Role
from common.forms import perform


@require_GET
def account(request: EmployeeRequest) -> HttpResponse:
    """Who I am here, in which roles, and what I can change myself."""
    context = {
        "memberships": request.user.running_memberships,
        "has_app": Authenticator.objects.filter(user=request.user, confirmed=True).exists(),
    }
    return render(request, "clusters/login/account.html", context)


@require_http_methods(["GET", "POST"])
def role_switch(request: EmployeeRequest) -> HttpResponse:
    """Work in another of my roles for the rest of this session."""
    form = RoleForm(request.POST or None, roles=request.user.roles)
    role = perform(form, choose_role, by=request.user)
    if role is not None:
        request.session[sessions.ROLE] = role
        messages.success(request, f"U werkt nu als {Role(role).label}.")
        return redirect("home")
    return render(request, "clusters/login/role_switch.html", {"form": form})


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def password(request: EmployeeRequest) -> HttpResponse:
    """Give myself a new password; my other sessions end."""
    form = NewPasswordForm(request.POST or None, user=request.user)
    if form.is_valid():
        change_password(
            new_password=form.cleaned_data["new_password"],
            session_key=str(request.session.session_key),
            by=request.user,
        )
        sessions.keep_session_after_new_password(request, request.user)
        messages.success(
            request, "Uw wachtwoord is veranderd. Op andere apparaten bent u uitgelogd."
        )
        return redirect("account")
    return render(request, "clusters/login/password.html", {"form": form})


@sensitive_post_parameters("code")
@require_http_methods(["GET", "POST"])
def recovery_codes(request: EmployeeRequest) -> HttpResponse:
    """Make new recovery codes with a fresh code; they are shown once."""
    form = NewCodesForm(request.POST or None)
    if form.is_valid():
        outcome = check_second_factor(
            user_id=request.user.pk, answer=form.cleaned_data["code"], at=timezone.now()
        )
        if outcome == Factor.ACCEPTED:
            codes = create_recovery_codes(user_id=request.user.pk, by=request.user)
            return render(request, "clusters/login/codes.html", {"codes": codes, "next": ""})
        form.add_error("code", NOT_ACCEPTED[outcome])
    return render(request, "clusters/login/recovery_codes.html", {"form": form})
