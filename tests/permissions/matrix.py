"""The matrix: every named address × every role, as the product owner can read and correct it.

Written by hand after security 3.3, never generated from the code. A number is the status an
employee gets: 200 page, 302 done and on to the next page, 403 in scope but not granted, 404 out
of scope (the same as not existing). ``DESK`` … are short for groups of people.
"""

from dataclasses import dataclass, field

ROLES = (
    "team_worker",
    "team_manager",
    "general_manager",
    "contact_centre",
    "help_desk",
    "city_social_team",
    "city_hall_team",
    "liaison",
    "client_support",
    "steering_group",
    "commissioner",
    "application_manager",
    "privacy_officer",
    "controller",
)
RELATIONS = ("handler", "outsider_worker", "outsider_manager", "other_desk")
PEOPLE = (*ROLES, *RELATIONS)

TEAM = ("team_worker", "team_manager", "handler")
ELSEWHERE = ("outsider_worker", "outsider_manager", "city_social_team", "city_hall_team")
HANDLERS = (*TEAM, *ELSEWHERE)
DESK = ("contact_centre", "help_desk")
DESKS = (*DESK, "other_desk")
MANAGERS = ("team_manager", "outsider_manager")

ANYBODY = dict.fromkeys(PEOPLE, 200)
CALLBACK = "callback"


@dataclass(frozen=True)
class Row:
    """One address: how it is asked, about what, in which state, and who gets what."""

    method: str = "get"
    about: str = ""
    state: str = "waiting"
    otherwise: int = 403
    expected: dict[str, int] = field(default_factory=dict)

    def status_for(self, person: str) -> int:
        """The status this person gets."""
        return self.expected.get(person, self.otherwise)


def allow(people: tuple[str, ...], status: int = 200) -> dict[str, int]:
    """These people get this status."""
    return dict.fromkeys(people, status)


IN_SCOPE = allow((*TEAM, *DESK), 403)
"""In scope of a request of team Noord, written by the desk; everybody else gets 404."""


def about_callback(
    people: tuple[str, ...], *, method: str = "get", state: str = "waiting", status: int = 200
) -> Row:
    """An address about one request of team Noord."""
    return Row(method, CALLBACK, state, 404, IN_SCOPE | allow(people, status))


ON_MY_DESK = ("handler", "team_manager")

MATRIX: dict[str, Row] = {
    # --- first page, figures
    "home": Row(expected=ANYBODY),
    "dashboard": Row(expected=allow((*MANAGERS, "general_manager"))),
    # --- terugbelverzoek: the desk (security 3.3 row 1: c r u(annuleer) S)
    "callback-register": Row(expected=allow(DESKS)),
    "callback-route": Row("post", expected=allow(DESKS)),
    "callback-registered-list": Row(expected=allow(DESKS)),
    "callback-registered": about_callback(DESK),
    "callback-cancel": about_callback(DESK),
    # --- terugbelverzoek: the team (r u, assign)
    "callback-worklist": Row(expected=allow(HANDLERS)),
    "callback-overdue": Row(expected=allow(("general_manager",))),
    "callback-detail": about_callback(TEAM),
    "callback-claim": about_callback(TEAM, method="post", status=302),
    "callback-forward": about_callback(TEAM),
    "callback-assign": about_callback(TEAM),
    "callback-release": about_callback(ON_MY_DESK, method="post", state="claimed", status=302),
    "callback-attempt": about_callback(("handler",), state="claimed"),
    "callback-next-step": about_callback(ON_MY_DESK, state="stuck"),
    "callback-pause": about_callback(ON_MY_DESK, state="claimed"),
    "callback-resume": about_callback(ON_MY_DESK, method="post", state="paused", status=302),
    "callback-close": about_callback(ON_MY_DESK, state="claimed"),
    "callback-reopen": about_callback(TEAM, state="closed"),
    # --- the organisation: everybody who works here finds a colleague (TEL-11)
    "cluster-list": Row(expected=ANYBODY),
    "cluster-detail": Row(about="cluster", expected=ANYBODY),
    "partner-list": Row(expected=ANYBODY),
    "who-is-who": Row(expected=ANYBODY),
    "postcode-lookup": Row(expected=ANYBODY),
    # --- notices and mail
    "notice-list": Row(expected=ANYBODY),
    "notices-read": Row("post", otherwise=302),
    "notice-open": Row(about="notice", otherwise=404, expected=allow(("handler",), 302)),
    "mailbox": Row(otherwise=404),  # a demo page: outside the demo it does not exist
    # --- oversight and machine
    "audit-trail": Row(expected=allow(("privacy_officer",))),
    "operations": Row(
        expected=allow((*MANAGERS, "general_manager", "application_manager")),
    ),
    "styleguide": Row(expected=allow(("application_manager",))),
    # --- my account
    "account": Row(expected=ANYBODY),
    "role-switch": Row(expected=ANYBODY),
    "password": Row(expected=ANYBODY),
    "recovery-codes": Row(expected=ANYBODY),
    "logout": Row("post", otherwise=302),
    # --- a colleague who cannot get in; never oneself (H3), tested in its room
    "employee-invite": Row(about="employee", expected=allow(("application_manager",))),
    "second-factor-reset": Row(about="employee", expected=allow(("application_manager",))),
}

PUBLIC = {
    "login",
    "login-verify",
    "login-enrol",
    "demo-sign-in",
    "welcome",
    "welcome-link",
    "health",
    "security-txt",
}
"""Addresses without signing in; each says ``@login_not_required`` and is tested in its room."""
