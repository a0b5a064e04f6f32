"""The matrix of what hangs in a dossier: tasks, documents; and the waakvlam (security 3.3 row 6).

The team and its manager know the dossier and get 403; for everybody else it does not exist.
"""

from tests.permissions.rows import TEAM, WORKERS, Row, about_card, about_file, about_waakvlam, allow

MINE = ("handler",)

FILE_ROWS: dict[str, Row] = {
    "task-list": about_file(MINE),
    "task-panel": about_file(MINE),
    "task-new": about_file(MINE),
    "task-finish": about_file(MINE, "file-task"),
    "task-drop": about_file(MINE, "file-task"),
    "task-hand": about_file(MINE, "file-task"),
    "task-assign": about_file(("handler", "team_manager"), "file-task-unowned"),
    "task-move": about_file(MINE, "file-task"),
    "document-list": about_file(MINE),
    "document-panel": about_file(MINE),
    "document-new": about_file(MINE),
    "document-open": about_file(MINE, "file-document"),
    "document-withdraw": about_file(MINE, "file-document"),
    # --- waakvlam (WK-4): the team knows that it is there; owner and deputy keep it
    "waakvlam-list": Row(expected=allow((*TEAM, "outsider_worker", "outsider_manager"))),
    "waakvlam-panel": about_card(WORKERS),
    "waakvlam-start": about_card(WORKERS),
    "waakvlam-of-file": about_file(MINE),
    "waakvlam-detail": about_waakvlam(TEAM),
    "waakvlam-contact": about_waakvlam(WORKERS),
    "waakvlam-move": about_waakvlam(WORKERS),
    "waakvlam-renew": about_waakvlam(WORKERS),
    "waakvlam-end": about_waakvlam(WORKERS),
    "waakvlam-transfer": about_waakvlam(("handler", "team_manager")),
}
