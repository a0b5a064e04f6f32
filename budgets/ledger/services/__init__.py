"""Index of the acts of the ledger."""

from budgets.ledger.services.posting import Posting, post_entry, reverse_entry
from budgets.ledger.services.pots import move_between_pots, open_pot

__all__ = ["Posting", "move_between_pots", "open_pot", "post_entry", "reverse_entry"]
