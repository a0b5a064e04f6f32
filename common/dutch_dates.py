"""Days as they are said in a Dutch sentence, whatever language is active."""

from datetime import date

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
DAYS = tuple(name[:2] for name in WEEKDAYS)
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
    return f"{DAYS[day.weekday()]} {day_month(day)} {day.year}"


def letter_date(day: date) -> str:
    """As a letter writes it: maandag 4 januari 2027."""
    return f"{WEEKDAYS[day.weekday()]} {day_month(day)} {day.year}"
