"""Casusoverleggen and a casustafel in the demo city: held with an agreement, and still to come."""

import uuid
from datetime import datetime, time, timedelta

from cases.advice.models import Recipient
from cases.conferences import services
from cases.conferences.guests import memberships_of_guests, needs_kind
from cases.conferences.models import (
    Brought,
    Conference,
    ConferenceItem,
    ConferenceSeries,
    Inviting,
    OnClosedDay,
    Owner,
    Rhythm,
    SeriesFacts,
    Topic,
)
from cases.demo.talks import NAMESPACE
from cases.dossiers.models import ResidentFile
from cases.models import RecipientKind
from clusters.models import Membership, Role, TeamKind, User
from common.deadlines import local_day

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
BEFORE = 21 * DAY
STORIES = (
    (
        Topic.DEBTS,
        "Kan W&I een voorschot geven, en wie vraagt de schuldhulp aan?",
        "Een alleenstaande ouder heeft zes schuldeisers. De huur loopt twee maanden achter. "
        "Er is werk voor zestien uur.",
        "Voorschot kan binnen drie dagen. De wijkwerker meldt aan bij de schuldhulp.",
    ),
    (
        Topic.YOUTH,
        "Wie gaat met de school in gesprek over het verzuim?",
        "Een kind van negen is deze maand vier dagen niet op school geweest. De ouder slaapt "
        "slecht en komt de deur niet uit.",
        "",
    ),
)
AGREED = "Het voorschot aanvragen en de ouder bellen als het er is."


def create_conferences(*, now: datetime) -> None:
    """For the team of a dossier a casusoverleg, for its stadsdeel a casustafel; a point at each."""
    files = ResidentFile.objects.open().filter(team__kind=TeamKind.WIJKTEAM)
    rows = files.select_related("director", "team__cluster__district", "resident")
    for number, file in enumerate(rows.order_by("opened_at", "pk")[: len(STORIES)]):
        cluster = file.team.cluster
        district = cluster.district if number == 0 and cluster is not None else None
        owner = Owner(district=district) if district else Owner(team=file.team)
        series = _series(number, file, owner, now)
        if series is not None:
            _discuss(number, file, series, now)


def _series(
    number: int, file: ResidentFile, owner: Owner, now: datetime
) -> ConferenceSeries | None:
    """A rhythm that began some weeks ago, made by the manager; None when the team has none."""
    begun = now - BEFORE
    seats = Membership.objects.running(local_day(now)).filter(team=file.team)
    manager = seats.filter(role=Role.TEAM_MANAGER).select_related("user").first()
    if manager is None:
        return None
    facts = SeriesFacts(
        time(10), 90, "Buurthuis, kamer 2", file.director, Rhythm.WEEK, OnClosedDay.MOVE
    )
    return services.create_series(
        submission_key=uuid.uuid5(NAMESPACE, f"series:{number}"),
        owner=owner,
        first_on=local_day(begun),
        facts=facts,
        by=User.objects.get(pk=manager.user_id),
        at=begun,
    )


def _discuss(number: int, file: ResidentFile, series: ConferenceSeries, now: datetime) -> None:
    """The first story in the last meeting, the others in the next one."""
    services.plan_conferences(at=now)
    today = local_day(now)
    rows = series.conferences.planned()
    past = rows.filter(held_on__lt=today).order_by("-held_on").first()
    coming = rows.filter(held_on__gte=today).order_by("held_on").first()
    if number == 0 and past is not None and file.opened_at < past.begins_at - DAY:
        _hold(_bring(number, file, past, past.begins_at - DAY), past, file)
    elif coming is not None:
        _bring(number, file, coming, now - HOUR)
    for conference in rows.filter(held_on__lt=today):
        moment = conference.begins_at + 2 * HOUR
        services.close_conference(conference_id=conference.pk, by=_acting(file), at=moment)


def _bring(number: int, file: ResidentFile, conference: Conference, at: datetime) -> ConferenceItem:
    """A point without a name, with a linking pin or another guest when there is one."""
    topic, ask, summary, _ = STORIES[number]
    item = services.bring_item(
        submission_key=uuid.uuid5(NAMESPACE, f"item:{number}"),
        file_id=file.pk,
        conference=conference,
        brought=Brought(topic, ask, summary, 20, is_anonymous=True),
        by=_acting(file),
        at=at,
    )
    seats = memberships_of_guests(item, local_day(at)).select_related("user", "team")
    pins = seats.filter(role=Role.LIAISON)
    seat = pins.order_by("pk").first() or seats.order_by("pk").first()
    if seat is not None:
        kind = RecipientKind.objects.get(code="wi") if needs_kind(seat) else None
        inviting = Inviting([Recipient(seat, kind)])
        services.invite_guests(item_id=item.pk, inviting=inviting, by=_acting(file), at=at)
    return item


def _hold(item: ConferenceItem, conference: Conference, file: ResidentFile) -> None:
    """The minutes, and what the guest will do."""
    moment, by = conference.begins_at + HOUR, _acting(file)
    guests = list(item.invitations.all())
    services.write_minutes(
        item_id=item.pk,
        version=item.version,
        words=STORIES[0][3],
        present={row.pk for row in guests},
        by=by,
        at=moment,
    )
    for row in guests:
        services.add_agreement(
            submission_key=uuid.uuid5(NAMESPACE, f"agreement:{item.uuid}"),
            item_id=item.pk,
            words=AGREED,
            owner=row,
            due_on=local_day(moment) + 14 * DAY,
            by=by,
            at=moment,
        )


def _acting(file: ResidentFile) -> User:
    return User.objects.get(pk=file.director_id)
