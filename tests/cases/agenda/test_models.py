"""Who sees what of the meeting, and what the database never takes."""

import pytest
from django.db import IntegrityError

from cases.agenda.models import AgendaPoint, Meeting
from tests.factories import UserFactory
from tests.factories.agenda import MeetingFactory, PointFactory
from tests.factories.cases import MONDAY

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", ["contact_centre", "help_desk", "other_desk"])
def test_who_takes_part_sees_every_meeting_and_point(cast, role):
    point = PointFactory()
    person = getattr(cast, role)

    assert list(AgendaPoint.objects.visible_to(person)) == [point]
    assert list(Meeting.objects.visible_to(person)) == [point.meeting]


@pytest.mark.parametrize("role", ["team_worker", "team_manager", "city_hall_team"])
def test_a_team_sees_what_was_agreed_with_oneself(cast, role):
    person = getattr(cast, role)
    mine = PointFactory(agreed=True, owner=person)
    PointFactory(agreed=True)

    assert list(AgendaPoint.objects.visible_to(person)) == [mine]
    assert not Meeting.objects.visible_to(person).exists()


@pytest.mark.parametrize("role", ["liaison", "general_manager", "application_manager"])
def test_another_role_sees_nothing_not_even_its_own(cast, role):
    person = getattr(cast, role)
    PointFactory(agreed=True, owner=person)

    assert not AgendaPoint.objects.visible_to(person).exists()


def test_to_do_is_what_was_agreed_and_not_kept():
    agreed = PointFactory(agreed=True)
    PointFactory(agreed=True, done_at=MONDAY)
    PointFactory()

    assert list(AgendaPoint.objects.to_do()) == [agreed]


def test_points_are_found_by_kind_and_number():
    one = PointFactory(kind="late", object_id=5)
    PointFactory(kind="article", object_id=5)

    assert list(AgendaPoint.objects.of([("late", 5), ("late", 6)])) == [one]
    assert not AgendaPoint.objects.of([]).exists()


def test_a_meeting_knows_how_much_was_settled_and_what_is_to_do():
    meeting = MeetingFactory()
    PointFactory.create_batch(3, meeting=meeting)
    agreed = PointFactory.create_batch(2, meeting=meeting, agreed=True)
    PointFactory(meeting=meeting, agreed=True, done_at=MONDAY)

    rows = Meeting.objects.with_to_do().values_list("pk", "settled", "to_do__pk")

    assert set(rows) == {(meeting.pk, 6, point.pk) for point in agreed}


def test_a_meeting_without_anything_to_do_is_there_once():
    meeting = PointFactory().meeting

    rows = Meeting.objects.with_to_do().values_list("pk", "settled", "to_do__pk")

    assert list(rows) == [(meeting.pk, 1, None)]


@pytest.mark.parametrize(
    "own",
    [
        {"kind": "onzin"},
        {"agreement": "Afgesproken"},
        {"due_on": MONDAY.date()},
    ],
)
def test_the_database_refuses(own):
    with pytest.raises(IntegrityError):
        PointFactory(**own)


def test_a_point_is_ticked_once():
    PointFactory(object_id=1)

    with pytest.raises(IntegrityError):
        PointFactory(object_id=1)


def test_only_the_owner_is_tied_to_a_point():
    point = PointFactory(agreed=True)

    assert point.relations_to(point.owner) == {"owner"}
    assert point.relations_to(UserFactory()) == set()
    assert str(point).startswith("Vraag zonder antwoord")
    assert str(point.meeting) == "overleg van 23-11-2026"
