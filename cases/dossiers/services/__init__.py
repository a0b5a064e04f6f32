"""Index of the acts on dossiers."""

from cases.dossiers.services.closing import close_file
from cases.dossiers.services.directing import add_colleague, end_colleague, transfer_direction
from cases.dossiers.services.opening import open_file
from cases.dossiers.services.writing import (
    add_question,
    close_question,
    write_note,
    write_safety,
)

__all__ = [
    "add_colleague",
    "add_question",
    "close_file",
    "close_question",
    "end_colleague",
    "open_file",
    "transfer_direction",
    "write_note",
    "write_safety",
]
