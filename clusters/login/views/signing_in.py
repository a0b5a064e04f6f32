"""Pages for signing in and out; what an employee manages later is in ``account``."""

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.signals import user_login_failed
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from clusters.login import sessions, throttle
from clusters.login.demo import demo_people
from clusters.login.enrolment import qr_code, secret_in_groups
from clusters.login.expired import expired_form
from clusters.login.forms import CodeForm, EnrolForm, SignInForm
from clusters.login.models import Authenticator
from clusters.login.services import (
    NOT_ACCEPTED,
    Factor,
    check_second_factor,
    confirm_authenticator,
    create_authenticator,
)
from clusters.people.models import User
from common.forms import perform

WRONG_PASSWORD = "De gebruikersnaam of het wachtwoord klopt niet."  # noqa: S105  a message
AXES_WAIT = timedelta(hours=settings.AXES_COOLOFF_TIME)


@login_not_required
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """The first step; in a demo also one card per role."""
    wanted = sessions.safe_destination(request, request.GET.get("next", ""))
    if request.user.is_authenticated:
        return redirect(wanted or settings.LOGIN_REDIRECT_URL)
    form = SignInForm(request.POST or None)
    if form.is_valid():
        return _first_step(request, form, wanted)
    return _login_page(request, form, wanted)


def _first_step(request: HttpRequest, form: SignInForm, wanted: str) -> HttpResponse:
    """A right password leads to the second step; anything else is the same 'wrong'."""
    if throttle.is_locked(request, form.cleaned_data["username"], timezone.now()):
        return locked_out(request)
    user = sessions.check_password(request, **form.cleaned_data)
    if user is None:
        form.add_error(None, WRONG_PASSWORD)
        return _login_page(request, form, wanted)
    sessions.begin(request, user, then=wanted)
    new_device = create_authenticator(user_id=user.pk)
    return redirect("login-enrol" if new_device else "login-verify")


def _login_page(request: HttpRequest, form: SignInForm, wanted: str) -> HttpResponse:
    """The form, and why somebody is here again."""
    context = {
        "form": form,
        "expired": "verlopen" in request.GET,
        "demo_people": demo_people(),
        "next": wanted,
    }
    return render(request, "clusters/login/sign_in.html", context)


@login_not_required
@sensitive_post_parameters("code")
@require_http_methods(["GET", "POST"])
def verify(request: HttpRequest) -> HttpResponse:
    """The second step: a code from the app, or a recovery code."""
    user = sessions.pending_user(request)
    if user is None:
        return _start_again(request)
    if throttle.is_locked(request, user.get_username().lower(), timezone.now()):
        return locked_out(request)
    form = CodeForm(request.POST or None)
    if form.is_valid() and _is_right(request, user, form):
        wanted = sessions.pending_destination(request)
        sessions.open_session(request, user)
        return redirect(wanted or settings.LOGIN_REDIRECT_URL)
    return render(request, "clusters/login/verify.html", {"form": form})


def _is_right(request: HttpRequest, user: User, form: CodeForm) -> bool:
    """Whether the code counts; a wrong one counts as a failed attempt at signing in."""
    outcome = check_second_factor(
        user_id=user.pk, answer=form.cleaned_data["code"], at=timezone.now()
    )
    if outcome == Factor.ACCEPTED:
        return True
    form.add_error("code", NOT_ACCEPTED[outcome])
    if outcome == Factor.WRONG:
        credentials = {"username": user.get_username().lower()}
        user_login_failed.send(sender=__name__, credentials=credentials, request=request)
    return False


@login_not_required
@require_http_methods(["GET", "POST"])
def enrol(request: HttpRequest) -> HttpResponse:
    """Put an app in use at the first sign-in; the recovery codes are shown once."""
    user = sessions.pending_user(request)
    device = Authenticator.objects.filter(user=user, confirmed=False).first() if user else None
    if user is None or device is None:
        return _start_again(request)
    form = EnrolForm(request.POST or None)
    codes = perform(form, confirm_authenticator, user_id=user.pk)
    if codes is not None:
        wanted = sessions.pending_destination(request)
        sessions.open_session(request, user)
        return render(request, "clusters/login/codes.html", {"codes": codes, "next": wanted})
    context = {"form": form, "qr": qr_code(device), "secret": secret_in_groups(device)}
    return render(request, "clusters/login/enrol.html", context)


@login_not_required
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Leave; the browser throws away what it kept of this site."""
    if request.user.is_authenticated:
        sessions.close_session(request)
    response = redirect(settings.LOGOUT_REDIRECT_URL)
    response["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response


@login_not_required
@require_http_methods(["GET", "POST"])
def demo_sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in as the demo person of a role; does not exist outside a clean demo."""
    people = {person.role: person for person in demo_people()}
    if not people:
        raise Http404
    if request.method == "GET":
        return redirect("login")
    person = people.get(request.POST.get("role", ""))
    if person is None:
        raise Http404
    sessions.open_session(request, person.user, role=person.role, demo=True)
    wanted = sessions.safe_destination(request, request.POST.get("next", ""))
    return redirect(wanted or settings.LOGIN_REDIRECT_URL)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's token is not of this session (CSRF_FAILURE_VIEW); typed text is not lost."""
    match = request.resolver_match
    if match is not None and not getattr(match.func, "login_required", True):
        return _start_again(request)
    return expired_form(request)


def locked_out(
    request: HttpRequest, original_response: Any = None, credentials: Any = None
) -> HttpResponse:
    """Too many wrong answers; the same page for a name that does not exist."""
    context = {"again_at": timezone.localtime(timezone.now() + AXES_WAIT)}
    return render(request, "clusters/login/locked_out.html", context, status=429)


def _start_again(request: HttpRequest) -> HttpResponse:
    """Back to the first step, and on to the same page afterwards."""
    query = {"verlopen": "1"}
    if wanted := sessions.safe_destination(request, request.GET.get("next", "")):
        query["next"] = wanted
    return redirect(f"{reverse('login')}?{urlencode(query)}")
