"""A second calendar, day by day and without arithmetic, to hold ``common.legal_terms`` against.

It shares no line with our own: the holidays come from the ``holidays`` package, and a term is
counted by crossing days off.
"""

from datetime import timedelta
from functools import cache

import holidays

TOMORROW = timedelta(days=1)


@cache
def listed(year):
    """The holidays of one year, with Good Friday and 5 May, which the package calls optional."""
    return set(holidays.country_holidays("NL", years=year, categories=("public", "optional")))


def is_free(day, decree_days):
    """Saturday, Sunday, holiday or a day by decree."""
    return day.strftime("%a") in {"Sat", "Sun"} or day in listed(day.year) or day in decree_days


def crossed_off(event, count, letter, paused):
    """The last day of the term before the Algemene termijnenwet, each paused day made up for."""
    if letter in "mj":
        return paused_later(event, same_number(event, count * (12 if letter == "j" else 1)), paused)
    left = {"u": count // 24, "d": count, "w": count * 7}[letter]
    day = event
    while left:
        day += TOMORROW
        if day not in paused:
            left -= 1
    return day


def same_number(event, months):
    """Walk on while the day is in an earlier month, or in the right one with no higher number."""
    day, passed = event, 0
    while True:
        following = day + TOMORROW
        crossed = passed + (following.month != day.month)
        if crossed > months or (crossed == months and following.day > event.day):
            return day
        day, passed = following, crossed


def paused_later(event, end, paused):
    """As many unpaused days as there are days up to ``end``."""
    left, day = len(days_after(event, end)), event
    while left:
        day += TOMORROW
        left -= day not in paused
    return day


def days_after(event, end):
    """Every day after ``event`` up to and including ``end``."""
    found = []
    while event < end:
        event += TOMORROW
        found.append(event)
    return found


def slow_end(event, count, letter, decree_days=frozenset(), paused=frozenset()):
    """The legal end: the first day that closes the term and satisfies art. 1 and art. 2."""
    end = crossed_off(event, count, letter, paused)
    most = {"u": 0, "d": 90, "w": 12, "m": 3, "j": 0}[letter]
    if count > most:
        return end
    two_needed = letter != "d" or count >= 3
    while True:
        working = [
            day
            for day in days_after(event, end)
            if not is_free(day, decree_days) and day not in paused
        ]
        ends_well = end in working
        if ends_well and (len(working) >= 2 or not two_needed):
            return end
        end += TOMORROW


def paused_days(pairs):
    """The days between the two of each pair, both not included."""
    return {day for asked, resumes in pairs for day in days_after(asked, resumes) if day < resumes}
