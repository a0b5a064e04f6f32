"""Days as they are said in a Dutch sentence, whatever language is active."""

from datetime import date

WEEKDAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


def day_month(day: date) -> str:
    """Within a sentence: 5 mei."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def full_date(day: date) -> str:
    """In full: wo 6 mei 2026."""
    return f"{WEEKDAYS[day.weekday()]} {day_month(day)} {day.year}"
