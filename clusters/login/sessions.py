"""From an unknown visitor, over a right password, to an open session, and its end.

Until the second factor is right nobody is signed in: the session only remembers whose password
was typed. ``open_session`` is the one place that signs in (single sign-on will end there too).
"""

from datetime import datetime

from django.conf import settings
from django.contrib.auth import authenticate, login, logout, update_session_auth_hash
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from audit.signing import fingerprint
from clusters.login import services
from clusters.people.models import User

BACKEND = "django.contrib.auth.backends.ModelBackend"
PENDING, OPENED, SEEN, ROLE, DEMO = "pending", "opened_at", "seen_at", "role", "demo"
LINK = "invitation"
PENDING_SECONDS = 10 * 60
SEEN_STEP_SECONDS = 60


def check_password(request: HttpRequest, *, username: str, password: str) -> User | None:
    """The employee with this name and password; the same answer for every kind of wrong."""
    found = authenticate(request, username=username.lower(), password=password)
    return found if isinstance(found, User) else None


def begin(request: HttpRequest, user: User, *, then: str) -> None:
    """Remember that the password was right; the key of the session changes (fixation)."""
    request.session.cycle_key()
    request.session[PENDING] = {
        "user": user.pk,
        "hash": user.get_session_auth_hash(),
        "at": int(timezone.now().timestamp()),
        "then": then,
    }


def pending_user(request: HttpRequest) -> User | None:
    """Whose password was right, at most ten minutes ago and not changed since."""
    facts = request.session.get(PENDING)
    if facts is None or timezone.now().timestamp() - facts["at"] > PENDING_SECONDS:
        return None
    user = User.objects.filter(pk=facts["user"], is_active=True).first()
    if user is None or user.get_session_auth_hash() != facts["hash"]:
        return None
    return user


def pending_destination(request: HttpRequest) -> str:
    """Where the visitor wanted to go."""
    return str(request.session.get(PENDING, {}).get("then", ""))


def keep_link(request: HttpRequest, uid: str, token: str) -> None:
    """Remember a link that works, so that it can leave the address."""
    if not request.user.is_authenticated:
        request.session.cycle_key()
    request.session[LINK] = [uid, token]


def kept_link(request: HttpRequest) -> tuple[str, str]:
    """The two parts of the link this visitor came with; empty when there was none."""
    uid, token = request.session.get(LINK, ("", ""))
    return str(uid), str(token)


def forget_link(request: HttpRequest) -> None:
    """The link is used or over."""
    request.session.pop(LINK, None)


def end_welcome(request: HttpRequest) -> None:
    """The password is chosen; a colleague who was signed in at this screen is not any more."""
    forget_link(request)
    if request.user.is_authenticated:
        close_session(request)


def open_session(request: HttpRequest, user: User, *, role: str = "", demo: bool = False) -> None:
    """Sign in: both factors are right. A new session key and new form tokens; the clock starts.

    The audit line comes from Django's signal and must be written, or nobody is signed in.
    """
    at = timezone.now()
    request.session.pop(PENDING, None)
    login(request, user, backend=BACKEND)
    moment = int(at.timestamp())
    request.session.update({OPENED: moment, SEEN: moment, ROLE: role, DEMO: demo})
    request.session.save()
    services.register_session(
        user_id=user.pk,
        session_key=str(request.session.session_key),
        form_mark=mark_of_secret(secret_of_request(request)),
        at=at,
    )


def close_session(request: HttpRequest) -> None:
    """Sign out, by choice or because the time is up."""
    key = request.session.session_key
    logout(request)
    if key:
        services.end_session(session_key=key, at=timezone.now())


def keep_session_after_new_password(request: HttpRequest, user: User) -> None:
    """The session in which the password was changed goes on, under another key."""
    old_key = str(request.session.session_key)
    update_session_auth_hash(request, user)
    request.session.save()
    services.rename_session(old_key=old_key, new_key=str(request.session.session_key))


def is_over(request: HttpRequest, at: datetime) -> bool:
    """Whether a signed-in session may not go on: no second factor, idle, too long, demo ended."""
    session, moment = request.session, int(at.timestamp())
    if OPENED not in session or (session.get(DEMO) and not settings.DEMO):
        return True
    idle = moment - session[SEEN] > settings.SESSION_IDLE_SECONDS
    return idle or moment - session[OPENED] > settings.SESSION_ABSOLUTE_SECONDS


def touch(request: HttpRequest, at: datetime) -> None:
    """Note that the employee is still there; written at most once a minute."""
    moment = int(at.timestamp())
    if moment - request.session[SEEN] >= SEEN_STEP_SECONDS:
        request.session[SEEN] = moment


def safe_destination(request: HttpRequest, wanted: str) -> str:
    """``wanted`` when it is a page of this site, else empty."""
    safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if safe else ""


def secret_of_request(request: HttpRequest) -> str:
    """The secret behind the form tokens of this visitor; Django renews it at every sign-in."""
    get_token(request)
    return str(request.META["CSRF_COOKIE"])


def mark_of_secret(secret: str) -> str:
    """A keyed hash of that secret, fit to keep."""
    return fingerprint("form", secret)
