"""Index of the acts that let contacts out and in."""

from cases.exchange.services.exporting import ExportCount, Selection, create_export
from cases.exchange.services.importing import ImportCount, ImportRefused, register_import

__all__ = [
    "ExportCount",
    "ImportCount",
    "ImportRefused",
    "Selection",
    "create_export",
    "register_import",
]
