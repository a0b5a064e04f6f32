"""Index of the acts of bank lines."""

from budgets.bank.services.emptying import empty_old_lines
from budgets.bank.services.importing import register_bank_file
from budgets.bank.services.matching import match_line, undo_match
from budgets.bank.services.setting_aside import set_line_aside, take_line_back

__all__ = [
    "empty_old_lines",
    "match_line",
    "register_bank_file",
    "set_line_aside",
    "take_line_back",
    "undo_match",
]
