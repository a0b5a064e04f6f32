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
KCC = "contact_centre"
DESK = (KCC, "help_desk")
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


def about_question_set(*, method: str = "get", status: int = 200) -> Row:
    """An address about one question set: for others than the administrator it does not exist."""
    return Row(method, "question_set", otherwise=404, expected={"application_manager": status})


def about_notification(
    people: tuple[str, ...], about: str = "notification", *, method: str = "get", status: int = 200
) -> Row:
    """An address about one melding of team Noord (row 5); for others it does not exist."""
    return Row(method, about, otherwise=404, expected=allow(TEAM, 403) | allow(people, status))


def about_talk(about: str = "talk", *, method: str = "get", status: int = 200) -> Row:
    """An address about a talk of the handler (row 6: E): for everybody else it does not exist.

    A colleague or somebody of the Wmo-team who joins is tested in the room.
    """
    return Row(method, about, otherwise=404, expected={"handler": status})


REPORTERS = ("team_worker", "handler", "city_hall_team", "outsider_worker")
TALKERS = ("team_worker", "handler", "city_hall_team", "outsider_worker")
MY_INTAKE = ("handler", "team_manager")
ON_MY_DESK = ("handler", "team_manager")
EDITORS = ("help_desk", "application_manager")
READERS = (*HANDLERS, *DESKS, "application_manager")


def about_call(about: str = "call", *, method: str = "get") -> Row:
    """A part of the running call of the KCC-medewerker."""
    return Row(method, about, expected=allow(("help_desk", "other_desk"), 404) | {KCC: 200})


