"""Starts the listeners for signing in and out."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """The audit trail."""

    name = "audit"
    verbose_name = "logboek"

    def ready(self) -> None:
        """Connect the listeners; models are loaded now."""
        from audit import signals  # noqa: F401, PLC0415  listeners connect on import
