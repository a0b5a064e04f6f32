"""The work process as an application, with its name on screen."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """The rooms of the work process."""

    name = "cases"
    verbose_name = "werkproces"

    def ready(self) -> None:
        """Let the worker know how the rooms make their papers."""
        from cases.makers import MAKERS  # noqa: PLC0415 - needs the models
        from cases.papers.making import register  # noqa: PLC0415

        register(MAKERS)
