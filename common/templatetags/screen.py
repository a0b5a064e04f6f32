"""How values read on a Dutch screen: dates, terms, money, telephone numbers and badges.

A template builtin: every template has these without ``{% load %}``. An empty value reads as an
empty text, so that a page needs no ``{% if %}`` around a filter.
"""

import re
from datetime import date, datetime
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

import phonenumbers
from django import template
from django.http import HttpRequest
from django.urls import get_urlconf, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from phonenumbers import NumberParseException, PhoneNumberFormat

from common.dutch_dates import DAYS, MONTHS

register = template.Library()

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NUMBER_GAP = 987_654_321
DUTCH_MOBILE = re.compile(r"\+316[1-58]\d{7}")
HARD_SPACE = "\N{NO-BREAK SPACE}"
DUTCH_POSTCODE_LENGTH = 6

ICONS = {
    "neutral": '<circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" stroke-width="2"/>',
    "info": '<path fill="currentColor" fill-rule="evenodd" '
    'd="M8 1a7 7 0 1 0 0 14A7 7 0 1 0 8 1zM7 3.5h2v2H7zM7 7h2v5.5H7z"/>',
    "ok": '<path d="m2.5 8.5 3.5 4 7.5-9" fill="none" stroke="currentColor" stroke-width="2.5"/>',
    "warning": '<path d="M8 1.5 15.5 14.5H.5z" fill="none" stroke="currentColor" '
    'stroke-linejoin="round" stroke-width="1.5"/><path d="M8 6v4m0 1.3V13" '
    'stroke="currentColor" stroke-width="1.8"/>',
    "late": '<circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="2"/>'
    '<path d="M8 4v4.5l3 1.5" fill="none" stroke="currentColor" stroke-width="1.8"/>',
    "far_late": '<path fill="currentColor" fill-rule="evenodd" '
    'd="M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5zM7 3.5h2V9H7zM7 10.5h2v2H7z"/>',
}
"""One shape per kind of message, so that nobody has to see the colour (design 9)."""


def _icon(kind: str) -> SafeString:
    """A drawing from our own table above; nothing a person typed can be in it."""
    return mark_safe(  # noqa: S308
        f'<svg class="wt-icon" viewBox="0 0 16 16" aria-hidden="true">{ICONS[kind]}</svg>'
    )


ICON_HTML = {kind: _icon(kind) for kind in ICONS}


def _local(value: date | datetime) -> date | datetime:
    """The moment on the clock of Amsterdam; a date stays a date."""
    return value.astimezone(AMSTERDAM) if isinstance(value, datetime) else value


@register.filter
def deadline(value: date | datetime | None) -> str:
    """A term as people say it: "wo 25 november 17:00", with the year when it is another year."""
    if not value:
        return ""
    local = _local(value)
    text = f"{DAYS[local.weekday()]} {local.day} {MONTHS[local.month - 1]}"
    if local.year != timezone.localdate(timezone=AMSTERDAM).year:
        text += f" {local.year}"
    return f"{text} {local:%H:%M}" if isinstance(local, datetime) else text


@register.filter
def dutch_date(value: date | datetime | None) -> str:
    """A date as dd-mm-jjjj."""
    return f"{_local(value):%d-%m-%Y}" if value else ""


@register.filter
def dutch_datetime(value: datetime | None) -> str:
    """A moment as dd-mm-jjjj uu:mm."""
    return f"{_local(value):%d-%m-%Y %H:%M}" if value else ""


@register.filter
def clock(value: datetime | None) -> str:
    """Only the time of a moment: "14:32"."""
    return f"{_local(value):%H:%M}" if value else ""


@register.filter
def euro(cents: int | None) -> str:
    """Whole cents as an amount that does not break off: "€ 1.234,56" (with a hard space)."""
    if cents is None:
        return ""
    euros, rest = divmod(abs(cents), 100)
    sign = "-" if cents < 0 else ""
    return f"€{HARD_SPACE}{sign}{euros:,}".replace(",", ".") + f",{rest:02d}"


@register.filter
def phone(value: str | None) -> str:
    """A stored number as one dials it here; abroad with the country code; else as it came."""
    if not value:
        return ""
    if DUTCH_MOBILE.fullmatch(value):
        return f"06 {value[4:]}"  # what the library says of it, without fifty times the work
    try:
        number = phonenumbers.parse(value, "NL")
    except NumberParseException:
        return value
    here = number.country_code == phonenumbers.country_code_for_region("NL")
    style = PhoneNumberFormat.NATIONAL if here else PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(number, style)


@register.filter
def postcode(value: str | None) -> str:
    """A postcode with its space: "1315AA" reads as "1315 AA"; anything else stays as it is."""
    if not value:
        return ""
    bare = value.replace(" ", "").upper()
    if len(bare) != DUTCH_POSTCODE_LENGTH or not (bare[:4].isdigit() and bare[4:].isalpha()):
        return value
    return f"{bare[:4]} {bare[4:]}"


@register.filter
def prose(request: HttpRequest | None) -> list[str]:
    """What somebody wrote in the form that was refused: texts of more than one word, no choices.

    A number, a password or a code has no space in it and does not come back.
    """
    if request is None or request.method != "POST":
        return []
    texts = [text.strip() for name in request.POST for text in request.POST.getlist(name)]
    return [text for text in texts if len(text.split()) > 1]


@register.simple_tag
def address(name: str, number: int) -> str:
    """The address of a page about one record, as ``{% url name number %}``.

    Worked out once per name: a list of fifty rows asks for a hundred of them.
    """
    return _address_of(name, get_urlconf()).format(int(number))


@cache
def _address_of(name: str, urlconf: str | None) -> str:
    """The address with a gap where the number goes."""
    return reverse(name, urlconf=urlconf, args=[NUMBER_GAP]).replace(str(NUMBER_GAP), "{}")


@register.simple_tag
def icon(kind: str) -> SafeString:
    """The shape of a kind of message; the words stand beside it."""
    return ICON_HTML[kind]


@register.simple_tag
@lru_cache(maxsize=512)
def badge(kind: str, text: str) -> SafeString:
    """A status as text, shape and colour; kinds are the keys of ``ICONS``.

    Kept, because a list says the same few things ("nog 3 uur") fifty times.
    """
    return format_html(
        '<span class="utrecht-status-badge wt-badge wt-badge--{}">{}{}</span>',
        kind,
        ICON_HTML[kind],
        text,
    )
