"""Meetings and points in the test city, in every state, with guests who may and may not come."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from cases.advice.models import SharedBy
from cases.conferences.models import ConferenceItem, OnClosedDay
from cases.models import DataCategory
from clusters.models import Team
from tests.factories.advice import SHARED, consent_for
from tests.factories.cases import ResidentFactory
from tests.factories.conferences import (
    ConferenceFactory,
    InvitationFactory,
    ItemAgreementFactory,
    ItemFactory,
    SeriesFactory,
)
from tests.factories.dossiers import FileFactory
from tests.journeys.city import LONG_NAME, LONG_WORD, TEAM, City

ME = "handler"
DAY = timedelta(days=1)
ASK = "Kan W&I een voorschot geven, en wie vraagt de schuldhulp aan?"
SUMMARY = "Zes schuldeisers. De huur loopt twee maanden achter. Er is werk voor zestien uur."


def furnish(city: City) -> None:
    """Plan and put on the table; ``city.things`` knows the meetings and points by name."""
    team, today, now = Team.objects.get(code=TEAM), timezone.localdate(), timezone.now()
    assert team.cluster is not None
    own: dict[str, Any] = {"valid_from": today - 28 * DAY, "made_at": now}
    own |= {"chair": city.people["team_worker"], "made_by": city.people["team_manager"]}
    series = SeriesFactory(team=team, **own)
    SeriesFactory(district=team.cluster.district, weeks=2, on_closed_day=OnClosedDay.SKIP, **own)
    meeting = ConferenceFactory(series=series, planned_on=today)
    gone = ConferenceFactory(
        series=series,
        planned_on=today - 7 * DAY,
        state="cancelled",
        why="Iedereen was ziek",
        ended_at=now,
        ended_by=city.people["team_manager"],
    )
    moved = ConferenceFactory(
        series=series, planned_on=today + 7 * DAY, held_on=today + 8 * DAY, why="studiedag"
    )
    things = city.things
    things |= {"series": series.pk, "conference": meeting.pk}
    things |= {"conference-cancelled": gone.pk, "conference-moved": moved.pk}
    _points(city, meeting, now)
    left = _item(city, "left", gone, now)
    things["item-left"] = left.pk


def _points(city: City, meeting: Any, now: Any) -> None:
    """Points of today: with a guest, anonymous, discussed, withdrawn, very long."""
    things, liaison = city.things, city.people["liaison"]
    waiting = _item(city, "waiting", meeting, now)
    _guest(waiting, person=liaison)
    _guest(waiting)
    things["item-waiting"], things["item-file"] = waiting.pk, waiting.file_id
    hidden = _item(city, "hidden", meeting, now, is_anonymous=True, position=2)
    InvitationFactory(item=hidden, person=liaison)
    things["item-anonymous"] = hidden.pk
    over = {"ended_at": now, "position": 3}
    done = _item(city, "done", meeting, now, discussed=True, **over)
    row = _guest(done, person=liaison, was_there=True)
    today = timezone.localdate()
    ItemAgreementFactory(guest=row, due_on=today + 7 * DAY, words="Het voorschot aanvragen.")
    late = {"due_on": today - DAY, "made_at": now - 9 * DAY}
    ItemAgreementFactory(guest=_guest(done), words="De ouder bellen.", **late)
    things["item-discussed"] = done.pk
    things["item-withdrawn"] = _item(city, "off", meeting, now, withdrawn=True, **over).pk
    told = {"ask": LONG_WORD[:900], "summary": LONG_WORD[:3900], "position": 9}
    things["item-long"] = _item(city, "long", meeting, now, **told).pk


def _item(city: City, name: str, meeting: Any, now: Any, **own: Any) -> ConferenceItem:
    known = LONG_NAME if name == "long" else f"Inwoner O {name}"
    who = {"resident": ResidentFactory(name=known), "director": city.people[ME]}
    file = FileFactory(team=meeting.series.team, opened_at=now, **who)
    told = {"ask": ASK, "summary": SUMMARY} | own
    item: ConferenceItem = ItemFactory(file=file, conference=meeting, brought_at=now, **told)
    if not item.is_anonymous:
        item.data.set(DataCategory.objects.filter(code__in=SHARED))
    return item


def _guest(item: ConferenceItem, **own: Any) -> Any:
    """With a consent for W&I."""
    today = timezone.localdate()
    consent = item.resident.consents.first()
    consent = consent or consent_for(item.resident, "wi", given_on=today)
    shared = {"shared_by": SharedBy.CONSENT, "consent": consent}
    shared |= {"recipient_kind": consent.recipient_kind, "invited_at": timezone.now()}
    return InvitationFactory(item=item, **shared, **own)
