"""A dossier for every resident of the city, one of two thousand lines, with what is in them.

Made once per city with COPY, as the city itself: every dossier has a key of its own and every word
is sealed with it and bound to its row, exactly as the application does. That costs microseconds per
row; writing through the models would cost a hundred times that.
"""

import uuid
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from bench import beside, plans
from bench.one_dossier import MINE, MINUTE, Dossier, TableFacts, copied, sealed

COMPLEXITIES = ("single", "multiple", "single", "complex")
INVOLVEMENTS = ("help", "direction", "advice")

CHUNK, LONG = 20_000, 2_000
YEARS = timedelta(days=3650)
NOTE = "Gebeld met de inwoner. De post is samen geopend; er ligt geen aanmaning, één brief. "
ASKED = "Ik kom niet meer rond en ik weet niet waar ik moet beginnen."


def ensure_dossiers(membership: Any) -> dict[str, Any]:
    """Make them unless they are there; the numbers the addresses need, for this worker."""
    from cases.models import FileLine, ResidentFile  # noqa: PLC0415 - after setup

    if not ResidentFile.objects.exists():
        _open_all(membership)
    mine = ResidentFile.objects.filter(director_id=membership.user_id, state="open").order_by("pk")
    long = mine[0]
    if FileLine.objects.filter(file=long).count() < LONG:
        _lengthen(long)
    rows = FileLine.objects.filter(file=long).order_by("-at", "-pk")
    last = rows[rows.count() - 50 - 1]
    return {
        "long": long.pk,
        "files": [file.pk for file in mine[1:41]],
        "last_page": urlencode({"na": f"{last.at.isoformat()}_{last.pk}"}),
    }


def _open_all(membership: Any) -> None:
    """Chunks of residents, with COPY; indexes are made at the end."""
    from cases.demo.bulk import Loader, bare_tables, columns, set_sequences  # noqa: PLC0415
    from cases.models import CaseDirection, FileLine, HelpRequest, ResidentFile  # noqa: PLC0415

    tables = (ResidentFile, CaseDirection, HelpRequest, FileLine, *plans.tables(), *beside.tables())
    loader, names = Loader(*tables), {table: columns(table) for table in tables}
    kept = beside.Beside()
    with bare_tables(*tables):
        for number, one in enumerate(_dossiers(membership), start=1):
            for table, facts in rows_of(one, kept):
                loader.add(table, copied(names[table], facts))
            if number % CHUNK == 0:
                loader.flush()
        loader.flush()
    set_sequences(ResidentFile, CaseDirection, FileLine, plans.tables()[0], *beside.tables())


def _dossiers(membership: Any) -> Iterator[Dossier]:
    """One per resident; the first sixty are of our worker, the others of all in turn."""
    from django.utils import timezone  # noqa: PLC0415 - after setup

    from cases.models import LifeDomain, Resident  # noqa: PLC0415
    from clusters.models import Membership, Role  # noqa: PLC0415

    workers = Membership.objects.filter(role=Role.TEAM_WORKER).order_by("pk")
    people = list(workers.values_list("user_id", "team_id"))
    mine = (membership.user_id, membership.team_id)
    domain, now = LifeDomain.objects.in_use()[0].pk, timezone.now()
    count = Resident.objects.count()
    residents = Resident.objects.order_by("pk").values_list("pk", flat=True)
    for number, resident in enumerate(residents.iterator(CHUNK), start=1):
        director, team = mine if number <= MINE else people[number % len(people)]
        at = now - YEARS + YEARS * (number / count) - 60 * MINUTE
        yield Dossier(number, resident, team, director, domain, at, now)


def rows_of(one: Dossier, kept: beside.Beside) -> Iterator[TableFacts]:
    """One dossier: its key, who directs it, a question, three lines, and what else is in it."""
    from cases.models import CaseDirection, ResidentFile  # noqa: PLC0415
    from common.sealing import Envelope, new_data_key  # noqa: PLC0415

    name = uuid.uuid4()
    bound = f"cases_residentfile|data_key|{name}"
    key = new_data_key(bound_to=bound)
    envelope = Envelope(key, bound_to=bound)
    yield ResidentFile, _file(one) | {"uuid": name, "data_key": key}
    people = {"director_id": one.director, "by_id": one.director}
    yield CaseDirection, people | one.of(id=one.number, since=one.at, until=None)
    yield _question(one, envelope)
    yield from _lines(one, envelope)
    yield from plans.plan_rows(one, envelope)
    yield from kept.rows(one, envelope)


def _file(one: Dossier) -> dict[str, Any]:
    return {
        "id": one.number,
        "resident_id": one.resident,
        "team_id": one.team,
        "director_id": one.director,
        "state": "open" if one.is_open else "closed",
        "complexity": COMPLEXITIES[one.number % len(COMPLEXITIES)],
        "involvement": INVOLVEMENTS[one.number % len(INVOLVEMENTS)],
        "opened_at": one.at,
        "opened_by_id": one.director,
        "ended_at": one.ended_at,
        "touched_on": one.at.date(),
        "version": 1,
        "content": b"",
    }


def _question(one: Dossier, envelope: Any) -> TableFacts:
    """A question, with an outcome when the dossier is closed."""
    from cases.models import HelpRequest  # noqa: PLC0415

    name = one.question
    return HelpRequest, one.of(
        id=name,
        resident_id=one.resident,
        domain_id=one.domain,
        notification_id=None,
        asked_at=one.at,
        asked_by_id=one.director,
        content=sealed(envelope, f"cases_helprequest|content|{name}", ASKED),
        outcome="" if one.is_open else "network",
        ended_at=None if one.is_open else one.at,
        ended_by_id=None if one.is_open else one.director,
    )


def _lines(one: Dossier, envelope: Any) -> Iterator[TableFacts]:
    """The opening, a note, and something that happened elsewhere."""
    from cases.models import FileLine  # noqa: PLC0415

    note = uuid.uuid4()
    words = sealed(envelope, f"cases_fileline|content|{note}", NOTE)
    bare = one.of(resident_id=one.resident, by_id=one.director, person_id=None)
    bare |= {"question_id": None, "event": "", "ref": None, "content": b""}
    heard: dict[str, Any] = {"kind": "callback", "event": "callback.closed", "ref": one.number}
    told: tuple[dict[str, Any], ...]
    told = ({"kind": "opened"}, {"kind": "note", "uuid": note, "content": words}, heard)
    for place, own in enumerate(told):
        moment = {"id": 3 * one.number + place, "at": one.at + place * MINUTE}
        yield FileLine, {**bare, "uuid": uuid.uuid4(), **moment, **own}


def _lengthen(file: Any) -> None:
    """Two thousand notes in one dossier, a quarter of an hour apart."""
    from cases.models import FileLine  # noqa: PLC0415

    rows = []
    for number in range(LONG):
        line = FileLine(file=file, resident_id=file.resident_id, kind="note")
        line.at, line.by_id = file.opened_at + number * 15 * MINUTE, file.director_id
        line.keep(f"{NOTE * 4} Regel {number}.")
        rows.append(line)
    FileLine.objects.bulk_create(rows, batch_size=500)
