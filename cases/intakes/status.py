"""How it stands with a melding, in one phrase with the day to expect (STA-1); pure.

The KCC reads it to a caller and the confirmation says it in writing: the same words, so that a
resident hears on the phone what stands in the letter.
"""

from datetime import date

from cases.intakes.lifecycle import NotificationState
from common.dutch_dates import letter_date

OVERDUE = (
    "Ons onderzoek is nog niet klaar, en dat had wel gemoeten. U mag nu meteen een aanvraag doen."
)


def phrase_of(state: str, due_on: date, day: date) -> str:
    """Received, being investigated, or too late; ``due_on`` is the last day of the six weeks."""
    until = letter_date(due_on)
    if state == NotificationState.RECEIVED:
        return f"Uw melding is bij ons binnen. Uiterlijk {until} is ons onderzoek klaar."
    if due_on >= day:
        return f"Wij bekijken samen met u wat nodig is. Dat is uiterlijk {until} klaar."
    return OVERDUE
