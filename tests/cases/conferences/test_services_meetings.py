"""Rhythms and meetings: ahead, on a holiday, moved, cancelled and rounded off."""

import uuid
from datetime import date, time, timedelta

import pytest
from django.core.cache import cache
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent
from cases.conferences import services
from cases.conferences.models import Conference, ConferenceSeries
from clusters.models import ClosingDay, Membership, Notice
from common.errors import RuleViolation
from tests.cases.conferences.acting import (
    bring,
    cancel,
    close,
    facts,
    guest,
    invite,
    move,
    start,
    withdraw,
)
from tests.factories.cases import MONDAY
from tests.factories.conferences import DAY, TODAY, ConferenceFactory, ItemFactory, SeriesFactory

FRIDAY = TODAY + 4 * DAY
CHRISTMAS, NEW_YEAR = date(2026, 12, 25), date(2027, 1, 1)
WEEK = timedelta(days=7)


def told(person):
    return list(Notice.objects.filter(person=person).order_by("pk").values_list("text", flat=True))


def test_a_manager_starts_a_rhythm_and_its_meetings_are_there(cast, noord):
    key = uuid.uuid4()
    series = start(cast.team_manager, cast.handler, noord, first_on=FRIDAY, submission_key=key)
    again = start(cast.team_manager, cast.handler, noord, first_on=FRIDAY, submission_key=key)

    assert again == series
    rows = list(series.conferences.order_by("planned_on"))
    assert [row.planned_on for row in rows] == [FRIDAY + n * WEEK for n in range(10)]
    assert {row.chair for row in rows} == {cast.handler}
    assert str(rows[0]) == "Casusoverleg Team Noord, 27-11-2026"
    assert rows[0].begins_at.astimezone(MONDAY.tzinfo).time() == time(9)
    assert AuditEvent.objects.filter(code="series.started").count() == 1


def test_a_meeting_on_a_holiday_moves_or_does_not_take_place(cast, noord):
    moved = start(cast.team_manager, cast.handler, noord, first_on=FRIDAY)
    skipped = start(cast.team_manager, cast.handler, noord, first_on=FRIDAY, on_closed_day="skip")

    row = moved.conferences.get(planned_on=CHRISTMAS)
    assert (row.held_on, row.state) == (date(2026, 12, 28), "planned")
    assert row.why == "eerste kerstdag"
    row = skipped.conferences.get(planned_on=NEW_YEAR)
    assert (row.held_on, row.state, row.why) == (NEW_YEAR, "cancelled", "Nieuwjaarsdag")


def test_only_a_manager_of_the_team_or_stadsdeel_starts_one(cast, noord):
    district = noord.cluster.district
    for other in (cast.handler, cast.liaison, cast.general_manager):
        with pytest.raises(PermissionDenied):
            start(other, cast.handler, noord)
    for own in ({"team": noord}, {"district": district}):
        with pytest.raises(PermissionDenied):
            start(cast.outsider_manager, cast.handler, **own)
    with pytest.raises(RuleViolation, match="voorbij"):
        start(cast.team_manager, cast.handler, noord, first_on=TODAY - DAY)
    for chair in (cast.outsider_worker, cast.liaison):
        with pytest.raises(RuleViolation, match="werkt nu niet"):
            start(cast.team_manager, chair, noord)
    assert start(cast.team_manager, cast.handler, district=district).kind == "district"


def test_the_worker_plans_on_and_a_second_run_makes_nothing(cast, noord):
    series = start(cast.team_manager, cast.handler, noord)
    ended = start(cast.team_manager, cast.handler, noord)
    services.end_series(series_id=ended.pk, version=1, last_on=TODAY, by=cast.team_manager)
    count = series.conferences.count()

    assert services.plan_conferences(at=MONDAY) == 0
    assert services.plan_conferences(at=MONDAY + WEEK) == 1 + 2  # and both of today to round off
    assert services.plan_conferences(at=MONDAY + WEEK) == 0
    assert series.conferences.count() == count + 1
    assert ended.conferences.exclude(state="cancelled").count() == 1


def test_a_day_that_became_closed_moves_the_meeting_and_everybody_hears(file, cast, noord):
    series = start(cast.team_manager, cast.team_worker, noord, first_on=FRIDAY)
    item = bring(file, cast.handler, series.conferences.get(planned_on=FRIDAY), is_anonymous=True)
    invite(item, cast.handler, guest(cast.liaison, "wi"))
    ClosingDay.objects.create(date=FRIDAY, label="studiedag")
    cache.clear()

    assert services.plan_conferences(at=MONDAY) == 1
    row = Conference.objects.get(series=series, planned_on=FRIDAY)
    assert (row.held_on, row.why) == (FRIDAY + 3 * DAY, "studiedag")
    assert told(cast.team_worker)[-1].endswith("is op ma 30 november 09:00 (studiedag).")
    for person in (cast.liaison, cast.handler):
        assert told(person)[-1].startswith(f"Bespreekpunt {item} is nu op ma 30 november")
    assert services.plan_conferences(at=MONDAY) == 0


