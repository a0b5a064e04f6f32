"""Index of the acts on an extract."""

from cases.brp.services.importing import Count, register_extract, register_people

__all__ = ["Count", "register_extract", "register_people"]
