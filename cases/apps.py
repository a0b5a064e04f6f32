"""The work process as an application, with its name on screen."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """The rooms of the work process."""

    name = "cases"
    verbose_name = "werkproces"

    def ready(self) -> None:
        """Let the rooms above the dossiers say what keeps one open (DS-6)."""
        import cases.matching.unfinished  # noqa: F401, PLC0415