def test_a_day_that_became_closed_cancels_it_and_the_point_goes_on(file, cast, noord):
    own = {"first_on": FRIDAY, "on_closed_day": "skip"}
    series = start(cast.team_manager, cast.team_worker, noord, **own)
    item = bring(file, cast.handler, series.conferences.get(planned_on=FRIDAY))
    ClosingDay.objects.create(date=FRIDAY, label="studiedag")
    cache.clear()

    services.plan_conferences(at=MONDAY)
    row = Conference.objects.get(series=series, planned_on=FRIDAY)
    item.refresh_from_db()
    assert (row.state, row.ended_by) == ("cancelled", None)
    assert item.conference.planned_on == FRIDAY + WEEK


def test_change_series_reaches_the_meetings_to_come(file, cast, noord):
    series = start(cast.team_manager, cast.handler, noord)
    item = bring(file, cast.handler, series.conferences.first(), is_anonymous=True)
    invite(item, cast.handler, guest(cast.liaison, "wi"))
    other = facts(cast.team_worker, starts_at=time(13), place="Bieb")
    with pytest.raises(PermissionDenied):
        services.change_series(series_id=series.pk, version=1, facts=other, by=cast.handler)

    services.change_series(series_id=series.pk, version=1, facts=other, by=cast.team_manager)
    rows = list(series.conferences.planned())
    assert {row.place for row in rows} == {"Bieb"}
    assert {row.starts_at for row in rows} == {time(13)}
    assert {row.chair for row in rows} == {cast.team_worker}
    assert told(cast.liaison)[-1].startswith(f"Bespreekpunt {item} is nu op")
    assert told(cast.team_worker)
    with pytest.raises(RuleViolation, match="wijzigde deze reeks"):
        services.change_series(series_id=series.pk, version=1, facts=other, by=cast.team_manager)
    weekly = facts(cast.team_worker, weeks=2)
    with pytest.raises(RuleViolation, match="begin een nieuwe"):
        services.change_series(series_id=series.pk, version=2, facts=weekly, by=cast.team_manager)


def test_end_series_not_while_points_wait_later(file, cast, noord):
    series = start(cast.team_manager, cast.handler, noord)
    later = series.conferences.get(planned_on=TODAY + WEEK)
    item = bring(file, cast.handler, later)
    stop = {"series_id": series.pk, "by": cast.team_manager}
    with pytest.raises(RuleViolation, match="punten op de agenda"):
        services.end_series(**stop, version=1, last_on=TODAY)
    with pytest.raises(RuleViolation, match="voorbij"):
        services.end_series(**stop, version=1, last_on=TODAY - DAY)
    with pytest.raises(RuleViolation, match="wijzigde"):
        services.end_series(**stop, version=9, last_on=TODAY)
    withdraw(item, cast.handler)

    services.end_series(**stop, version=1, last_on=TODAY)
    services.end_series(**stop, version=1, last_on=TODAY)
    assert list(series.conferences.planned().values_list("planned_on", flat=True)) == [TODAY]
    assert ConferenceSeries.objects.not_over(TODAY + DAY).count() == 0


def test_move_a_meeting_tells_who_comes(meeting, file, cast):
    item = bring(file, cast.handler, meeting, is_anonymous=True)
    invite(item, cast.handler, guest(cast.liaison, "wi"))
    for other in (cast.handler, cast.city_hall_team):
        with pytest.raises((PermissionDenied, Conference.DoesNotExist)):
            move(meeting, other)
    with pytest.raises(RuleViolation, match="voorbij"):
        move(meeting, cast.team_worker, days=-1)
    with pytest.raises(RuleViolation, match="eerste kerstdag") as broken:
        move(meeting, cast.team_worker, days=(CHRISTMAS - TODAY).days)
    assert broken.value.field == "held_on"
    with pytest.raises(RuleViolation, match="was u voor"):
        move(meeting, cast.team_worker, version=9)

    moved = move(meeting, cast.team_manager)
    assert (moved.held_on, moved.place, moved.why) == (TODAY + DAY, "Stadhuis", "Zaal bezet.")
    assert told(cast.team_worker)[-1].startswith("Casusoverleg Team Noord is op di 24 november")
    for person in (cast.liaison, cast.handler):
        assert told(person)[-1].startswith(f"Bespreekpunt {item} is nu op di 24 november")
    assert Notice.objects.filter(text__contains=file.resident.name).count() == 0


