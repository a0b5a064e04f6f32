"""Index of the acts on dossiers."""

from cases.dossiers.services.characterising import characterise_file
from cases.dossiers.services.closing import close_file
from cases.dossiers.services.directing import (
    add_colleague,
    end_colleague,
    transfer_direction,
)
from cases.dossiers.services.elsewhere import create_earlier_lines, note_elsewhere
from cases.dossiers.services.leaving import remind_of_left_files
from cases.dossiers.services.looking import create_look
from cases.dossiers.services.opening import open_file
from cases.dossiers.services.relating import relate_files, unrelate_files
from cases.dossiers.services.writing import (
    add_question,
    close_question,
    write_note,
    write_safety,
)

__all__ = [
    "add_colleague",
    "add_question",
    "characterise_file",
    "close_file",
    "close_question",
    "create_earlier_lines",
    "create_look",
    "end_colleague",
    "note_elsewhere",
    "open_file",
    "relate_files",
    "remind_of_left_files",
    "transfer_direction",
    "unrelate_files",
    "write_note",
    "write_safety",
]
