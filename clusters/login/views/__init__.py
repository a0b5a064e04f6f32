"""Pages of signing in: the way in and out, and one's own account."""

from clusters.login.views.account import account, password, recovery_codes, role_switch
from clusters.login.views.invitations import (
    employee_invite,
    second_factor_reset,
    welcome,
    welcome_link,
)
from clusters.login.views.signing_in import (
    demo_sign_in,
    enrol,
    form_expired,
    locked_out,
    sign_in,
    sign_out,
    verify,
)

__all__ = [
    "account",
    "demo_sign_in",
    "employee_invite",
    "enrol",
    "form_expired",
    "locked_out",
    "password",
    "recovery_codes",
    "role_switch",
    "second_factor_reset",
    "sign_in",
    "sign_out",
    "verify",
    "welcome",
    "welcome_link",
]