def test_cancel_a_meeting_carries_its_points_over(meeting, file, cast):
    following = ConferenceFactory(series=meeting.series, planned_on=TODAY + WEEK)
    first, second = (ItemFactory(file=file, conference=meeting, position=n) for n in (2, 1))
    done = ItemFactory(file=file, conference=meeting, discussed=True)
    with pytest.raises(RuleViolation, match="was u voor"):
        cancel(meeting, cast.team_worker, version=7)

    cancel(meeting, cast.team_worker)
    cancel(meeting, cast.team_worker)
    for row in (first, second, done):
        row.refresh_from_db()
    assert (second.conference, second.position) == (following, 1)
    assert (first.conference, first.position) == (following, 2)
    assert done.conference == meeting
    assert told(cast.handler) == [
        f"Bespreekpunt {row} is nu op ma 30 november 10:00: Casusoverleg Team Noord."
        for row in (second, first)
    ]
    assert AuditEvent.objects.filter(code="conference.cancelled").count() == 1
    with pytest.raises(RuleViolation, match="kan niet meer"):
        move(meeting, cast.team_worker)


def test_without_a_next_meeting_the_point_waits_for_who_brought_it(meeting, file, cast):
    item = ItemFactory(file=file, conference=meeting)
    cancel(meeting, cast.team_manager)

    item.refresh_from_db()
    assert (item.conference, item.state) == (meeting, "waiting")
    assert told(cast.handler) == [
        f"Bespreekpunt {item} staat op geen agenda meer. Kies een ander overleg."
    ]


def test_close_a_meeting_once_and_not_before_its_day(meeting, file, cast):
    following = ConferenceFactory(series=meeting.series, planned_on=TODAY + WEEK)
    item = ItemFactory(file=file, conference=meeting)
    with pytest.raises(RuleViolation, match="nog niet geweest"):
        close(following, cast.team_worker)
    with pytest.raises(PermissionDenied):
        close(meeting, cast.handler)

    close(meeting, cast.team_worker)
    close(meeting, cast.team_worker)
    item.refresh_from_db()
    assert item.conference == following
    assert AuditEvent.objects.filter(code="conference.closed").count() == 1


def test_who_leads_it_hears_once_that_it_must_be_rounded_off(meeting, cast):
    assert services.plan_conferences(at=MONDAY) == 10
    assert services.plan_conferences(at=MONDAY + DAY) == 1
    assert services.plan_conferences(at=MONDAY + 2 * DAY) == 0
    assert told(cast.team_worker) == [
        "Rond het overleg af: Casusoverleg Team Noord, ma 23 november 10:00."
    ]
    Membership.objects.filter(user=cast.team_worker).update(team=cast.elsewhere)
    fresh = type(cast.team_worker).objects.get(pk=cast.team_worker.pk)
    assert not Conference.objects.visible_to(fresh).exists()
    services.plan_conferences(at=MONDAY + 8 * DAY)
    assert told(cast.team_manager)[0].startswith("Rond het overleg af")


def test_order_the_points(meeting, file, cast):
    first, second = (ItemFactory(file=file, conference=meeting, position=n) for n in (1, 2))
    elsewhere = ItemFactory(
        file=file, conference=ConferenceFactory(series=meeting.series, planned_on=TODAY + WEEK)
    )
    places = {first.pk: (2, 20), second.pk: (1, 10), elsewhere.pk: (9, 99)}
    act = {"conference_id": meeting.pk, "places": places}

    services.order_items(**act, version=1, by=cast.team_worker)
    assert list(meeting.items.on_agenda()) == [second, first]
    elsewhere.refresh_from_db()
    assert elsewhere.minutes == 15
    with pytest.raises(RuleViolation, match="was u voor"):
        services.order_items(**act, version=1, by=cast.team_worker)
    with pytest.raises(PermissionDenied):
        services.order_items(**act, version=2, by=cast.handler)
    close(meeting, cast.team_worker)
    with pytest.raises(RuleViolation, match="al geweest"):
        services.order_items(**act, version=3, by=cast.team_worker)


def test_days_of_a_rhythm():
    series = SeriesFactory.build(team=None, chair=None, made_by=None, weeks=2)
    assert series.days(TODAY + DAY, TODAY + 30 * DAY) == [TODAY + 14 * DAY, TODAY + 28 * DAY]
    assert series.days(TODAY - 30 * DAY, TODAY) == [TODAY]
    series.valid_until = TODAY + 14 * DAY
    assert series.days(TODAY, TODAY + 90 * DAY) == [TODAY, TODAY + 14 * DAY]
