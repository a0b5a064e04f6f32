"""What moves the two weeks and what does not (AB-4, AB-5, AB-6, AB-7, AB-13)."""

import uuid

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from cases.decisions import services
from cases.decisions.models import Application, TermPause
from clusters.models import Role
from common.errors import RuleViolation
from tests.cases.decisions.acting import DAY, TODAY, decide, pause, written
from tests.factories.clusters import MembershipFactory, TeamFactory
from tests.factories.decisions import ApplicationFactory, PauseFactory


def due(application):
    application.refresh_from_db()
    return application.due_on


def test_the_day_after_the_invitation_is_the_first_that_does_not_count(application, cast):
    pause(application, cast.handler, until=TODAY + 7 * DAY)

    assert due(application) == TODAY + 21 * DAY


def test_the_day_of_completion_counts_again(application, cast):
    made = pause(application, cast.handler, until=TODAY + 7 * DAY)
    Application.objects.update(registered_at=application.registered_at)

    services.end_pause(
        application_id=application.pk, pause_id=made.pk, ended_on=TODAY, by=cast.handler
    )

    assert due(application) == TODAY + 14 * DAY
    made.refresh_from_db()
    assert made.ended_on == TODAY


def test_ended_otherwise_a_second_time_is_refused(application, cast):
    made = PauseFactory(application=application, asked_on=TODAY - DAY, ended_on=TODAY - DAY)
    act = {"application_id": application.pk, "pause_id": made.pk, "by": cast.handler}

    assert services.end_pause(ended_on=TODAY - DAY, **act).pk == made.pk
    with pytest.raises(RuleViolation, match="al binnen sinds"):
        services.end_pause(ended_on=TODAY, **act)


@pytest.mark.parametrize("day", [TODAY - DAY, TODAY + DAY, TODAY + 9 * DAY])
def test_an_end_outside_the_interval_or_in_the_future_is_refused(application, cast, day):
    made = pause(application, cast.handler)

    with pytest.raises(RuleViolation) as broken:
        services.end_pause(
            application_id=application.pk, pause_id=made.pk, ended_on=day, by=cast.handler
        )

    assert broken.value.field == "ended_on"


@pytest.mark.parametrize(
    ("asked", "until", "field"),
    [
        (TODAY, TODAY, "until_on"),
        (TODAY, TODAY - DAY, "until_on"),
        (TODAY - DAY, TODAY + DAY, "asked_on"),
        (TODAY + DAY, TODAY + 2 * DAY, "asked_on"),
    ],
)
def test_an_interval_that_cannot_be_is_refused(application, cast, asked, until, field):
    with pytest.raises(RuleViolation) as broken:
        pause(application, cast.handler, asked=asked, until=until)

    assert broken.value.field == field
    assert not TermPause.objects.exists()


def test_overlapping_intervals_are_refused_and_neighbours_are_not(application, cast):
    PauseFactory(application=application, asked_on=TODAY - 3 * DAY, until_on=TODAY)
    Application.objects.filter(pk=application.pk).update(received_on=TODAY - 5 * DAY)

    with pytest.raises(RuleViolation, match="vallen in de opschorting"):
        pause(application, cast.handler, asked=TODAY - DAY, until=TODAY + DAY)
    assert pause(application, cast.handler, asked=TODAY, until=TODAY + DAY)


def test_after_the_end_of_the_term_nothing_stands_still(application, cast):
    Application.objects.filter(pk=application.pk).update(
        received_on=TODAY - 30 * DAY, due_at=application.registered_at - 10 * DAY
    )

    with pytest.raises(RuleViolation, match="na het einde van de termijn"):
        pause(application, cast.handler)


def test_a_temporary_provision_cannot_wait(melding, cast):
    urgent = ApplicationFactory(melding=melding, ground="urgent", due_at=melding.due_at)

    with pytest.raises(RuleViolation, match="onverwijld"):
        pause(urgent, cast.handler)


def test_a_form_sent_twice_is_one_interval(application, cast):
    key = uuid.uuid4()

    first = pause(application, cast.handler, submission_key=key)

    assert pause(application, cast.handler, submission_key=key).pk == first.pk
    assert TermPause.objects.count() == 1


