"""The matrix of working together: advice (row 10), linking pins and referrals.

Who works in the dossier asks; who is asked sees the question and nothing of the dossier.
"""

from tests.permissions.rows import (
    HANDLERS,
    MANAGERS,
    SEARCHERS,
    TEAM,
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


def about_conference(
    people: tuple[str, ...], about: str = "conference", *, method: str = "get", status: int = 200
) -> Row:
    """A casusoverleg of team Noord, led by the wijkwerker: for others it does not exist (CT-19)."""
    return Row(method, about, otherwise=404, expected=allow(TEAM, 403) | allow(people, status))


def about_item(
    people: tuple[str, ...], about: str = "item", *, method: str = "get", status: int = 200
) -> Row:
    """A point of the handler with the linking pin as guest (row 10: relation C, shared item)."""
    there = allow(("handler", "liaison"), 403)
    return Row(method, about, otherwise=404, expected=there | allow(people, status))


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
    # --- casusoverleg and casustafel (row 10): the team plans, a guest sees one point (CT-6)
    "conference-list": Row(expected=allow(HANDLERS)),
    "conference-detail": about_conference(TEAM),
    "conference-move": about_conference(("team_worker", "team_manager")),
    "conference-cancel": about_conference(("team_worker", "team_manager")),
    "conference-order": about_conference(("team_worker", "team_manager")),
    "conference-close": about_conference(
        ("team_worker", "team_manager"), method="post", status=302
    ),
    "series-new": Row(expected=allow(MANAGERS)),
    "series-change": about_conference(("team_manager",), "series"),
    "series-end": about_conference(("team_manager",), "series"),
    "item-list": Row(expected=allow((*SEARCHERS, "liaison", "client_support"))),
    "item-panel": about_file(MINE),
    "item-bring": about_file(MINE),
    "item-detail": about_item(("handler", "liaison")),
    "item-move": about_item(MINE),
    "item-withdraw": about_item(MINE),
    "item-invite": about_item(MINE),
    "item-minutes": about_item(MINE),
    "item-agree": about_item(MINE),
    "item-uninvite": about_item(MINE, "item-guest", method="post", status=302),
    "agreement-keep": about_item(
        ("handler", "liaison"), "item-agreement", method="post", status=302
    ),
    "agreement-drop": about_item(
        ("handler", "liaison"), "item-agreement", method="post", status=302
    ),
    "advice-read": about_advice(MINE, "advice-answered", method="post", status=302),
}
