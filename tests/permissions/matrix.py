"""The matrix: every named address × every role, as the product owner can read and correct it.

Written by hand after security 3.3, never generated from the code. A number is the status an
employee gets: 200 page, 302 done and on to the next page, 403 in scope but not granted, 404 out
of scope (the same as not existing). ``DESK`` … are short for groups of people.
"""

from tests.permissions.matrix_absence import ABSENCE_ROWS
from tests.permissions.matrix_budgets import BUDGET_ROWS
from tests.permissions.matrix_chain import CHAIN_ROWS
from tests.permissions.matrix_collective import COLLECTIVE_ROWS
from tests.permissions.matrix_community import COMMUNITY_ROWS
from tests.permissions.matrix_files import FILE_ROWS
from tests.permissions.matrix_handovers import HANDOVER_ROWS
from tests.permissions.matrix_mandates import MANDATE_ROWS
from tests.permissions.matrix_residents import RESIDENT_ROWS
from tests.permissions.matrix_safety import SAFETY_ROWS
from tests.permissions.matrix_signals import SIGNAL_ROWS
from tests.permissions.matrix_views import VIEW_ROWS
from tests.permissions.matrix_workload import WORKLOAD_ROWS
from tests.permissions.rows import (
    ANYBODY,
    DESK,
    DESKS,
    EDITORS,
    HANDLERS,
    MANAGERS,
    ON_MY_DESK,
    READERS,
    TEAM,
    Row,
    about_call,
    about_callback,
    about_question_set,
    allow,
)

MATRIX: dict[str, Row] = {
    **ABSENCE_ROWS,
    **RESIDENT_ROWS,
    **FILE_ROWS,
    **HANDOVER_ROWS,
    **COMMUNITY_ROWS,
    **MANDATE_ROWS,
    **CHAIN_ROWS,
    **BUDGET_ROWS,
    **SIGNAL_ROWS,
    **COLLECTIVE_ROWS,
    **SAFETY_ROWS,
    **WORKLOAD_ROWS,
    **VIEW_ROWS,
    # --- first page, figures
    "home": Row(expected=ANYBODY),
    "dashboard": Row(expected=allow((*MANAGERS, "general_manager"))),
    "dashboard-terms": Row(expected=allow((*MANAGERS, "general_manager"))),
    "dashboard-budgets": Row(expected=allow((*MANAGERS, "general_manager"))),
    "desk-dashboard": Row(expected=allow((*DESKS, "general_manager"))),
    "dashboard-streams": Row(expected=allow((*MANAGERS, "general_manager"))),
    "dashboard-leads": Row(expected=allow((*MANAGERS, "general_manager"))),
    "dashboard-triages": Row(expected=allow((*MANAGERS, "general_manager"))),
    "dashboard-shares": Row(expected=allow((*MANAGERS, "general_manager"))),
    "flow-stream-list": Row(expected=allow((*MANAGERS, "general_manager"))),
    "flow-lead-list": Row(expected=allow((*MANAGERS, "general_manager"))),
    "flow-triage-list": Row(expected=allow((*MANAGERS, "general_manager"))),
    "desk-charts": Row(expected=allow((*DESKS, "general_manager"))),
    "desk-questions": Row(expected=allow(DESKS) | allow(("general_manager",), 404)),
    **dict.fromkeys(
        ("sst-dashboard", "sst-charts", "sst-offers", "sst-advices", "sst-points"),
        Row(expected=allow(("city_social_team", "general_manager")) | allow(MANAGERS, 404)),
    ),
    "informal-share": Row(expected=allow((*MANAGERS, "general_manager"))),
    "informal-share-list": Row(expected=allow((*MANAGERS, "general_manager"))),
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
