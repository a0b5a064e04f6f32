"""A task of somebody who is gone does not stay with them (TK-9)."""

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent
from cases.dossiers.models import ResidentFile
from cases.dossiers.services import transfer_direction
from cases.todos import services
from cases.todos.models import Task
from clusters.models import Membership, Notice, Role
from common.errors import RuleViolation
from tests.cases.todos.test_services import DAY, TODAY, act, finish, lines
from tests.factories.clusters import MembershipFactory
from tests.factories.dossiers import FileColleagueFactory
from tests.factories.todos import TaskFactory


def deactivate(person):
    person.is_active = False
    person.save(update_fields=["is_active"])


def leave(person):
    Membership.objects.filter(user=person).update(valid_until=TODAY - DAY)


def to_the_desk(person):
    leave(person)
    MembershipFactory(user=person, role=Role.CONTACT_CENTRE)


def run_out(person):
    person.account_until = TODAY - DAY
    person.save(update_fields=["account_until"])


GONE = [deactivate, leave, to_the_desk, run_out]


@pytest.fixture
def lost(file, colleague):
    """A task of a colleague who works along, and of whom nothing was ended."""
    return TaskFactory(file=file, owner=colleague)


def assign(task, by, to):
    return act(services.assign_task, task, by, person=to)


@pytest.mark.parametrize("gone", GONE)
def test_of_who_is_gone_it_has_no_owner(lost, task, colleague, gone):
    assert not Task.objects.without_owner(TODAY).exists()

    gone(colleague)

    assert list(Task.objects.without_owner(TODAY)) == [lost]
    looks = {each.pk: each.has_no_owner for each in Task.objects.with_look(TODAY)}
    assert looks == {lost.pk: True, task.pk: False}


def test_until_the_last_day_of_a_role_it_is_still_theirs(lost, colleague):
    Membership.objects.filter(user=colleague).update(valid_until=TODAY)

    assert not Task.objects.without_owner(TODAY).exists()
    assert Task.objects.without_owner(TODAY + DAY).exists()


def test_what_is_over_stays_with_who_did_it(lost, cast, colleague):
    finish(lost, colleague, words="")
    deactivate(colleague)

    assert not Task.objects.without_owner(TODAY).exists()


@pytest.mark.parametrize(
    ("person", "count"),
    [("team_manager", 1), ("outsider_manager", 0), ("handler", 0), ("general_manager", 0)],
)
def test_the_manager_of_the_team_must_do_something(lost, cast, colleague, person, count):
    deactivate(colleague)

    assert Task.objects.to_assign(getattr(cast, person)).count() == count


@pytest.mark.parametrize("person", ["team_manager", "handler"])
def test_it_is_taken_over_with_a_line_and_a_notice(lost, cast, colleague, person):
    by = getattr(cast, person)
    deactivate(colleague)

    for _ in range(2):
        assign(lost, by, cast.handler)

    lost.refresh_from_db()
    assert (lost.owner, lost.state) == (cast.handler, "open")
    [(kind, words)] = lines(lost.file)
    assert kind == "task_hand"
    assert f"{colleague} werkt niet meer mee" in words
    assert Notice.objects.filter(person=cast.handler).count() == (by != cast.handler)
    event = AuditEvent.objects.get(code="task.inherited")
    assert event.rule.endswith("steer_file" if person == "team_manager" else "write_file")


@pytest.mark.parametrize("person", ["team_worker", "outsider_manager", "contact_centre"])
def test_who_does_not_work_in_it_or_steer_it_assigns_nothing(file, cast, person):
    gone = MembershipFactory().user
    deactivate(gone)
    task = TaskFactory(file=file, owner=gone)

    with pytest.raises((PermissionDenied, ResidentFile.DoesNotExist)):
        assign(task, getattr(cast, person), cast.handler)


def test_of_who_is_still_there_it_is_not_taken(lost, cast, colleague):
    with pytest.raises(RuleViolation, match=f"al bij {colleague}"):
        assign(lost, cast.team_manager, cast.handler)


def test_it_goes_to_who_works_in_it_and_can_do_it(lost, cast, colleague):
    deactivate(colleague)
    other = MembershipFactory(role=Role.TEAM_WORKER).user
    FileColleagueFactory(file=lost.file, employee=other)
    leave(other)

    for person in (cast.team_manager, cast.outsider_worker, other):
        with pytest.raises(RuleViolation) as broken:
            assign(lost, cast.team_manager, person)
        assert broken.value.field == "person"


def test_what_was_finished_meanwhile_is_not_assigned(lost, cast, colleague):
    deactivate(colleague)
    finish(lost, cast.handler, words="")

    with pytest.raises(RuleViolation):
        assign(lost, cast.team_manager, cast.handler)


def test_when_the_casusregisseur_is_gone_the_tasks_go_along_with_the_direction(task, cast):
    deactivate(cast.handler)
    assert list(Task.objects.to_assign(cast.team_manager)) == [task]

    move_to = {"person": cast.team_worker, "reason": "Uit dienst.", "version": 1}
    transfer_direction(file_id=task.file_id, by=cast.team_manager, **move_to)

    assert not Task.objects.without_owner(TODAY).exists()
    assert Task.objects.get(pk=task.pk).owner == cast.team_worker
