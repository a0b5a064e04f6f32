"""What leaves this room in words or as a file: no name, no address, no question (design 6)."""

from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from icalendar import Calendar, Event

from cases.talks.lifecycle import TalkState
from cases.talks.models import KitchenTableTalk, Place
from common.templatetags.screen import deadline

PUBLIC_PLACES = (Place.CENTRE, Place.PHONE)
"""Places that say nothing about where somebody lives."""


def reminder_text(talk: KitchenTableTalk) -> str:
    """When the talk is; who it is with stands behind the notice."""
    return f"U heeft een keukentafelgesprek op {deadline(talk.starts_at)}."


def calendar_file(talk: KitchenTableTalk) -> bytes:
    """The appointment for the calendar of an employee (RFC 5545): a moment and a link to the file.

    A calendar is read on telephones and shared with others, so it says nobody's name and no place
    where somebody lives.
    """
    event = Event()
    event.add("uid", f"{talk.uuid}@{urlsplit(settings.SITE_URL).hostname or 'localhost'}")
    event.add("dtstamp", talk.planned_at)
    event.add("dtstart", talk.starts_at)
    event.add("dtend", talk.ends_at)
    event.add("sequence", talk.version)
    event.add("summary", "Keukentafelgesprek")
    event.add("url", settings.SITE_URL + reverse("talk-detail", args=[talk.pk]))
    event.add("status", "CANCELLED" if talk.state == TalkState.CANCELLED else "CONFIRMED")
    event.add("class", "PRIVATE")
    if talk.place in PUBLIC_PLACES:
        event.add("location", talk.get_place_display())
    calendar = Calendar()
    calendar.add("prodid", "-//Wijkteams//NL")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    made: bytes = calendar.to_ical()
    return made
