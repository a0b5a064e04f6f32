"""The work process as an application, with its name on screen."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """The rooms of the work process."""

    name = "cases"
    verbose_name = "werkproces"

    def ready(self) -> None:
        """Let the rooms hear of each other: who listens above, and who makes which paper."""
        from cases.decisions import unfinished  # noqa: F401, PLC0415 - models are there now
        from cases.decisions.services import filing  # noqa: F401, PLC0415
        from cases.makers import MAKERS  # noqa: PLC0415
        from cases.papers.making import register  # noqa: PLC0415

        register(MAKERS)
