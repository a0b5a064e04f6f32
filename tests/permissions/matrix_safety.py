"""The matrix of the meldcode (row 7): for who is not inside it does not exist, the manager too.

In this city the wijkwerker of the team is aandachtsfunctionaris of another team and works along in
the dossier; the worker of the other cluster is aandachtsfunctionaris of team Noord.
"""

from tests.permissions.rows import HANDLERS, Row, about_file, allow

HOLDER, OFFICER = ("handler",), ("outsider_worker",)
INSIDE = (*HOLDER, *OFFICER)
CARING = ("team_worker", "handler", "outsider_worker", "city_social_team")
KEEPERS = ("general_manager", "application_manager")


def about_code(
    people: tuple[str, ...] = INSIDE,
    about: str = "safety",
    *,
    method: str = "get",
    status: int = 200,
) -> Row:
    """An address about one meldcode of the handler; nobody but those inside gets even a 403."""
    return Row(method, about, otherwise=404, expected=allow(INSIDE, 403) | allow(people, status))


SAFETY_ROWS: dict[str, Row] = {
    "safety-list": Row(expected=allow(CARING)),
    "safety-of-file": about_file(HOLDER),
    "safety-open-file": about_file(HOLDER),
    "safety-of-melding": Row(
        about="notification-mine",
        otherwise=404,
        expected=allow(("team_worker",), 403) | allow(("handler", "team_manager")),
    ),
    "safety-open-melding": Row(
        about="notification-mine",
        otherwise=404,
        expected=allow(("team_worker", "team_manager"), 403) | allow(HOLDER),
    ),
    "safety-detail": about_code(),
    "safety-step": about_code(about="safety-step"),
    "safety-persons": about_code(),
    "safety-plan": about_code(),
    "safety-report": about_code(),
    "safety-feedback": about_code(about="safety-report"),
    "safety-end": about_code(),
    "safety-admit": about_code(),
    "safety-dismiss": about_code(about="safety-person", method="post", status=302),
    "safety-bar": about_code(),
    "safety-lift": about_code(about="safety-person", method="post", status=302),
    "safety-pass": about_code(),
    "officer-list": Row(expected=allow((*HANDLERS, *KEEPERS))),
    "officer-new": Row(expected=allow(KEEPERS)),
    "officer-change": Row(
        about="officer", otherwise=404, expected=allow(HANDLERS, 403) | allow(KEEPERS)
    ),
}
