"""The matrix of collective work (CW-8, CW-9): the cluster, and the algemeen manager."""

from tests.permissions.rows import MANAGERS, TEAM, Row, allow

WRITERS = (*TEAM, "outsider_worker", "outsider_manager")
READERS = (*TEAM, "general_manager")


def about_entry(about: str = "collective", *, reads: bool = False) -> Row:
    """An address about work of team Noord; the algemeen manager reads and does not write."""
    expected = allow(TEAM) | {"general_manager": 200 if reads else 403}
    return Row("get", about, otherwise=404, expected=expected)


def about_plan(about: str, *, reads: bool = False) -> Row:
    """An address about the plan of cluster Noord, which its manager writes."""
    expected = allow(READERS, 200 if reads else 403) | {"team_manager": 200}
    return Row("get", about, otherwise=404, expected=expected)


COLLECTIVE_ROWS: dict[str, Row] = {
    "collective-list": Row(expected=allow((*WRITERS, "general_manager"))),
    "collective-moment": Row(expected=allow(WRITERS)),
    "collective-activity": Row(expected=allow(WRITERS)),
    "collective-places": Row(expected=allow((*WRITERS, "general_manager"))),
    "collective-detail": about_entry(reads=True),
    "collective-change": about_entry(),
    "collective-start": about_entry("collective-idea"),
    "collective-end": about_entry("collective-idea"),
    "cluster-plan-list": Row(expected=allow((*WRITERS, "general_manager"))),
    "cluster-plan": about_plan("cluster-of-team", reads=True),
    "cluster-plan-vision": about_plan("cluster-of-team"),
    "cluster-goal-new": about_plan("cluster-of-team"),
    "cluster-goal-change": about_plan("cluster-goal"),
    "cluster-goal-progress": about_plan("cluster-goal"),
    "dashboard-collective": Row(expected=allow((*MANAGERS, "general_manager"))),
    "collective-time": Row(expected=allow((*MANAGERS, "general_manager"))),
}
