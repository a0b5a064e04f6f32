"""The work process as an application, with its name on screen."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """The rooms of the work process."""

    name = "cases"
    verbose_name = "werkproces"

    def ready(self) -> None:
        """Let upper rooms say what keeps a dossier open; models are loaded now."""
        from cases.plans import unfinished  # noqa: F401, PLC0415  adds its check on import
