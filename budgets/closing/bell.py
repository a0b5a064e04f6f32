"""Rings the worker; the message says nothing, the rows know what there is to do."""

from celery import current_app

TASK = "budgets.closing.tasks.close_years"


def call_worker() -> None:
    """Ring the bell; without a broker the sweep of the next minute finds the work (design 6)."""
    current_app.send_task(TASK, retry=False)
