"""Whose work it is and who might have it, in one query (UD-2)."""

import pytest
from django.utils import timezone

from cases.handout.crew import Crew
from cases.handout.pieces import colleagues_of
from clusters.models import Membership
from common.deadlines import ONE_DAY
from tests.factories import MembershipFactory, SpecialismPeriodFactory
from tests.factories.dossiers import FileColleagueFactory, FileFactory
from tests.factories.todos import TaskFactory

pytestmark = pytest.mark.django_db


def crew(person, team):
    return Crew(person.pk, {team.pk}, timezone.now(), timezone.localdate())


def test_it_knows_the_same_colleagues_as_the_act(busy, cast, noord, django_assert_num_queries):
    MembershipFactory(team=noord, user=cast.team_worker, role="liaison")
    MembershipFactory(team=cast.elsewhere)
    with django_assert_num_queries(1):
        found = crew(busy.handler, noord)
        assert found.person == busy.handler
        roles = found.roles_in(noord.pk)
        people = found.people(roles)

    assert roles == colleagues_of(busy.handler, noord, timezone.now())
    assert set(people) == set(roles) >= {cast.team_worker.pk, cast.team_manager.pk}
    assert busy.handler.pk not in people


def test_who_left_has_work_still_and_gets_none(busy, cast, noord):
    yesterday = timezone.localdate() - ONE_DAY
    for person in (busy.handler, cast.team_worker):
        Membership.objects.filter(user=person).update(valid_until=yesterday)
    found = crew(busy.handler, noord)

    assert found.person == busy.handler
    assert found.worked_in(noord.pk)
    assert cast.team_worker.pk not in found.roles_in(noord.pk)


def test_somebody_of_another_team_is_nobody_here(busy, cast, noord):
    found = crew(cast.outsider_worker, noord)
    assert found.person is None
    assert not found.worked_in(noord.pk)


def test_who_works_along_in_a_dossier_with_a_task_is_known_whatever_the_team(busy, cast, noord):
    file = FileFactory(team=cast.elsewhere, director=cast.outsider_worker)
    stranger = MembershipFactory().user
    FileColleagueFactory(file=file, employee=stranger)
    both = {cast.outsider_worker.pk, stranger.pk}
    assert crew(busy.handler, noord).people(both) == {}
    TaskFactory(file=file, owner=busy.handler)

    assert set(crew(busy.handler, noord).people(both)) == both


def test_each_knows_load_days_and_specialism(busy, cast, noord):
    known = SpecialismPeriodFactory(user=busy.handler)
    SpecialismPeriodFactory(user=cast.team_worker, specialism=known.specialism)
    ids = {cast.team_worker.pk, cast.team_manager.pk}
    people = crew(busy.handler, noord).people(ids)

    assert [people[one.pk].knows for one in (cast.team_worker, cast.team_manager)] == [True, False]
    assert people[cast.team_worker.pk].load == 0
    assert people[cast.team_worker.pk].weekdays == "01234"
    assert people[cast.team_worker.pk].away_until is None
