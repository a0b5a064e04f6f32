"""An aanvraag for every melding that was investigated: three hundred open ones, the others decided.

Made once per city with COPY, after the dossiers: every aanvraag has a key of its own. The open ones
are the newest, on the desks of our worker, of the team and of the Stadhuis; the history grows with
the city, and one in three of it was decided by the Stadhuis.
"""

import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from bench.objections import objections_to
from bench.one_dossier import DAY, TableFacts, copied, sealed

MINE, OF_TEAM, OF_HALL, OPEN_ONES = 12, 75, 150, 300
TO_REVIEW, HALL_SHARE, CHUNK = 900, 3, 20_000
WEEK = timedelta(weeks=1)
WHY = "De inwoner redt het niet alleen en er is niemand die het kan overnemen. " * 4
ASKED = "Een kopie van het huurcontract en de laatste drie bankafschriften."
LETTER = {
    "to": ["De inwoner"],
    "date": "maandag",
    "subject": "U krijgt de ondersteuning die u heeft aangevraagd",
    "sections": [{"title": "Waarom besluiten wij dit?", "paragraphs": [WHY] * 4}],
    "closing": ["Namens het college van burgemeester en wethouders"],
}


@dataclass(frozen=True, slots=True)
class Desks:
    """Who decides, and what can be granted."""

    worker: int
    team: int
    hall: int
    decider: int
    product: int
    provider: int


@dataclass(frozen=True, slots=True)
class Melding:
    """What an aanvraag rests on; ``file`` is the dossier of the same resident."""

    notification: int
    resident: int
    team: int
    handler: int
    at: datetime
    file: int


@dataclass(frozen=True, slots=True)
class Asked:
    """One aanvraag; the newest has number one."""

    number: int
    melding: Melding
    desks: Desks
    today: date

    @property
    def is_open(self) -> bool:
        """The open work does not grow with the city."""
        return self.number <= OPEN_ONES

    @property
    def desk(self) -> int:
        """The team that has it."""
        if self.is_open:
            limits = ((OF_TEAM, self.desks.team), (OF_HALL, self.desks.hall))
            return next((team for last, team in limits if self.number <= last), self.melding.team)
        return self.melding.team if self.number % HALL_SHARE else self.desks.hall

    @property
    def handler(self) -> int | None:
        """Our worker has the first ones; of the open ones of others every second waits."""
        if self.number <= MINE:
            return self.desks.worker
        if self.is_open:
            return self.desks.decider if self.number % 2 else None
        return self.melding.handler if self.number % HALL_SHARE else self.desks.decider

    @property
    def received_on(self) -> date:
        """In the last days, or when the melding was investigated."""
        if self.is_open:
            return self.today - (self.number % 13) * DAY
        return self.melding.at.date() + 4 * WEEK

    @property
    def sent_at(self) -> datetime:
        """When the letter went, of those that were decided."""
        return self.melding.at + 5 * WEEK


def ensure_applications(membership: Any) -> None:
    """Make them unless they are there."""
    from django.utils import timezone  # noqa: PLC0415 - after setup

    from cases.demo.bulk import Loader, bare_tables, columns, set_sequences  # noqa: PLC0415
    from cases.models import Application, Decision, Objection, Provision, TermPause  # noqa: PLC0415

    if Application.objects.exists():
        return
    tables = (Application, Decision, Provision, TermPause, Objection)
    loader, names = Loader(*tables), {table: columns(table) for table in tables}
    desks, today = _desks(membership), timezone.localdate()
    with bare_tables(*tables):
        for number, melding in enumerate(_meldingen(), start=1):
            for table, facts in rows_of(Asked(number, melding, desks, today)):
                loader.add(table, copied(names[table], facts))
            if number % CHUNK == 0:
                loader.flush()
        loader.flush()
    set_sequences(Application)


def _desks(membership: Any) -> Desks:
    from cases.models import Product, Provider  # noqa: PLC0415
    from clusters.models import Membership, Role  # noqa: PLC0415

    hall = Membership.objects.filter(role=Role.CITY_HALL_TEAM, team__isnull=False).order_by("pk")[0]
    product, provider = Product.objects.order_by("pk")[0], Provider.objects.order_by("pk")[0]
    people = (membership.user_id, membership.team_id, hall.team_id, hall.user_id)
    return Desks(*people, product.pk, provider.pk)


def _meldingen() -> Iterator[Melding]:
    """Those that were investigated with the dossier of their resident, the newest first."""
    from cases.models import WmoNotification  # noqa: PLC0415

    rows = WmoNotification.objects.filter(state="investigated", handler__isnull=False)
    names = ("pk", "resident_id", "team_id", "handler_id", "registered_at", "resident__files__pk")
    for row in rows.order_by("-pk").values_list(*names).iterator(CHUNK):
        yield Melding(*row)


