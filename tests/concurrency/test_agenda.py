"""Two who tick off at the same moment, or one with two clicks (OV-2, OV-4, OV-5)."""

from functools import partial

import pytest

from cases.agenda.services import (
    Agreement,
    keep_agreement,
    open_meeting,
    remind_owners,
    tick_points,
    undo_tick,
)
from cases.models import AgendaPoint, Meeting
from clusters.models import Notice, User
from common.deadlines import ONE_DAY
from tests.cases.agenda.conftest import question
from tests.concurrency.conftest import done, refused, together
from tests.factories.agenda import PointFactory
from tests.factories.cases import MONDAY

ROUNDS = range(6)
pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("monday")]


def me(person):
    """The same employee as another request would load them."""
    return User.objects.get(pk=person.pk)


def test_who_are_first_together_open_one_meeting(cast):
    for number in ROUNDS:
        day = MONDAY.date() + number * ONE_DAY
        people = (cast.contact_centre, cast.help_desk, cast.contact_centre)

        results = together(*(partial(open_meeting, day=day, by=me(by)) for by in people))

        assert len({meeting.pk for meeting in done(results)}) == 1
        assert Meeting.objects.filter(held_on=day).count() == 1


def test_two_who_tick_the_same_points_make_each_once(cast, desk):
    for _ in ROUNDS:
        AgendaPoint.objects.all().delete()
        Meeting.objects.all().delete()
        refs = [("unanswered", question(desk).pk) for _ in range(20)]
        people = (cast.contact_centre, cast.help_desk)

        results = together(
            *(
                partial(tick_points, refs=refs[::step], by=me(by))
                for by, step in zip(people, (1, -1), strict=True)
            )
        )

        assert refused(results) == []
        assert sum(ticked.made for ticked in results) == 20
        assert sum(len(ticked.earlier) for ticked in results) == 20
        assert AgendaPoint.objects.count() == 20


def test_one_agreement_with_two_clicks_is_one(cast, desk):
    for number in ROUNDS:
        refs = [("unanswered", question(desk).pk)]
        made = Agreement(f"Afspraak {number}", cast.handler)
        act = partial(tick_points, refs=refs, agreement=made)

        results = together(*(partial(act, by=me(cast.contact_centre)) for _ in range(3)))

        assert refused(results) == []
        assert AgendaPoint.objects.to_do().filter(agreement=made.text).count() == 1
        assert Notice.objects.count() == number + 1


def test_of_two_agreements_about_one_point_one_is_told(cast, desk):
    for _ in ROUNDS:
        refs = [("unanswered", question(desk).pk)]
        people = (cast.contact_centre, cast.help_desk)

        results = together(
            *(
                partial(
                    tick_points, refs=refs, agreement=Agreement(str(by), cast.handler), by=me(by)
                )
                for by in people
            )
        )

        assert (len(done(results)), len(refused(results))) == (1, 1)
        assert "al afgevinkt door" in refused(results)[0]


def test_taking_back_and_keeping_at_once_is_one_of_the_two(cast, desk):
    for _ in ROUNDS:
        row = question(desk)
        point = PointFactory(object_id=row.pk, agreed=True, owner=cast.handler)

        together(
            *[partial(undo_tick, point_id=point.pk, by=me(cast.contact_centre))] * 2,
            partial(_keep, point.pk, me(cast.handler)),
        )

        left = AgendaPoint.objects.filter(pk=point.pk).first()
        assert left is None or left.done_at is not None


def _keep(point_id, by):
    """Keep it, unless it is gone."""
    try:
        return keep_agreement(point_id=point_id, by=by)
    except AgendaPoint.DoesNotExist:
        return None


def test_two_workers_remind_once(cast):
    for _ in ROUNDS:
        point = PointFactory(agreed=True, owner=cast.handler, due_on=MONDAY.date() - ONE_DAY)

        results = together(*[partial(remind_owners, at=MONDAY)] * 3)

        assert sum(results) == 1
        assert Notice.objects.filter(object_id=point.pk).count() == 1
