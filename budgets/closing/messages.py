"""What employees are told about the closing of a year; no amount and no name."""

from budgets.closing.models import YearClosing


def closed_text(closing: YearClosing) -> str:
    """For who asked it and for who checks."""
    return f"{closing} is afgesloten. De jaarrekening staat klaar."


def failed_text(closing: YearClosing) -> str:
    """For the same people; there is nothing half done."""
    return f"Het afsluiten van {closing} is niet gelukt. Er is niets veranderd."