def rows_of(one: Asked) -> Iterator[TableFacts]:
    """The aanvraag and what was written about it: of the open ones a draft of our worker."""
    from cases.models import Application  # noqa: PLC0415
    from common.sealing import Envelope, new_data_key  # noqa: PLC0415

    name = uuid.uuid4()
    bound = f"cases_application|data_key|{name}"
    key = new_data_key(bound_to=bound)
    yield Application, _application(one) | {"uuid": name, "data_key": key}
    envelope = Envelope(key, bound_to=bound)
    if one.number % 3 == 0:
        yield _pause(one, envelope)
    if one.number <= MINE or not one.is_open:
        decision = uuid.uuid4()
        yield _decision(one, envelope, decision)
        for _ in range(2 if one.is_open else 1):
            yield _provision(one, decision)
    if not one.is_open:
        yield from objections_to(one, envelope, one.number - OPEN_ONES)


def _application(one: Asked) -> dict[str, Any]:
    at, melding = one.melding.at + 4 * WEEK, one.melding
    later = ("second_id", "promised_on", "told_on", "noticed_on", "reminded_at", "warned_at")
    due = datetime.combine(one.received_on + 2 * WEEK + DAY, datetime.min.time(), at.tzinfo)
    return dict.fromkeys(later) | {
        "id": one.number,
        "resident_id": melding.resident,
        "notification_id": melding.notification,
        "report_id": None,
        "file_id": melding.file,
        "team_id": melding.team,
        "desk_id": one.desk,
        "handler_id": one.handler,
        "ground": "six_weeks",
        "revises_id": None,
        "revision_ground": "",
        "state": "open" if one.is_open else "sent",
        "received_on": one.received_on,
        "due_at": due,
        "registered_at": at,
        "registered_by_id": melding.handler,
        "ended_at": None if one.is_open else one.sent_at,
        "version": 1,
    }


def _decision(one: Asked, envelope: Any, name: uuid.UUID) -> TableFacts:
    """A draft, or a decision that was sent; only the newest must be looked at again."""
    from cases.models import Decision  # noqa: PLC0415

    content = sealed(envelope, f"cases_decision|content|{name}", WHY)
    letter = sealed(envelope, f"cases_decision|letter|{name}", json.dumps(LETTER))
    day, by = one.sent_at.date(), one.handler
    own: dict[str, Any] = {"decided_on": day, "decided_by_id": by, "sent_on": day, "sent_by_id": by}
    own |= {"letter": letter, "objection_until": day + 6 * WEEK, "way": "post"}
    if one.is_open:
        own = dict.fromkeys(own) | {"letter": b"", "way": ""}
    again = not one.is_open and one.number <= TO_REVIEW
    return Decision, own | {
        "id": name,
        "application_id": one.number,
        "resident_id": one.melding.resident,
        "outcome": "granted",
        "refusal": "",
        "hearing": "",
        "heard_on": None,
        "review_on": one.today + (one.number % 360) * DAY if again else None,
        "content": content,
        "returned": b"",
        "version": 1,
        "saved_at": one.melding.at + 4 * WEEK,
        "saved_by_id": by,
        "mandates": '["2026/14"]',
        "second_by_id": None,
        "effective_on": None,
        "replaced_by_id": None,
    }


def _provision(one: Asked, decision: uuid.UUID) -> TableFacts:
    """Two hours a week for a year, that came when the decision did."""
    from cases.models import Provision  # noqa: PLC0415

    begin = one.today if one.is_open else one.sent_at.date()
    return Provision, {
        "id": uuid.uuid4(),
        "decision_id": decision,
        "resident_id": one.melding.resident,
        "product_id": one.desks.product,
        "is_granted": True,
        "volume": "2.00",
        "frequency": "week",
        "since": begin,
        "until": begin + 364 * DAY,
        "form": "zin",
        "provider_id": one.desks.provider,
        "yearly_cents": None,
        "delivery": "to_order" if one.is_open else "started",
        "delivery_on": None if one.is_open else begin,
    }


def _pause(one: Asked, envelope: Any) -> TableFacts:
    """A week in which something was asked, that came after three days."""
    from cases.models import TermPause  # noqa: PLC0415

    name, asked = uuid.uuid4(), one.received_on
    return TermPause, {
        "id": name,
        "application_id": one.number,
        "resident_id": one.melding.resident,
        "ground": "incomplete",
        "asked_on": asked,
        "until_on": asked + WEEK,
        "ended_on": asked + 3 * DAY,
        "asked": sealed(envelope, f"cases_termpause|asked|{name}", ASKED),
        "by_id": one.handler or one.melding.handler,
    }
