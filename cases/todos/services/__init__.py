"""Index of the acts on tasks."""

from cases.todos.services.assigning import assign_task, give_task
from cases.todos.services.changing import hand_task, move_task
from cases.todos.services.ending import drop_task, finish_task
from cases.todos.services.reminding import pass_on_tasks, remind_of_tasks
from cases.todos.services.writing import add_task

__all__ = [
    "add_task",
    "assign_task",
    "drop_task",
    "finish_task",
    "give_task",
    "hand_task",
    "move_task",
    "pass_on_tasks",
    "remind_of_tasks",
]
