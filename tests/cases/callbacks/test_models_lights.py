"""The traffic light in words, and the sentence the contact centre reads aloud."""

from datetime import datetime, time, timedelta

import pytest

from cases.callbacks.models.lights import Light, light_of
from cases.callbacks.models.status import status_line
from cases.models import CallbackRequest
from common.deadlines import AMSTERDAM, WorkCalendar
from tests.factories.cases import MONDAY, CallbackFactory

CALENDAR = WorkCalendar({weekday: (time(8, 30), time(17)) for weekday in range(5)})


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    ("now", "due", "kind", "text"),
    [
        ("2026-11-23 10:00", "2026-11-23 15:00", "warning", "nog 5 uur"),
        ("2026-11-23 10:00", "2026-11-23 10:59", "warning", "nog 59 minuten"),
        ("2026-11-23 10:00", "2026-11-23 10:01", "warning", "nog 1 minuut"),
        ("2026-11-23 10:00", "2026-11-23 10:00", "warning", "loopt nu af"),
        ("2026-11-23 10:00", "2026-11-24 17:00", "ok", "nog 1 werkdag"),
        ("2026-11-23 10:00", "2026-11-26 17:00", "ok", "nog 3 werkdagen"),
        ("2026-11-27 16:30", "2026-11-30 10:00", "warning", "nog 2 uur"),  # over a weekend
        ("2026-11-23 10:00", "2026-11-23 09:00", "late", "1 uur te laat"),
        ("2026-11-24 09:00", "2026-11-23 17:00", "late", "30 minuten te laat"),
        ("2026-11-24 07:00", "2026-11-23 17:00", "late", "zojuist te laat"),  # nobody works yet
        ("2026-11-25 10:00", "2026-11-23 17:00", "far_late", "2 werkdagen te laat"),
        ("2026-11-24 17:00", "2026-11-23 17:00", "late", "1 werkdag te laat"),
        ("2027-11-23 10:00", "2026-11-23 10:00", "far_late", "meer dan 80 werkdagen te laat"),
    ],
)
def test_a_light_says_how_long_in_working_time(now, due, kind, text):
    callback = CallbackRequest(due_at=at(due), escalate_at=at(due) + timedelta(days=1))

    assert light_of(callback, at(now), CALENDAR) == Light(kind, text)


@pytest.mark.parametrize(
    ("state", "light"),
    [
        ("closed", Light("neutral", "Afgesloten")),
        ("paused", Light("info", "Wacht op inwoner")),
    ],
)
def test_who_waits_or_is_done_is_never_late(state, light):
    callback = CallbackRequest(state=state, due_at=MONDAY)

    assert light_of(callback, MONDAY + timedelta(days=9), CALENDAR) == light


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("made", "line"),
    [
        ({}, "Team Poort belt uiterlijk di 24 november 17:00."),
        (
            {"claimed": True},
            "Noor Bakker van Team Poort heeft dit opgepakt en belt uiterlijk di 24 november 17:00.",
        ),
        (
            {"claimed": True, "failed_attempts": 1},
            "Er is al geprobeerd te bellen. "
            "Noor Bakker van Team Poort heeft dit opgepakt en belt uiterlijk di 24 november 17:00.",
        ),
        (
            {"due_at": MONDAY - timedelta(hours=1)},
            "Het terugbellen is te laat; het team en de manager weten dit.",
        ),
        ({"paused": True}, "Het team wacht op bericht, tot do 26 november 10:00."),
        ({"closed": True}, "Dit is afgerond op ma 23 november 12:00."),
    ],
)
def test_the_contact_centre_reads_where_it_stands_and_nothing_about_the_content(
    made, line, time_machine
):
    time_machine.move_to(MONDAY, tick=False)
    callback = CallbackFactory(
        question="kanarie-vraag",
        outcome_note="kanarie-uitkomst",
        team__name="Team Poort",
        **made,
    )
    if callback.handler:
        callback.handler.first_name, callback.handler.last_name = "Noor", "Bakker"

    assert status_line(callback, MONDAY) == line