MATRIX: dict[str, Row] = {
    # --- first page, figures
    "home": Row(expected=ANYBODY),
    "dashboard": Row(expected=allow((*MANAGERS, "general_manager"))),
    "desk-dashboard": Row(expected=allow((*DESKS, "general_manager"))),
    "contact-list": Row(expected=allow(DESKS)),
    # --- terugbelverzoek: the desk (security 3.3 row 1: c r u(annuleer) S)
    "callback-route": Row("post", expected=allow(DESKS)),
    "callback-registered-list": Row(expected=allow(DESKS)),
    "callback-registered": about_callback(DESK),
    "callback-cancel": about_callback(DESK),
    # --- terugbelverzoek: the team (r u, assign)
    "callback-worklist": Row(expected=allow(HANDLERS)),
    "callback-overdue": Row(expected=allow(("general_manager",))),
    "callback-detail": about_callback(TEAM),
    "callback-number": about_callback(ON_MY_DESK, method="post", state="claimed"),
    "callback-safe-contact": about_callback(ON_MY_DESK, state="claimed"),
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
    # --- Wmo-melding (row 5): the team sees cards, handler and manager the melding itself
    "notification-list": Row(expected=allow(HANDLERS)),
    "notification-new": Row(expected=allow(REPORTERS)),
    "notification-from-callback": Row(
        about=CALLBACK,
        state="claimed",
        otherwise=404,
        expected=IN_SCOPE | allow(("handler",)),
    ),
    "notification-for-resident": about_callback(("team_worker", "handler"), state="claimed"),
    "notification-detail": about_notification(TEAM),
    "notification-letter": about_notification(MY_INTAKE, "notification-mine"),
    "notification-letter-pdf": about_notification(MY_INTAKE, "notification-sent"),
    "notification-triage": about_notification(MY_INTAKE, "notification-mine"),
    "advice": Row(expected=allow(HANDLERS)),
    "triage-rules": Row(expected=allow(("application_manager",))),
    "triage-rules-change": Row(expected=allow(("application_manager",))),
    "triage-rules-trial": Row(expected=allow(("application_manager",), 302)),  # nothing to try
    "triage-rules-publish": Row("post", expected=allow(("application_manager",), 302)),
    "notification-claim": about_notification(("team_worker", "handler"), method="post", status=302),
    "notification-release": about_notification(
        MY_INTAKE, "notification-mine", method="post", status=302
    ),
    "notification-assign": about_notification(MY_INTAKE, "notification-mine"),
    "notification-start": about_notification(
        MY_INTAKE, "notification-confirmed", method="post", status=302
    ),
    "notification-complete": about_notification(
        MY_INTAKE, "notification-investigating", method="post", status=302
    ),
    "notification-withdraw": about_notification(MY_INTAKE, "notification-mine"),
    "notification-drop": about_notification(MY_INTAKE, "notification-mine"),
    # --- vragensets: kept by the functional administrator, unknown to everybody else
    "question-set-list": Row(expected=allow(("application_manager",))),
    "question-set-new": Row(expected=allow(("application_manager",))),
    "question-set-change": about_question_set(),
    "question-set-preview": about_question_set(),
    "question-set-versions": about_question_set(),
    "question-set-publish": about_question_set(method="post", status=302),
    "question-set-retire": about_question_set(method="post", status=302),
    "question-set-restore": about_question_set(method="post", status=302),
    # --- the running call: of one employee; for a colleague at the desk it does not exist
    "contact-open": Row("post", expected=allow(DESKS, 302)),
    "contact-call": about_call(),
    "contact-stop": about_call(),
    "contact-save": about_call(method="post"),
    "contact-caller": about_call(method="post"),
    "contact-set": about_call("call-question", method="post"),
    "contact-search": about_call("call-question", method="post"),
    "contact-help": about_call("call-question"),
    "contact-ended": Row(about="contact", expected=allow(DESK) | {"other_desk": 404}),
    "contact-status": Row(expected=allow(DESKS)),
    "contact-told": Row("post", expected=allow(DESKS, 302)),
    # --- keukentafelgesprek and onderzoeksverslag (row 6)
    "talk-list": Row(expected=allow(TALKERS)),
    "talk-panel": about_notification(("team_worker", "handler"), "talk-melding"),
    "talk-plan": about_notification(("handler",), "talk-melding"),
    "talk-detail": about_talk(),
    "talk-change": about_talk(),
    "talk-cancel": about_talk(),
    "talk-calendar": about_talk(),
    "talk-hold": about_talk(method="post", status=302),
    "talk-cards": about_talk("talk-held"),
    "talk-card": about_talk("talk-card", method="post", status=302),
    "talk-save": about_talk("talk-card", method="post"),
    "talk-switch-on": about_talk("talk-off", method="post"),  # sent empty: the page with errors
    "talk-agree": about_talk("talk-held", method="post"),  # likewise
    "talk-agreement-drop": about_talk("talk-agreement", method="post", status=302),
    "talk-conclude": about_talk("talk-held"),
    "report-detail": about_talk("report"),
    "report-save": about_talk("report", method="post"),
    "report-send": about_talk("report", method="post"),  # sent empty: the page with errors
    "report-version": about_talk("report-version"),
    "report-pdf": about_talk("report-version"),
    "report-reaction": about_talk("report-version"),
    # --- vraagbaak (row 1, TEL-6)
    "help-desk": Row(expected=allow(("help_desk",))),
    "help-desk-queue": Row(expected=allow(("help_desk",))),
    "help-question": Row(about="help-question", expected=allow(("help_desk",))),
    "help-question-take": Row("post", "help-question", expected=allow(("help_desk",), 302)),
    "duty-roster": Row(expected=allow((*DESKS, "application_manager"))),
    "duty-plan": Row("post", expected=allow(EDITORS)),  # sent empty: the form with its errors
    "duty-copy": Row("post", expected=allow(EDITORS, 302)),
    "duty-drop": Row("post", "shift", expected=allow(EDITORS, 302)),
    # --- kennisbank and news (TEL-9)
    "article-list": Row(expected=allow(READERS)),
    "article-find": Row("post", expected=allow(READERS)),
    "article-vain": Row("post", expected=allow(READERS, 204)),
    "article-detail": Row(about="article", expected=allow(READERS)),
    "article-useful": Row("post", "article", expected=allow(READERS, 302)),
    "article-suggest": Row(expected=allow(DESKS)),
    "article-new": Row(expected=allow(EDITORS)),
    "article-change": Row(about="article", expected=allow(EDITORS)),
    "article-versions": Row(about="article", expected=allow(EDITORS)),
    "article-review": Row("post", "article", expected=allow(EDITORS)),
    "suggestion-list": Row(expected=allow(EDITORS)),
    "suggestion-settle": Row(about="suggestion", expected=allow(EDITORS)),
    "knowledge-figures": Row(expected=allow(EDITORS)),
    "news-list": Row(expected=allow(READERS)),
    "news-new": Row(expected=allow(EDITORS)),
    "news-change": Row(about="news", expected=allow(EDITORS)),
    # --- the meeting of KCC and SWT (TEL-8); in a team only what was agreed with oneself
    "agenda": Row(expected=allow(DESKS)),
    "agenda-subject": Row(about="subject", expected=allow(DESKS)),
    "agenda-tick": Row("post", expected=allow(DESKS, 302)),
    "agenda-undo": Row("post", "point", expected=allow(DESK, 302) | {"other_desk": 404}),
    "agenda-done": Row(
        "post", "agreement", otherwise=404, expected=allow((*DESKS, "handler"), 302)
    ),
    "agreement-detail": Row(about="agreement", otherwise=404, expected=allow((*DESKS, "handler"))),
    "meeting-detail": Row(about="meeting", expected=allow(DESKS)),
    "meeting-present": Row("post", "meeting", expected=allow(DESKS, 302)),
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
