"""The matrix of working together: advice (row 10), linking pins and referrals.

Who works in the dossier asks; who is asked sees the question and nothing of the dossier.
"""

from tests.permissions.rows import (
    HANDLERS,
    MANAGERS,
    SEARCHERS,
    Row,
    about_advice,
    about_file,
    allow,
)

MINE = ("handler",)
STEER = ("team_manager", "outsider_manager", "general_manager")


def about_liaison(*, method: str = "get", status: int = 200) -> Row:
    """A linking pin of team Noord: its manager keeps it, the others read the list (LP-3)."""
    readers = allow((*HANDLERS, "general_manager"), 403)
    keepers = allow(("team_manager", "application_manager"), status)
    return Row(method, "liaison", otherwise=404, expected=readers | keepers)


def about_feedback() -> Row:
    """Feedback from a dossier of the handler: for everybody else it does not exist."""
    return Row(about="feedback", otherwise=404, expected=allow(MINE))


def about_referral() -> Row:
    """A referral of the handler: for everybody else it does not exist, the team included."""
    return Row(about="referral", otherwise=404, expected=allow(MINE))


CHAIN_ROWS: dict[str, Row] = {
    "advice-list": Row(expected=allow(SEARCHERS)),
    "advice-figures": Row(expected=allow(STEER)),
    "advice-panel": about_file(MINE),
    "advice-ask": about_file(MINE),
    "advice-detail": about_advice(("handler", "team_worker")),
    "advice-answer": about_advice(("team_worker",)),
    "advice-withdraw": about_advice(MINE),
    "liaison-list": Row(expected=allow((*HANDLERS, "general_manager", "application_manager"))),
    "liaison-new": Row(expected=allow((*MANAGERS, "application_manager"))),
    "liaison-change": about_liaison(),
    "liaison-review": about_liaison(method="post", status=302),
    "feedback-panel": about_file(MINE),
    "feedback-new": about_file(MINE),
    "feedback-detail": about_feedback(),
    "feedback-send": about_feedback(),
    "feedback-drop": about_feedback(),
    "referral-panel": about_file(MINE),
    "referral-new": about_file(MINE, "file-question"),
    "referral-detail": about_referral(),
    "referral-follow-up": about_referral(),
    "referral-give-up": about_referral(),
    "advice-read": about_advice(MINE, "advice-answered", method="post", status=302),
}
