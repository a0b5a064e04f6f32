"""The work process as an application, with its name on screen."""

from importlib import import_module

from django.apps import AppConfig

REGISTERING = (
    "cases.advice.unfinished",
    "cases.conferences.unfinished",
    "cases.dossiers.listening",
    "cases.decisions.starting",
    "cases.decisions.unfinished",
    "cases.handovers.unfinished",
    "cases.makers",
    "cases.matching.unfinished",
    "cases.minding",
    "cases.meldcode.listening",
    "cases.plans.unfinished",
    "cases.referrals.unfinished",
    "cases.feedback.unfinished",
    "cases.todos.unfinished",
    "cases.todos.inheriting",
    "cases.documents.uploading",
    "cases.documents.worker",
    "cases.workload.load",
    "cases.workload.remaining",
)
"""What a room tells the rooms below it, which do not know it: loaded once at the start."""


class CasesConfig(AppConfig):
    """The rooms of the work process."""

    name = "cases"
    verbose_name = "werkproces"

    def ready(self) -> None:
        """Let the rooms say it; the models are there now."""
        for module in REGISTERING:
            import_module(module)
