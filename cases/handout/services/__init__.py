"""Index of the acts of handing out."""

from cases.handout.services.handing import hand_out
from cases.handout.services.sweeping import empty_old_hand_outs
from cases.handout.services.undoing import undo_hand_out

__all__ = ["empty_old_hand_outs", "hand_out", "undo_hand_out"]
