"""A form that came too late: what was typed comes back, to the person who typed it only.

Whose form it was is read from its token: Django makes a new secret at every sign-in and
``OpenSession`` keeps a keyed hash of it. Somebody else's form is refused without its text, and so
is a form that another site sent: its sender cannot know a token.
"""

import re

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CSRF_ALLOWED_CHARS, CSRF_SECRET_LENGTH, CSRF_TOKEN_LENGTH
from django.shortcuts import render

from clusters.login.models import OpenSession
from clusters.login.sessions import mark_of_secret

NEVER_KEPT = re.compile(r"password|wachtwoord|^code$|^csrfmiddlewaretoken$", re.IGNORECASE)


def expired_form(request: HttpRequest) -> HttpResponse:
    """The page that holds what was typed, or a plain refusal when it is not for these eyes."""
    owner = owner_of_form(request)
    reader = request.user.pk if request.user.is_authenticated else None
    if owner is None or not is_same_origin(request) or reader not in (None, owner):
        return render(request, "clusters/login/form_refused.html", status=403)
    context = {
        "kept": kept_fields(request),
        "address": request.get_full_path(),
        "signed_in": reader is not None,
        "has_files": getattr(request, "sent_a_file", False),
    }
    return render(request, "clusters/login/form_expired.html", context, status=403)


def owner_of_form(request: HttpRequest) -> int | None:
    """The employee to whom the posted form was shown; None when nobody can tell."""
    secret = _secret_of_token(request.POST.get("csrfmiddlewaretoken", ""))
    if not secret:
        return None
    rows = OpenSession.objects.filter(form_mark=mark_of_secret(secret))
    return rows.values_list("user_id", flat=True).first()


def is_same_origin(request: HttpRequest) -> bool:
    """Whether the browser says that a page of this site sent the form."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"


def kept_fields(request: HttpRequest) -> list[tuple[str, str]]:
    """Every typed answer in order, also several of one name; never a password or a file."""
    return [
        (name, value)
        for name, values in request.POST.lists()
        if not NEVER_KEPT.search(name)
        for value in values
    ]


def _secret_of_token(token: str) -> str:
    """The secret a form token was made of (a mask and the masked secret, as Django does)."""
    if len(token) != CSRF_TOKEN_LENGTH or not set(token) <= set(CSRF_ALLOWED_CHARS):
        return ""
    chars = CSRF_ALLOWED_CHARS
    mask, masked = token[:CSRF_SECRET_LENGTH], token[CSRF_SECRET_LENGTH:]
    return "".join(
        chars[chars.index(one) - chars.index(other)]
        for one, other in zip(masked, mask, strict=True)
    )
