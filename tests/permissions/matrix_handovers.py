"""The matrix of hand-overs: team Noord offers a dossier to the team of the outsiders.

Who directs reads and offers, who can take it over reads and answers, both managers know that it is
there, and for everybody else it does not exist.
"""

from tests.permissions.rows import HANDLERS, Row, about_file, allow

SENDER, RECEIVER = ("handler",), ("outsider_worker",)
WITNESSES = ("team_manager", "outsider_manager")
THERE = allow((*SENDER, *RECEIVER, *WITNESSES), 403)


def about_handover(people: tuple[str, ...], *, method: str = "get", status: int = 200) -> Row:
    """An address about that offer."""
    return Row(method, "handover", otherwise=404, expected=THERE | allow(people, status))


HANDOVER_ROWS: dict[str, Row] = {
    "handover-list": Row(expected=allow(HANDLERS)),
    "handover-panel": about_file(SENDER),
    "handover-new": about_file(SENDER),
    "handover-note": about_file(SENDER, "file-former"),
    "handover-detail": about_handover((*SENDER, *RECEIVER, *WITNESSES)),
    "handover-edit": about_handover(SENDER),
    "handover-withdraw": about_handover(SENDER),
    "handover-explain": about_handover(SENDER),
    "handover-unagreed": about_handover(SENDER),
    "handover-seen": about_handover(SENDER, method="post", status=302),
    "handover-ask": about_handover(RECEIVER),
    "handover-early": about_handover(RECEIVER),
    "handover-refuse": about_handover(RECEIVER),
    "handover-accept": about_handover(RECEIVER),
}
