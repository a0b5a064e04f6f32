"""The matrix of what is about a resident: the card, the melding, the talk (security 3.3)."""

from tests.permissions.rows import (
    CALLBACK,
    HANDLERS,
    IMPORTERS,
    IN_SCOPE,
    MANAGERS,
    MY_INTAKE,
    REPORTERS,
    SEARCHERS,
    STEERERS,
    TALKERS,
    TEAM,
    WORKERS,
    Row,
    about_application,
    about_callback,
    about_card,
    about_file,
    about_notification,
    about_resident,
    about_talk,
    allow,
)

RESIDENT_ROWS: dict[str, Row] = {
    # --- inwoner (security 3.3 rows 2, 3 and 4): the team reads, only who works with them opens
    "resident-search": Row(expected=allow(SEARCHERS)),
    "resident-detail": about_resident(WORKERS),
    "resident-change": about_resident(WORKERS),
    "resident-bsn": about_resident(("handler",)),
    "resident-bsn-show": about_resident(("handler",), method="post"),
    "resident-secret-address": about_resident(("handler",)),
    "resident-address-show": about_resident(("handler",), method="post"),
    "resident-secrecy-lift": about_resident(("handler",)),
    "resident-twins": about_resident(WORKERS),
    "resident-merge": about_resident(WORKERS, about="resident-pair"),
    "resident-merged": about_resident(WORKERS, about="resident-merged"),
    "resident-merge-undo": about_resident(
        ("handler",), about="resident-merged", method="post", status=302
    ),
    "party-new": about_resident(WORKERS, about="resident-kind"),
    "party-change": about_resident(WORKERS, about="party"),
    "party-remove": about_resident(WORKERS, about="party", method="post", status=302),
    # --- BRP-uittreksel (UT-5): who may not import gets 403, a colleague's is a 404 (in its room)
    "brp-uploads": Row(expected=allow(IMPORTERS)),
    "brp-upload": Row(about="extract", expected=allow(IMPORTERS)),
    "brp-upload-faults": Row(about="extract", expected=allow(IMPORTERS)),
    "brp-upload-start": Row("post", "extract", expected=allow(IMPORTERS, 302)),
    "brp-upload-cancel": Row("post", "extract", expected=allow(IMPORTERS, 302)),
    "brp-upload-restart": Row("post", "extract-waiting", expected=allow(IMPORTERS, 302)),
    "consent-new": about_resident(WORKERS),
    "consent-withdraw": about_resident(WORKERS, about="consent"),
    "professional-new": about_resident(WORKERS),
    "professional-change": about_resident(WORKERS, about="professional"),
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
    "notification-for-known": about_card(WORKERS),
    "notification-for-newcomer": Row(expected=allow(REPORTERS)),
    "notification-panel": about_card(WORKERS),
    "notification-detail": about_notification(TEAM),
    "notification-support": about_notification(MY_INTAKE, "notification-mine"),
    "notification-support-request": about_notification(MY_INTAKE, "notification-supported"),
    "notification-support-pdf": about_notification(MY_INTAKE, "notification-supported"),
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
    # --- verkorte procedure: the team sees who handed in, the handler what (row 5 and 6)
    "short-procedure-new": Row(expected=allow(REPORTERS)),
    "short-procedure-for-resident": about_callback(("team_worker", "handler"), state="claimed"),
    "short-procedure-panel": about_notification(MY_INTAKE, "procedure"),
    "short-procedure-detail": about_notification(("handler",), "procedure"),
    "short-procedure-pilot": Row(expected=allow((*MANAGERS, "general_manager"))),
    "talk-lift-mark": about_talk("marked"),
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
    "talk-scores": about_talk("talk-held"),
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
    "report-signature": about_talk("report-version"),
    # --- dossier (rows 5 and 6): the team knows it is there, who works in it reads and writes
    # --- aanvraag en besluit (rows 5 and 6): the team sees the term, the handler what is written
    "application-list": Row(expected=allow((*HANDLERS[:-2], "city_hall_team"))),
    "application-panel": about_notification(TEAM, "notification-taken"),
    "application-new": about_notification(WORKERS, "notification-taken"),
    "application-detail": about_application(TEAM),
    "application-report": about_application(("handler",)),
    "application-claim": about_application(WORKERS, "application-free", method="post", status=302),
    "application-pass": about_application(STEERERS),
    "application-pause": about_application(("handler",)),
    "application-resume": about_application(("handler",), "application-paused"),
    "application-delay": about_application(("handler",)),
    "application-default": about_application(("handler",)),
    "application-withdraw": about_application(("handler",)),
    "decision-edit": about_application(("handler",)),
    "provision-new": about_application(("handler",)),
    "provision-remove": about_application(
        ("handler",), "provision-draft", method="post", status=302
    ),
    "decision-take": about_application(
        ("handler",), "application-drafted", method="post", status=302
    ),
    "decision-offer": about_application(("handler",)),
    "decision-agree": about_application(
        ("team_worker",), "application-offered", method="post", status=302
    ),
    "decision-return": about_application(WORKERS, "application-offered"),
    "decision-reopen": about_application(
        ("handler",), "application-decided", method="post", status=302
    ),
    "decision-letter": about_application(("handler",), "application-decided"),
    "decision-review": about_application(("handler",), "application-sent"),
    "decision-letter-pdf": about_application(("handler",), "decision-paper"),
    "objection-new": about_application(("handler",), "application-sent"),
    "objection-postpone": about_application(("handler",), "objection"),
    "objection-decide": about_application(("handler",), "objection"),
    "provision-delivery": about_application(("handler",), "provision-sent"),
    "provision-export": Row("post", "export-form", expected={"city_hall_team": 200}),
    "file-list": Row(expected=allow(HANDLERS)),
    "file-panel": about_card(WORKERS),
    "file-open": about_card(WORKERS),
    "file-detail": about_file(TEAM),
    "file-note": about_file(("handler",), method="post"),  # sent empty: the page with errors
    "file-safety": about_file(("handler",)),
    "file-question-new": about_file(("handler",)),
    "file-question-close": about_file(("handler",), "file-question"),
    "file-direction": about_file(STEERERS),
    "file-colleague-new": about_file(STEERERS),
    "file-colleague-end": about_file(STEERERS, "file-colleague", method="post", status=302),
    "file-close": about_file(("handler",)),
}
