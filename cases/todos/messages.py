"""What a notice about a task says: when and by whom, never what or about whom (design 6)."""

from cases.todos.models import Task
from clusters.models import User
from common.templatetags.screen import deadline


def reminder_text(task: Task) -> str:
    """For the owner, on the morning that was asked for."""
    return f"Herinnering: een taak in dossier {task.file} is voor {deadline(task.due_on)}."


def asked_text(task: Task, by: User) -> str:
    """For who gets a task of a colleague."""
    return f"{by} gaf u een taak in dossier {task.file}, voor {deadline(task.due_on)}."


def inherited_text(task: Task, before: User) -> str:
    """For who gets it, when the owner no longer works in the dossier."""
    return f"{before} werkt niet meer mee in dossier {task.file}. Een taak staat nu bij u."
