"""The maatwerkbudget as an application, with its name on screen."""

from importlib import import_module

from django.apps import AppConfig

REGISTERING = (
    "budgets.requests.unfinished",
    "budgets.requests.lines",
    "budgets.closing.papers",
    "budgets.bank.uploading",
    "budgets.demo",
    "budgets.demo_joint",
    "budgets.demo_bank",
)
"""What a room tells the rooms below it, which do not know it: loaded once at the start."""


class BudgetsConfig(AppConfig):
    """The rooms of the maatwerkbudget."""

    name = "budgets"
    verbose_name = "maatwerkbudget"

    def ready(self) -> None:
        """Let the rooms say it; the models are there now."""
        for module in REGISTERING:
            import_module(module)
