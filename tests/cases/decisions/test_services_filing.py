"""When an aanvraag begins, and when it cannot (AB-1, AB-2, AB-3, AB-17)."""

import uuid
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent
from cases.decisions.models import Application
from cases.models import WmoNotification
from cases.talks.services import record_reaction
from common.errors import RuleViolation
from tests.cases.decisions.acting import DAY, TODAY, file_one
from tests.factories.decisions import ApplicationFactory, version_of
from tests.factories.dossiers import FileFactory
from tests.factories.intakes import NotificationFactory


def test_after_the_report_two_weeks_run(melding, cast, noord):
    version_of(melding)
    file = FileFactory(resident=melding.resident, team=noord, director=cast.handler)

    made = file_one(melding, cast.handler)

    assert (made.state, made.handler, made.desk) == ("open", cast.handler, noord)
    assert (made.received_on, made.due_on) == (TODAY, TODAY + 14 * DAY)
    assert (made.report.sent_on, made.file) == (TODAY, file)
    assert [line.kind for line in file.lines.all()] == ["applied"]
    assert AuditEvent.objects.filter(code="application.filed").count() == 1


def test_without_a_report_it_is_too_early(melding, cast):
    with pytest.raises(RuleViolation, match="nog geen verslag") as broken:
        file_one(melding, cast.handler)

    assert broken.value.field == "ground"
    assert not Application.objects.exists()


@pytest.mark.parametrize("late", [0, 1])
def test_without_a_report_it_may_come_after_the_six_weeks_only(melding, cast, late):
    WmoNotification.objects.update(received_on=TODAY - 43 * DAY, due_at=melding.registered_at)
    melding.refresh_from_db()
    day = melding.due_on + late * DAY

    if late:
        melding.due_at -= DAY
        melding.save(update_fields=["due_at"])
        assert file_one(melding, cast.handler, "six_weeks", day=TODAY).report is None
    else:
        with pytest.raises(RuleViolation, match="zes weken lopen tot en met"):
            file_one(melding, cast.handler, "six_weeks", day=day)


def test_after_a_report_the_six_weeks_are_no_reason(melding, cast):
    version_of(melding)

    with pytest.raises(RuleViolation, match="al verstuurd"):
        file_one(melding, cast.handler, "six_weeks")


@pytest.mark.parametrize("day", [TODAY - DAY, TODAY + DAY, date(1900, 1, 1), date(2100, 1, 1)])
def test_not_before_the_report_and_not_from_the_future(melding, cast, day):
    version_of(melding)

    with pytest.raises(RuleViolation) as broken:
        file_one(melding, cast.handler, day=day)

    assert broken.value.field == "received_on"


def test_one_runs_per_melding_and_a_form_sent_twice_is_one(melding, cast):
    version_of(melding)
    key = uuid.uuid4()
    first = file_one(melding, cast.handler, submission_key=key)

    assert file_one(melding, cast.handler, submission_key=key).pk == first.pk
    with pytest.raises(RuleViolation, match="loopt al een aanvraag"):
        file_one(melding, cast.handler)


def test_after_the_first_was_withdrawn_there_may_be_another(melding, cast):
    ApplicationFactory(melding=melding, withdrawn=True)

    assert file_one(melding, cast.handler).is_running


def test_an_urgent_melding_that_runs_may_have_a_temporary_provision(cast, noord, monday):
    melding = NotificationFactory(team=noord, handler=cast.handler, confirmed=True, urgent=True)

    made = file_one(melding, cast.handler, "urgent")

    assert (made.is_urgent, made.report, made.due_at) == (True, None, melding.urgent_due_at)
    with pytest.raises(RuleViolation, match="loopt al"):
        file_one(melding, cast.handler, "urgent")


def test_without_urgency_there_is_no_temporary_provision(melding, cast):
    with pytest.raises(RuleViolation, match="met spoed die nog loopt"):
        file_one(melding, cast.handler, "urgent")


def test_a_signed_report_starts_the_two_weeks_in_the_act_of_signing(melding, cast):
    sent = version_of(melding)
    told = {"reaction": "agreed", "words": "", "reacted_on": TODAY, "signature": "paper"}

    record_reaction(version_id=sent.pk, talk_id=sent.talk_id, by=cast.handler, **told)

    made = Application.objects.get()
    assert (made.ground, made.report, made.received_on) == ("report", sent, TODAY)
    assert (made.due_on, made.handler) == (TODAY + 14 * DAY, cast.handler)


@pytest.mark.parametrize(
    ("own", "counts"),
    [({"reaction": "disagreed"}, True), ({"signature": "none"}, True), ({}, False)],
)
def test_what_does_not_count_as_aanvraag_starts_nothing(melding, cast, settings, own, counts):
    settings.SIGNED_REPORT_IS_APPLICATION = counts
    sent = version_of(melding)
    told = {"reaction": "agreed", "words": "Nee.", "reacted_on": TODAY, "signature": "paper"} | own

    record_reaction(version_id=sent.pk, talk_id=sent.talk_id, by=cast.handler, **told)

    assert not Application.objects.exists()


def test_signing_again_while_one_runs_is_not_another(melding, cast):
    first = ApplicationFactory(melding=melding)
    told = {"reaction": "agreed", "words": "", "reacted_on": TODAY, "signature": "paper"}

    record_reaction(
        version_id=first.report.pk, talk_id=first.report.talk_id, by=cast.handler, **told
    )

    assert Application.objects.get() == first


def test_who_is_not_in_the_team_does_not_find_the_melding(melding, cast):
    with pytest.raises(WmoNotification.DoesNotExist):
        file_one(melding, cast.outsider_worker)


def test_a_manager_files_nothing(melding, cast):
    version_of(melding)

    with pytest.raises(PermissionDenied):
        file_one(melding, cast.team_manager)
