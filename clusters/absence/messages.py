"""Absence as a calendar file: busy, and nothing about why (AF-14)."""

from collections.abc import Iterable
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from icalendar import Calendar, Event

from clusters.absence.models import Absence, DayHalf
from common.deadlines import ONE_DAY

PARTS = {DayHalf.MORNING: " (ochtend)", DayHalf.AFTERNOON: " (middag)"}


def calendar_file(absences: Iterable[Absence], *, with_names: bool, at: datetime) -> bytes:
    """All-day events (RFC 5545): "Afwezig", with the name when it is about more people.

    A calendar is read on telephones and shared with others, so it never says the kind.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Wijkteams//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for absence in absences:
        calendar.add_component(_event(absence, with_names, at))
    made: bytes = calendar.to_ical()
    return made


def _event(absence: Absence, with_names: bool, at: datetime) -> Event:
    name = f": {absence.employee}" if with_names else ""
    event = Event()
    event.add("uid", f"{absence.uuid}@{urlsplit(settings.SITE_URL).hostname or 'localhost'}")
    event.add("dtstamp", at)
    event.add("dtstart", absence.first_day)
    event.add("dtend", absence.last_day + ONE_DAY)  # the first day that is free again
    event.add("sequence", absence.version)
    event.add("summary", f"Afwezig{name}{PARTS.get(DayHalf(absence.half), '')}")
    event.add("transp", "OPAQUE")
    event.add("class", "PRIVATE")
    return event
