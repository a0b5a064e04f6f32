"""The matrix of absence and cover (AF-2, AF-12, WN-2): one's own, those of the team, the cluster.

``absence`` and ``absent-person`` are about the handler of team Noord; others of the team see in the
calendar that they are away, and nothing more.
"""

from tests.permissions.rows import HANDLERS, Row, allow

COLLEAGUES = ("team_worker", "team_manager", "handler", "outsider_worker", "outsider_manager")
COLLEAGUES += ("contact_centre", "help_desk", "other_desk", "city_social_team", "city_hall_team")
COLLEAGUES += ("liaison", "general_manager")
KEEPERS = ("handler", "team_manager")
LEADERS = ("team_manager", "outsider_manager", "general_manager")
IN_CLUSTER = ("team_worker", "team_manager", "handler", "liaison", "general_manager")


COVERED = (*HANDLERS, "general_manager")
"""Who has work in their own name, or arranges it for them (WN-2)."""


OF_CLUSTER = Row(about="profile-cluster", expected=allow(LEADERS) | {"outsider_manager": 404})
"""The profile of a cluster: of who leads a team in it, and of the algemeen manager (TP-2)."""


def about_absent(about: str) -> Row:
    """For colleagues who do not keep it, it does not exist; who is of no team may not ask."""
    there = allow(COLLEAGUES, 404) | allow(KEEPERS)
    return Row(about=about, expected=there)


ABSENCE_ROWS: dict[str, Row] = {
    "absence-calendar": Row(expected=allow(COLLEAGUES)),
    "absence-gaps": Row(expected=allow(LEADERS)),
    "absence-team-calendar": Row(
        about="absence-team", expected=allow(COLLEAGUES, 404) | allow(IN_CLUSTER)
    ),
    "absence-person": about_absent("absent-person"),
    "absence-enter": about_absent("absent-person"),
    "work-pattern": about_absent("absent-person"),
    "absence-person-calendar": about_absent("absent-person"),
    "cover-list": Row(expected=allow(COVERED)),
    "cover-arrange": Row(
        about="absent-person", expected=allow(COVERED, 404) | allow((*KEEPERS, "general_manager"))
    ),
    "cover-end": Row(
        about="cover", expected=allow(COVERED, 404) | allow((*KEEPERS, "general_manager"))
    ),
    "cover-missing": Row(expected=allow(LEADERS)),
    "dashboard-presence": Row(expected=allow(LEADERS)),
    "cover-happened": Row(about="cover-over", expected=allow(COVERED, 404) | {"handler": 200}),
    "dashboard-profile": Row(expected=allow(LEADERS)),
    "profile-overview": Row(expected=allow(LEADERS)),
    **dict.fromkeys(("profile-cluster", "profile-people"), OF_CLUSTER),
    "profile-wish": Row(about="profile-cluster", expected={"general_manager": 200}),
    "profile-withdraw": Row(about="profile-wish", expected={"general_manager": 200}),
    "absence-change": about_absent("absence"),
    "absence-withdraw": about_absent("absence"),
}
