"""Open tasks keep a dossier open (TK-7, DS-6); only reads."""

from cases.dossiers.models import ResidentFile
from cases.dossiers.unfinished import also
from common.templatetags.screen import deadline


@also
def open_tasks(file: ResidentFile) -> list[str]:
    """Each one by whose it is and for when; one query."""
    tasks = file.tasks.open().select_related("owner").order_by("due_at", "pk")
    return [f"een {task} voor {deadline(task.due_on)}" for task in tasks]
