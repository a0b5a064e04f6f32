"""The work process as an application, with its name on screen."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """The rooms of the work process."""

    name = "cases"
    verbose_name = "werkproces"

    def ready(self) -> None:
        """Let the upper rooms hear what the lower ones do."""
        from cases.decisions import unfinished  # noqa: F401, PLC0415 - models are there now
        from cases.decisions.services import filing  # noqa: F401, PLC0415