def test_the_database_refuses_an_interval_backwards(application):
    with pytest.raises(IntegrityError), transaction.atomic():
        PauseFactory(application=application, asked_on=TODAY, until_on=TODAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        PauseFactory(application=application, ended_on=TODAY - DAY)


def test_a_promise_does_not_move_the_end(application, cast):
    end = application.due_on
    act = {"application_id": application.pk, "by": cast.handler}

    services.name_delay(promised_on=end + 7 * DAY, told_on=TODAY, **act)

    assert due(application) == end
    assert application.promised_on == end + 7 * DAY
    with pytest.raises(RuleViolation, match="Noem een latere dag"):
        services.name_delay(promised_on=end, told_on=TODAY, **act)
    with pytest.raises(RuleViolation, match="vóór de aanvraag of na vandaag"):
        services.name_delay(promised_on=end + DAY, told_on=TODAY + DAY, **act)


def test_a_notice_of_default_counts_after_the_end_only(application, cast):
    act = {"application_id": application.pk, "by": cast.handler}
    with pytest.raises(RuleViolation, match="telt pas daarna"):
        services.note_default(noticed_on=TODAY, **act)
    Application.objects.update(due_at=application.registered_at - 2 * DAY)

    services.note_default(noticed_on=TODAY, **act)

    assert services.note_default(noticed_on=TODAY, **act).noticed_on == TODAY
    with pytest.raises(RuleViolation, match="al een ingebrekestelling"):
        services.note_default(noticed_on=TODAY - DAY, **act)


def test_withdrawn_is_over_and_not_after_the_decision(application, cast, product, mandate):
    written(application, cast.handler, product)
    decide(application, cast.handler)
    act = {"application_id": application.pk, "reason": "Hoeft niet meer.", "by": cast.handler}
    with pytest.raises(RuleViolation, match="Intrekken kan niet meer"):
        services.withdraw_application(**act)
    services.reopen_decision(application_id=application.pk, by=cast.handler)

    assert services.withdraw_application(**act).ended_at is not None
    with pytest.raises(RuleViolation, match="loopt niet meer"):
        pause(application, cast.handler)


def test_passed_to_the_stadhuis_the_term_runs_on(application, cast):
    hall = TeamFactory(code="stadhuis", kind="city_hall_team")
    worker = MembershipFactory(role=Role.CITY_HALL_TEAM, team=hall).user
    act = {"application_id": application.pk, "desk": hall, "reason": "Vraagt ander mandaat."}
    end = application.due_on

    services.pass_application(person=None, by=cast.handler, **act)

    application.refresh_from_db()
    assert (application.desk, application.handler, application.due_on) == (hall, None, end)
    assert worker.notices.count() == 1
    services.claim_application(application_id=application.pk, by=worker)
    back = {"application_id": application.pk, "desk": application.team, "by": worker}
    services.pass_application(person=cast.handler, reason="Hoort bij het wijkteam.", **back)
    assert due(application) == end


def test_to_somebody_who_does_not_work_there_it_does_not_go(application, cast):
    act = {"application_id": application.pk, "reason": "Druk.", "by": cast.handler}

    with pytest.raises(RuleViolation, match="werkt vandaag niet in dat team"):
        services.pass_application(desk=application.team, person=cast.outsider_worker, **act)
    with pytest.raises(RuleViolation, match="werkt vandaag niemand"):
        services.pass_application(desk=TeamFactory(), person=None, **act)


def test_a_manager_passes_and_does_not_write(application, cast):
    act = {"application_id": application.pk, "desk": application.team, "by": cast.team_manager}

    passed = services.pass_application(person=cast.team_worker, reason="Ziek.", **act)

    assert passed.handler == cast.team_worker
    with pytest.raises(PermissionDenied):
        pause(application, cast.team_manager)


def test_who_was_second_hears_who_was_first(application, cast):
    Application.objects.update(handler=None)
    services.claim_application(application_id=application.pk, by=cast.team_worker)

    with pytest.raises(RuleViolation, match="al opgepakt"):
        services.claim_application(application_id=application.pk, by=cast.handler)
    services.claim_application(application_id=application.pk, by=cast.team_worker)


def test_a_colleague_of_the_team_does_not_keep_the_term(application, cast):
    with pytest.raises(PermissionDenied):
        pause(application, cast.team_worker)
    with pytest.raises(Application.DoesNotExist):
        pause(application, cast.outsider_worker)
