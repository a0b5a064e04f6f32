"""The acts of signing in, and of getting in for the first time or after a loss."""

from clusters.login.services.accounts import (
    choose_password,
    create_application_manager,
    invite_employee,
    reset_second_factor,
)
from clusters.login.services.signing_in import (
    NOT_ACCEPTED,
    RECOVERY_ALPHABET,
    Factor,
    change_password,
    check_second_factor,
    choose_role,
    confirm_authenticator,
    create_authenticator,
    create_recovery_codes,
    end_all_sessions,
    end_session,
    register_session,
    rename_session,
)

__all__ = [
    "NOT_ACCEPTED",
    "RECOVERY_ALPHABET",
    "Factor",
    "change_password",
    "check_second_factor",
    "choose_password",
    "choose_role",
    "confirm_authenticator",
    "create_application_manager",
    "create_authenticator",
    "create_recovery_codes",
    "end_all_sessions",
    "end_session",
    "invite_employee",
    "register_session",
    "rename_session",
    "reset_second_factor",
]
