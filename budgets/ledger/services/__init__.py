"""Index of the acts of the ledger."""

from budgets.ledger.services.carrying import Carry, Tell, carry_over
from budgets.ledger.services.posting import Posting, post_entry, reverse_entry
from budgets.ledger.services.pots import move_between_pots, open_pot

__all__ = [
    "Carry",
    "Posting",
    "Tell",
    "carry_over",
    "move_between_pots",
    "open_pot",
    "post_entry",
    "reverse_entry",
]
