"""Rows of a city of any size, valid by every rule of the database, to measure on.

The history grows with the number of callbacks, evenly over ten years; the open work does not: a
team has about a hundred requests on its list in a city of any size, because that is what people
can carry. Every request was promised in a contact, and half as many contacts needed no request.
Reminders exist for open requests only (a closed one rings no more), one callback in fifty has an
audit line, and every closed one has its attempts and two steps.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from django.db import transaction

from audit.services import record
from cases.callbacks.services import Caller
from cases.demo.bulk import Loader, analyse, bare_tables, set_sequences
from cases.demo.cast import Cast
from cases.demo.people import create_people
from cases.demo.planning import SUBJECTS, URGENCIES
from cases.demo.residents import Residents, find_places
from cases.demo.rows import RequestRows, TableRow, Where, resident_row
from cases.demo.texts import Questions
from cases.demo.working_days import WorkingDays
from cases.models import (
    CallbackAttempt,
    CallbackReminder,
    CallbackRequest,
    CallbackStep,
    Contact,
    ContactQuestion,
    Resident,
)
from clusters.models import working_calendar
from common.deadlines import local_day

YEARS = 10
OPEN_PER_TEAM = 100
CHUNK = 10_000
AUDITED = 50  # one request in so many has a line in the trail
NAMES = 100_000  # different people; ten inhabitants share a name and a day of birth
ANSWERED = 2  # one contact in which nothing had to be promised per so many requests
TABLES = (
    Resident,
    CallbackRequest,
    CallbackAttempt,
    CallbackStep,
    CallbackReminder,
    Contact,
    ContactQuestion,
)

Progress = Callable[[int], None]


@dataclass(frozen=True)
class Size:
    """How large the city is."""

    residents: int
    callbacks: int


def generate_city(*, size: Size, seed: int, now: datetime, progress: Progress) -> None:
    """Fill an empty database in chunks; ``progress`` hears after each how many rows came.

    Not one transaction: a million rows of deferred checks do not fit in one. When it is
    interrupted, begin again with an empty database.
    """
    rng = Random(seed)  # noqa: S311 - a repeatable city, no secret
    with transaction.atomic():
        create_people()
    loader = Loader(*TABLES)
    with bare_tables(*TABLES):
        callers = _callers(min(size.residents, NAMES), rng, now)
        for number in range(1, size.residents + 1):
            loader.add(Resident, resident_row(number, callers[number % len(callers)], now))
            _flush_each(number, size.residents, loader, progress)
        history = _History(size, rng, now, [caller.name for caller in callers])
        for number in history.write(loader):
            if _flush_each(number, size.callbacks, loader, progress):
                history.audit()
    set_sequences(*TABLES)
    analyse()


def _flush_each(number: int, total: int, loader: Loader, progress: Progress) -> bool:
    """Write after every chunk and at the end; True when written."""
    if number % CHUNK and number != total:
        return False
    loader.flush()
    progress(number % CHUNK or CHUNK)
    return True


def _callers(count: int, rng: Random, now: datetime) -> list[Caller]:
    """People with an address in the city."""
    residents = Residents(rng, local_day(now))
    places = [place for place in find_places(local_day(now)) if place.pc4s]
    return [residents.caller(places)[0] for _ in range(count)]


class _History:
    """The requests of ten years, oldest first, and the open work at the end."""

    def __init__(self, size: Size, rng: Random, now: datetime, names: list[str]) -> None:
        self.size, self.rng, self.now, self.names = size, rng, now, names
        begin = now - timedelta(days=round(YEARS * 365.25))
        self.days = WorkingDays(working_calendar(), begin, now)
        self.cast = Cast(local_day(now))
        self.wheres = self._find_wheres()
        self.rows = RequestRows(rng, now, self.days, self.cast, Questions())
        self.unaudited: list[CallbackRequest] = []

    def write(self, loader: Loader) -> Iterator[int]:
        """Add the rows of one request after the other; yields its number."""
        per_team = min(OPEN_PER_TEAM, self.size.callbacks // (2 * len(self.wheres)))
        closed = self.size.callbacks - per_team * len(self.wheres)
        last_day = self.days.today - 6  # the slowest is closed six working days later
        for number in range(1, self.size.callbacks + 1):
            resident = 1 + (number * 7_919) % self.size.residents
            day = min((number - 1) * last_day // closed, self.days.today - 1)
            for table, row in self._request(number, resident, day if number <= closed else None):
                loader.add(table, row)
            if number % ANSWERED == 0:
                for table, row in self.rows.answered(self._kind(), day):
                    loader.add(table, row)
            if number % AUDITED == 0:
                self.unaudited.append(CallbackRequest(pk=number, resident_id=resident))
            yield number

    def _request(self, number: int, resident: int, day: int | None) -> Iterator[TableRow]:
        """A request that was closed on a day of the past, or an open one."""
        if day is not None:
            where = self.rng.choice(self.wheres)
            return self.rows.closed(number, resident, where, self._kind(), day)
        where, name = self.wheres[number % len(self.wheres)], self.names[resident % len(self.names)]
        return self.rows.open(number, resident, where, self._kind(), name)

    @transaction.atomic
    def audit(self) -> None:
        """Lines in the trail for a part of what was written."""
        if self.unaudited:
            record("callback.registered", *self.unaudited, by=self.cast.desk[0])
        self.unaudited.clear()

    def _kind(self) -> tuple[str, str]:
        """Subject and urgency."""
        rng = self.rng
        subject = rng.choices(list(SUBJECTS), list(SUBJECTS.values()))[0]
        return subject, rng.choices(list(URGENCIES), list(URGENCIES.values()))[0]

    def _find_wheres(self) -> list[Where]:
        """Every team with the places it serves; a team for the whole city serves all."""
        places = find_places(local_day(self.now))
        wheres = []
        for team in sorted(self.cast.teams.values(), key=lambda team: team.pk):
            mine = [one for one in places if team.cluster_id in (None, one.cluster_id)]
            wheres.append(Where(team.pk, tuple((p.neighbourhood.pk, p.cluster_id) for p in mine)))
        return wheres
