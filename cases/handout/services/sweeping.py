"""What was handed out is forgotten when its time is over (UD-9)."""

from datetime import datetime

from django.db import transaction

from cases.handout.models import HandOut


@transaction.atomic
def empty_old_hand_outs(*, at: datetime) -> int:
    """Delete what was handed out more than two years ago; returns how many.

    Rules: UD-9.
    Raises: nothing.
    Effects: rows, locked by ``select_for_update``, and their pieces are gone; what happened to
        a dossier stays on its line.
    """
    old = HandOut.objects.to_empty(at).select_for_update().order_by("pk")
    numbers = list(old.values_list("pk", flat=True))
    HandOut.objects.filter(pk__in=numbers).delete()
    return len(numbers)
