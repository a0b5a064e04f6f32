"""The sociale kaart of the demo city: made up, what every municipality has (KET-12)."""

import csv
import uuid
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path

from django.utils import timezone

from cases.community.models import Organisation
from cases.community.services import (
    OfferText,
    OrganisationText,
    create_offer,
    create_organisation,
    stop_offer,
)
from cases.demo.cast import Cast
from cases.intakes.models import LifeDomain
from clusters.models import Cluster, Role, User

FOLDER = Path(__file__).parent
ORGANISATIONS, OFFERS = FOLDER / "organisations.csv", FOLDER / "offers.csv"
KEYS = uuid.UUID("de400000-0000-4000-a000-000000000000")
MADE_UP = "Voorbeeld voor de demo; deze organisatie bestaat niet."
DUE_EACH, DUE_FIRST, STOPPED = 6, 2, "Handwerkgroep"
WHY_STOPPED = "De begeleider is gestopt en er is geen opvolger."


def create_community(*, cast: Cast, now: datetime) -> None:
    """Organisations and their offers, kept by workers of the teams; some are due, one stopped."""
    people = list(_writers(cast))
    if not people:
        return
    made = now - timedelta(days=200)
    known = {}
    for number, row in enumerate(_rows(ORGANISATIONS)):
        told = OrganisationText(**row, note=MADE_UP)
        by = people[number % len(people)]
        known[told.name] = create_organisation(
            submission_key=_key(number), text=told, by=by, at=made
        )
    topics = {row.code: row for row in LifeDomain.objects.all()}
    clusters = {row.code: row for row in Cluster.objects.all()}
    for number, row in enumerate(_rows(OFFERS)):
        by = people[number % len(people)]
        text = _text(number, row, by, (known, topics, clusters), now)
        offer = create_offer(submission_key=_key(100 + number), text=text, by=by, at=made)
        if offer.name == STOPPED:
            stop_offer(offer_id=offer.pk, reason=WHY_STOPPED, by=by, at=now)


def _text(
    number: int,
    row: Mapping[str, str],
    by: User,
    lists: tuple[Mapping[str, Organisation], Mapping[str, LifeDomain], Mapping[str, Cluster]],
    now: datetime,
) -> OfferText:
    """One line of the file; every sixth is due for a look since some days."""
    known, topics, clusters = lists
    is_due = number % DUE_EACH == DUE_FIRST
    look = timedelta(days=-number if is_due else 20 + 6 * number)
    told = {name: row[name] for name in ("name", "description", "kind", "audience", "cost")}
    told |= {name: row[name] for name in ("cost_note", "sign_up", "contact_role")}
    return OfferText(
        **told,
        organisation=known[row["organisation"]],
        topics=[topics[code] for code in row["topics"].split()],
        clusters=[clusters[code] for code in row["clusters"].split()],
        runs_from=None,
        runs_until=None,
        review_by=timezone.localdate(now + look),
        owner=by,
    )


def _writers(cast: Cast) -> Iterator[User]:
    """The first worker of every team that keeps the map."""
    for team in cast.teams:
        people = (each for each in cast.workers[team] if each.acting_role == Role.TEAM_WORKER)
        yield from list(people)[:1]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="|"))


def _key(number: int) -> uuid.UUID:
    return uuid.UUID(int=KEYS.int + number)
