"""The matrix of working together: advice (row 10), linking pins and referrals.

Who works in the dossier asks; who is asked sees the question and nothing of the dossier.
"""

from tests.permissions.rows import SEARCHERS, Row, about_advice, about_file, allow

MINE = ("handler",)
STEER = ("team_manager", "outsider_manager", "general_manager")

CHAIN_ROWS: dict[str, Row] = {
    "advice-list": Row(expected=allow(SEARCHERS)),
    "advice-figures": Row(expected=allow(STEER)),
    "advice-panel": about_file(MINE),
    "advice-ask": about_file(MINE),
    "advice-detail": about_advice(("handler", "team_worker")),
    "advice-answer": about_advice(("team_worker",)),
    "advice-withdraw": about_advice(MINE),
    "advice-read": about_advice(MINE, "advice-answered", method="post", status=302),
}
