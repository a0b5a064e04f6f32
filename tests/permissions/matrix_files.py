"""The matrix of what hangs in a dossier: tasks and documents (security 3.3 row 6).

The team and its manager know the dossier and get 403; for everybody else it does not exist.
"""

from tests.permissions.rows import Row, about_file

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
}
