"""The words of a reminder: which request and when, never who or what about."""

from datetime import UTC, datetime

import pytest
import time_machine

from cases.callbacks.messages import reminder_text
from cases.callbacks.models import ReminderKind
from cases.models import CallbackRequest

SUMMER = CallbackRequest(
    pk=7, urgency="normaal", due_at=datetime(2026, 7, 1, 15, tzinfo=UTC), question="kanarie"
)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (
            "before",
            "Terugbelverzoek TB-000007 (normaal) moet uiterlijk wo 1 juli 17:00 gebeld zijn.",
        ),
        (
            "term",
            "Terugbelverzoek TB-000007 (normaal) is te laat: de termijn was wo 1 juli 17:00.",
        ),
        (
            "twice",
            "Terugbelverzoek TB-000007 (normaal) is veel te laat: twee keer de termijn is voorbij.",
        ),
        (
            "pause",
            "Het wachten op de inwoner is voorbij voor TB-000007: bel uiterlijk wo 1 juli 17:00.",
        ),
    ],
)
@time_machine.travel(datetime(2026, 6, 30, 8, tzinfo=UTC))
def test_reminder_text(kind, text):
    assert reminder_text(SUMMER, kind) == text


def test_every_kind_of_reminder_has_its_words():
    texts = [reminder_text(SUMMER, kind) for kind in ReminderKind.values]

    assert len(set(texts)) == len(ReminderKind.values)
    assert not [text for text in texts if "kanarie" in text]
