"""The work process as an application, with its name on screen."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """The rooms of the work process."""

    name = "cases"
    verbose_name = "werkproces"

    def ready(self) -> None:
        """Connect the listeners; models are loaded now."""
        from cases.dossiers import listening  # noqa: F401, PLC0415  listens on import
