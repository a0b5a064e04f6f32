"""What is open goes along or stays with a name; who keeps work stays, who does not reads on."""

import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from cases.dossiers import services as dossiers
from cases.dossiers.models import ResidentFile
from cases.handovers import services
from cases.handovers.models import Handover
from cases.todos.models import Task
from clusters.models import Notice
from common.errors import RuleViolation
from tests.cases.dossiers.acting import lines
from tests.cases.handovers.acting import (
    TODAY,
    accept,
    choices_of,
    offer,
)
from tests.factories.cases import MONDAY, CallbackFactory
from tests.factories.decisions import ApplicationFactory
from tests.factories.dossiers import FileColleagueFactory
from tests.factories.intakes import NotificationFactory
from tests.factories.todos import TaskFactory
from tests.factories.waakvlam import WaakvlamFactory

DAY = timedelta(days=1)


def told(person):
    return list(Notice.objects.filter(person=person).order_by("pk").values_list("text", flat=True))


def reread(handover):
    return Handover.objects.get(pk=handover.pk)


def test_everything_open_goes_along_or_stays_with_a_name(file, cast, sst, noord):
    own = {"resident": file.resident, "team": noord}
    callback = CallbackFactory(claimed=True, handler=cast.handler, **own)
    melding = NotificationFactory(handler=cast.handler, **own)
    mate = FileColleagueFactory(file=file, employee=cast.team_worker)
    task = TaskFactory(file=file, owner=cast.handler)
    other = TaskFactory(file=file, owner=cast.team_worker)
    handover = offer(file, cast.handler, sst.team)

    with pytest.raises(RuleViolation, match="Kies voor alles wat openstaat"):
        accept(handover, sst.ada, chosen={})
    assert ResidentFile.objects.get().director == cast.handler
    chosen = choices_of(handover) | {f"task:{other.pk}": "stays", f"melding:{melding.pk}": "stays"}
    accept(handover, sst.ada, chosen=chosen)

    callback.refresh_from_db()
    melding.refresh_from_db()
    assert (callback.team, callback.handler) == (sst.team, sst.ada)
    assert (melding.team, melding.handler) == (noord, cast.handler)
    assert callback.steps.filter(step="forwarded").exists()
    assert Task.objects.get(pk=task.pk).owner == sst.ada
    assert Task.objects.get(pk=other.pk).owner == cast.team_worker
    mate.refresh_from_db()
    assert mate.is_running


def test_what_came_since_the_page_was_read_stops_it(file, cast, sst):
    handover = offer(file, cast.handler, sst.team)
    chosen = choices_of(handover)
    TaskFactory(file=file, owner=cast.handler)

    with pytest.raises(RuleViolation, match="Taak voor"):
        accept(handover, sst.ada, chosen=chosen)
    assert reread(handover).state == "offered"


def test_who_keeps_a_task_works_along_and_else_reads_on_for_thirty_days(file, cast, sst):
    TaskFactory(file=file, owner=cast.handler)
    handover = offer(file, cast.handler, sst.team)
    accept(handover, sst.ada, chosen=choices_of(handover, task="stays"))

    kept = file.colleagues.get()
    assert (kept.employee, kept.role, kept.until) == (cast.handler, "helper", None)
    assert Task.objects.get().owner == cast.handler


def test_the_former_casusregisseur_reads_on_and_writes_one_kind_of_note(
    file, cast, sst, time_machine_at
):
    accept(offer(file, cast.handler, sst.team), sst.ada)
    own = {"file_id": file.pk, "submission_key": uuid.uuid4(), "words": "De zus weet ervan."}

    kept = file.colleagues.get()
    assert (kept.role, kept.until) == ("former", TODAY + 30 * DAY)
    with pytest.raises(PermissionDenied):
        dossiers.write_note(by=cast.handler, **own)
    for _ in range(2):
        services.add_late_note(by=cast.handler, **own)
    assert lines(file).count("ho_note") == 1
    assert "vulde dossier" in told(sst.ada)[-1]
    with time_machine_at(MONDAY + 31 * DAY), pytest.raises(ResidentFile.DoesNotExist):
        services.add_late_note(by=cast.handler, **own | {"submission_key": uuid.uuid4()})


@pytest.fixture
def time_machine_at():
    import time_machine

    return lambda at: time_machine.travel(at, tick=False)


def test_a_colleague_of_the_dossier_can_become_its_casusregisseur(file, cast, sst):
    FileColleagueFactory(file=file, employee=sst.bo)
    TaskFactory(file=file, owner=sst.bo)
    handover = offer(file, cast.handler, sst.team)
    chosen = choices_of(handover)
    accept(handover, sst.ada, director=sst.bo, chosen=chosen)

    assert Task.objects.get().owner == sst.bo
    assert not file.colleagues.running(TODAY).filter(employee=sst.bo).exists()


def test_an_aanvraag_stays_when_the_team_does_not_decide(file, cast, sst, noord):
    melding = NotificationFactory(
        resident=file.resident, team=noord, handler=cast.handler, investigated=True
    )
    application = ApplicationFactory(melding=melding, file=file)
    handover = offer(file, cast.handler, sst.team)
    key = f"application:{application.pk}"
    assert choices_of(handover)[key] == "stays"
    with pytest.raises(RuleViolation, match="Aanvraag"):
        accept(handover, sst.ada, chosen=choices_of(handover) | {key: "along"})


def test_an_aanvraag_goes_along_to_a_wijkteam_and_keeps_its_term(file, cast, noord):
    melding = NotificationFactory(
        resident=file.resident, team=noord, handler=cast.handler, investigated=True
    )
    application = ApplicationFactory(melding=melding, file=file)
    before = application.due_at
    handover = offer(file, cast.handler, cast.elsewhere)
    accept(handover, cast.outsider_worker)

    application.refresh_from_db()
    assert (application.desk, application.handler) == (cast.elsewhere, cast.outsider_worker)
    assert application.due_at == before


def test_nothing_stays_with_somebody_who_is_gone(file, cast, sst, noord):
    callback = CallbackFactory(
        resident=file.resident, team=noord, claimed=True, handler=cast.team_worker
    )
    cast.team_worker.memberships.update(valid_until=TODAY - DAY)
    handover = offer(file, cast.handler, sst.team)
    with pytest.raises(RuleViolation, match="Terugbelverzoek"):
        accept(handover, sst.ada, chosen={f"callback:{callback.pk}": "stays"})


def test_a_waakvlam_stays_with_who_keeps_it_and_not_with_somebody_who_is_gone(
    file, cast, sst, noord
):
    kept = WaakvlamFactory(
        resident=file.resident, team=noord, owner=cast.team_worker, deputy=cast.handler
    )
    handover = offer(file, cast.handler, sst.team)
    assert choices_of(handover)[f"waakvlam:{kept.pk}"] == "stays"
    accept(handover, sst.ada)
    kept.refresh_from_db()
    assert (kept.team, kept.owner) == (noord, cast.team_worker)


def test_a_waakvlam_of_somebody_who_is_gone_stops_the_hand_over(file, cast, sst, noord):
    WaakvlamFactory(resident=file.resident, team=noord, owner=cast.team_worker, deputy=cast.handler)
    handover = offer(file, cast.handler, sst.team)
    cast.team_worker.memberships.update(valid_until=TODAY - DAY)
    with pytest.raises(RuleViolation, match="Waakvlam"):
        accept(handover, sst.ada)
