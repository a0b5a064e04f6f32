"""The link with which an employee chooses a password: made here, and looked at here.

Django's token of a forgotten password, with two things more: it belongs to the last invitation,
and to an account that may still be used. It works for ``PASSWORD_RESET_TIMEOUT`` seconds.
"""

from django.conf import settings
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_decode, urlsafe_base64_encode

from clusters.login.models import Invitation
from clusters.people.models import User


class InvitationTokens(PasswordResetTokenGenerator):
    """Tokens that die with the password, the mail address, the sign-in or a new invitation."""

    key_salt = "clusters.login.invitations"

    def _make_hash_value(self, user: User, timestamp: int) -> str:  # type: ignore[override]
        mark = Invitation.objects.values_list("mark", flat=True).filter(user=user).first()
        return f"{super()._make_hash_value(user, timestamp)}{mark}"


TOKENS = InvitationTokens()


def link_for(user: User) -> str:
    """The address that was never shown before, for somebody with an invitation."""
    uid = urlsafe_base64_encode(force_bytes(user.pk))
    path = reverse("welcome-link", args=[uid, TOKENS.make_token(user)])
    return f"{settings.SITE_URL.rstrip('/')}{path}"


def employee_of(uid: str, token: str) -> User | None:
    """Whose link this is; None for a link that is wrong, old, used or of an ended account."""
    try:
        number = int(urlsafe_base64_decode(uid))
        user = User.objects.get(pk=number, invitation__isnull=False)
    except (ValueError, OverflowError, User.DoesNotExist):
        return None
    return user if may_be_invited(user) and TOKENS.check_token(user, token) else None


def may_be_invited(user: User) -> bool:
    """Whether the account is in use today."""
    until = user.account_until
    return user.is_active and (until is None or timezone.localdate() <= until)
