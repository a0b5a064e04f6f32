"""Which lines a list is about, with how many there are; a count and its list choose alike."""

from typing import Any

from django.db.models import Count, Q, QuerySet

from budgets.bank.lifecycle import LineState
from budgets.bank.models import BankLine
from clusters.models import User

FIRST = "zonder"
TABS = {
    FIRST: "Zonder koppeling",
    "gekoppeld": "Gekoppeld",
    "opzij": "Opzij gelegd",
    "af": "Afgeschreven",
}
CHOSEN = {
    FIRST: Q(is_incoming=True, state=LineState.OPEN),
    "gekoppeld": Q(state=LineState.MATCHED),
    "opzij": Q(state=LineState.SET_ASIDE),
    "af": Q(is_incoming=False, state=LineState.OPEN),
}
PROPOSED = (FIRST, "af")
"""In these lists somebody has something to do, so the oldest stands first."""


def lines_of(user: User, choice: str) -> QuerySet[BankLine]:
    """The lines of one list."""
    return BankLine.objects.visible_to(user).filter(CHOSEN[choice])


def counted(user: User) -> dict[str, str]:
    """The lists with how many lines each has; one query."""
    counts: dict[str, Any] = {code: Count("pk", filter=chosen) for code, chosen in CHOSEN.items()}
    found = BankLine.objects.visible_to(user).order_by().aggregate(**counts)
    return {code: f"{label} ({found[code]})" for code, label in TABS.items()}
