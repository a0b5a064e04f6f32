"""The matrix of the signals (SG-3, SG-12): the contact centre, SST and Wmo-team have none."""

from tests.permissions.rows import MANAGERS, STEERERS, TEAM, Row, about_signal, allow

MINE = ("handler",)
WRITERS = ("team_worker", "handler", "outsider_worker")
COUNTERS = (*MANAGERS, "general_manager", "steering_group", "commissioner")

SIGNAL_ROWS: dict[str, Row] = {
    "signal-list": Row(expected=allow((*TEAM, "outsider_worker", "outsider_manager"))),
    "signal-new": Row(expected=allow(WRITERS)),
    "signal-trend": Row(expected=allow(COUNTERS)),
    "signal-detail": about_signal(TEAM),
    "signal-take": about_signal(("team_worker", "handler"), method="post", status=302),
    "signal-hand": about_signal(STEERERS, "signal-taken"),
    "signal-move": about_signal(STEERERS, "signal-taken"),
    "signal-attempt": about_signal(MINE, "signal-taken"),
    "signal-clear": about_signal(MINE, "signal-taken"),
    "signal-end": about_signal(MINE, "signal-taken"),
    "signal-newcomer": about_signal(MINE, "signal-cleared"),
    "signal-link": about_signal(MINE, "signal-cleared"),
}
