"""The matrix of the load (WL-8): a manager of the own team, who carries work their own."""

from tests.permissions.rows import Row, allow

CARRIERS = ("team_worker", "handler", "outsider_worker", "city_social_team", "city_hall_team")
MANAGERS = ("team_manager", "outsider_manager")


def about_handout(method: str = "get", status: int = 200) -> Row:
    """Only who steers the team whose work it was; for another manager it does not exist."""
    there = allow(MANAGERS, 404) | allow(("team_manager",), status)
    return Row(method, "handout", expected=there)


WORKLOAD_ROWS: dict[str, Row] = {
    "workload": Row(expected=allow((*MANAGERS, "general_manager"))),
    "workload-terms": Row(expected=allow(MANAGERS)),
    "workload-person": Row(
        about="absent-person",
        expected=allow((*CARRIERS, *MANAGERS), 404) | allow(("handler", "team_manager")),
    ),
    "handout-prepare": Row(
        about="absent-person",
        expected=allow(MANAGERS, 404) | allow(("team_manager",)),
    ),
    "handout-detail": about_handout(),
    "handout-undo": about_handout("post", 302),
}
