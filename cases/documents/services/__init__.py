"""Index of the acts on documents."""

from cases.documents.services.adding import add_document
from cases.documents.services.settling import note_missing, settle_scan
from cases.documents.services.withdrawing import withdraw_document

__all__ = ["add_document", "note_missing", "settle_scan", "withdraw_document"]
