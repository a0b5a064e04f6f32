"""Addresses that are opened with GET, in the matrix, and ask for something with POST (PP-1).

Who may open a paper may have it made, and nobody else: 302 is asked, and back to the page.
"""

from tests.permissions.matrix_budgets import STEERING
from tests.permissions.rows import (
    MY_INTAKE,
    Row,
    about_application,
    about_notification,
    about_talk,
    allow,
)

POSTED: dict[str, Row] = {
    "notification-support-pdf": about_notification(
        MY_INTAKE, "notification-supported", method="post", status=302
    ),
    "notification-letter-pdf": about_notification(
        MY_INTAKE, "notification-sent", method="post", status=302
    ),
    "report-pdf": about_talk("report-version", method="post", status=302),
    "decision-letter-pdf": about_application(
        ("handler",), "application-sent", method="post", status=302
    ),
    "year-statement-pdf": Row("post", "year-closed", expected=allow(STEERING, 302)),
    "year-closing": Row("post", "year-open", expected={"general_manager": 200}),
    "term-letter-pdf": about_application(("handler",), "term-letter", method="post", status=302),
}
