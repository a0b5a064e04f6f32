"""The matrix of saved views (VM-3): everybody with lists keeps their own, and nobody else's."""

from tests.permissions.rows import DESKS, HANDLERS, MANAGERS, Row, allow

KEEPERS = (*HANDLERS, *DESKS, "general_manager")
VIEW_ROWS: dict[str, Row] = {
    "dashboard-asks": Row(expected=allow((*MANAGERS, "general_manager"))),
    "saved-views": Row(expected=allow(KEEPERS)),
    "view-new": Row(expected=allow(KEEPERS, 404)),
    "weekly-choose": Row("post", expected=allow((*MANAGERS, "general_manager"), 302)),
    "view-remove": Row("post", "saved-view", otherwise=404, expected={"handler": 302}),
}
