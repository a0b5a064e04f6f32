"""Starts what listens: the check of the keys and the heartbeat of the worker."""

from django.apps import AppConfig


class ClustersConfig(AppConfig):
    """Who we are."""

    name = "clusters"
    verbose_name = "organisatie"

    def ready(self) -> None:
        """Connect; models are loaded now."""
        from clusters.absence import telling  # noqa: F401, PLC0415  registers on import
        from clusters.cover import reach  # noqa: F401, PLC0415  registers on import
        from clusters.login import checks  # noqa: F401, PLC0415  checks register on import
        from clusters.operations import heartbeat  # noqa: F401, PLC0415  listens on import
