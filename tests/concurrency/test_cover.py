"""Two people at the same cover at the same moment (WN-4, WN-6, WN-8)."""

import uuid
from functools import partial

import pytest

from clusters.cover.services import empty_old_covers, end_cover
from clusters.models import Cover, Notice
from tests.clusters.cover.conftest import DAY, TODAY, arrange, fresh
from tests.concurrency.conftest import done, refused, together
from tests.factories import MembershipFactory
from tests.factories.cases import MONDAY
from tests.factories.cover import covered

ROUNDS = range(3)
pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("monday")]


def test_employee_and_manager_at_once_arrange_one_of_two(cast):
    for turn in ROUNDS:
        first = TODAY + turn * 10 * DAY
        acts = [
            partial(arrange, cast.handler, cast.team_worker, fresh(by), first_day=first, days=days)
            for by, days in ((cast.handler, 3), (cast.team_manager, 5))
        ]
        results = together(*acts)
        assert (len(done(results)), len(refused(results))) == (1, 1)
        assert "neemt al waar" in refused(results)[0]


def test_a_double_click_is_one_cover_wn_8(cast):
    key, by = uuid.uuid4(), fresh(cast.handler)
    results = together(
        *(partial(arrange, by, cast.team_worker, submission_key=key) for _ in range(3))
    )

    assert len({row.pk for row in done(results)}) == 1
    assert (Cover.objects.count(), Notice.objects.count()) == (1, 1)


def test_two_who_take_each_other_at_once_make_no_circle_wn_6(cast):
    one, two = cast.handler, cast.team_worker
    for turn in ROUNDS:
        first = TODAY + turn * DAY
        results = together(
            partial(arrange, fresh(one), fresh(two), first_day=first),
            partial(arrange, fresh(two), fresh(one), first_day=first),
        )
        assert (len(done(results)), len(refused(results))) == (1, 1)
        assert "kring" in refused(results)[0]


def test_two_arrangements_that_share_nobody_make_no_circle_either_wn_6(cast, noord):
    a, b = fresh(cast.handler), fresh(cast.team_worker)
    c, d = (fresh(MembershipFactory(team=noord).user) for _ in range(2))
    for turn in ROUNDS:
        day = TODAY + turn * DAY
        covered(a, b, day)
        covered(c, d, day)
        results = together(
            partial(arrange, b, c, first_day=day), partial(arrange, d, a, first_day=day)
        )
        assert (len(done(results)), len(refused(results))) == (1, 1)


def test_two_who_end_it_at_once_end_it_once_wn_8(cast):
    row = covered(cast.handler, cast.team_worker, TODAY, TODAY + DAY)
    results = together(
        *(
            partial(end_cover, cover_id=row.pk, by=fresh(by))
            for by in (cast.handler, cast.team_worker, cast.team_manager)
        )
    )

    assert len({each.ended_by_id for each in done(results)}) == 1


def test_two_workers_at_once_empty_once_wn_9(cast):
    for number in range(6):
        covered(cast.handler, cast.team_worker, TODAY - (900 + number) * DAY)
    results = together(*(partial(empty_old_covers, at=MONDAY) for _ in range(2)))

    assert sum(done(results)) == 6
