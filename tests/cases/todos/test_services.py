"""Add, end, hand over and move: by who works in it, once, with a line in the dossier."""

import uuid
from datetime import timedelta
from functools import partial

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent
from cases.dossiers.models import FileLine, ResidentFile
from cases.dossiers.services import add_colleague, close_file, end_colleague, transfer_direction
from cases.todos import services
from cases.todos.models import Task
from clusters.models import Notice
from common.errors import RuleViolation
from tests.factories.cases import MONDAY
from tests.factories.dossiers import FileColleagueFactory, FileFactory
from tests.factories.todos import TaskFactory

DAY = timedelta(days=1)
TODAY = MONDAY.date()
REASON = "De inwoner is op vakantie."


def add(file, by, **own):
    told = {
        "submission_key": uuid.uuid4(),
        "words": "Bel de woningbouw.",
        "owner": by,
        "due_on": TODAY + 3 * DAY,
        "ahead": 0,
    }
    return services.add_task(file_id=file.pk, by=by, **told | own)


def act(what, task, by, **own):
    return what(file_id=task.file_id, task_id=task.pk, by=by, **own)


finish = partial(act, services.finish_task)
drop = partial(act, services.drop_task)


def hand(task, by, to, **own):
    told = {"version": task.version, "words": "", "person": to}
    return act(services.hand_task, task, by, **told | own)


def move(task, by, day, **own):
    told = {"version": task.version, "words": REASON, "due_on": day}
    return act(services.move_task, task, by, **told | own)


def lines(file):
    rows = FileLine.objects.filter(file=file).select_related("file").order_by("pk")
    return [(line.kind, line.words) for line in rows]


def test_a_task_is_added_once_for_a_colleague_who_is_told(file, cast, colleague):
    key = uuid.uuid4()
    first = add(file, cast.handler, submission_key=key, owner=colleague)
    assert add(file, cast.handler, submission_key=key, owner=colleague) == first

    assert (first.words, first.due_on, first.owner) == (
        "Bel de woningbouw.",
        TODAY + 3 * DAY,
        colleague,
    )
    assert lines(file) == [("task", "Bel de woningbouw.")]
    notice = Notice.objects.get()
    assert notice.person == colleague
    assert "woningbouw" not in notice.text
    assert str(file.resident) not in notice.text
    assert AuditEvent.objects.filter(code="task.added").count() == 1


def test_who_asks_themselves_is_not_told(file, cast):
    add(file, cast.handler)
    assert not Notice.objects.exists()


@pytest.mark.parametrize("person", ["team_worker", "team_manager", "outsider_worker"])
def test_the_owner_works_in_the_dossier(file, cast, person):
    with pytest.raises(RuleViolation) as broken:
        add(file, cast.handler, owner=getattr(cast, person))
    assert broken.value.field == "owner"


def test_a_day_that_is_over_is_refused(file, cast):
    with pytest.raises(RuleViolation) as broken:
        add(file, cast.handler, due_on=TODAY - DAY)
    assert broken.value.field == "due_on"
    add(file, cast.handler, due_on=TODAY)


def test_a_key_of_another_dossier_is_no_key_here(task, cast, noord):
    other = FileFactory(team=noord, director=cast.handler)
    with pytest.raises(RuleViolation, match="verouderd"):
        add(other, cast.handler, submission_key=task.uuid)


@pytest.mark.parametrize("person", ["team_worker", "team_manager", "outsider_worker"])
def test_who_does_not_work_in_it_does_nothing(task, cast, person):
    by, refused = getattr(cast, person), (PermissionDenied, ResidentFile.DoesNotExist)
    with pytest.raises(refused):
        add(task.file, by, owner=cast.handler)
    for doing in (
        partial(finish, words=""),
        partial(drop, words="x"),
        partial(hand, to=cast.handler),
        partial(move, day=TODAY),
    ):
        with pytest.raises(refused):
            doing(task, by)
    task.refresh_from_db()
    assert task.is_open


def test_a_colleague_finishes_what_is_on_another_name(task, colleague, cast):
    for _ in range(2):
        finish(task, colleague, words="Morgen komt de monteur.")

    task.refresh_from_db()
    assert (task.state, task.ended_by, task.ended_at) == ("done", colleague, MONDAY)
    assert task.outcome == "Morgen komt de monteur."
    assert lines(task.file) == [("task_done", "Bel de woningbouw.\nMorgen komt de monteur.")]
    with pytest.raises(RuleViolation, match=f"gedaan, door {colleague}"):
        finish(task, cast.handler, words="Nog iets.")
    with pytest.raises(RuleViolation, match="al afgerond"):
        drop(task, cast.handler, words="Hoeft niet.")


def test_it_is_dropped_only_with_a_reason(task, cast):
    with pytest.raises(RuleViolation) as broken:
        drop(task, cast.handler, words="  ")
    assert broken.value.field == "words"
    for _ in range(2):
        drop(task, cast.handler, words=REASON)
    task.refresh_from_db()
    assert (task.state, task.outcome) == ("dropped", REASON)
    assert [kind for kind, _ in lines(task.file)] == ["task_drop"]


def test_it_goes_to_a_colleague_of_the_dossier_once(task, cast, colleague):
    for _ in range(2):
        hand(task, cast.handler, colleague, words="Jij kent hem beter.")
    task.refresh_from_db()
    assert task.owner == colleague
    line = task.file.lines.get()
    assert (line.kind, line.person) == ("task_hand", colleague)
    assert Notice.objects.get().person == colleague


@pytest.mark.parametrize("person", ["team_manager", "city_hall_team", "outsider_worker"])
def test_it_does_not_go_to_who_cannot_open_it(task, cast, person):
    with pytest.raises(RuleViolation) as broken:
        hand(task, cast.handler, getattr(cast, person))
    assert broken.value.field == "person"


def test_another_day_keeps_why_and_what_it_was(task, cast):
    for _ in range(2):
        move(task, cast.handler, TODAY + 9 * DAY)
    task.refresh_from_db()
    assert task.due_on == TODAY + 9 * DAY
    [(kind, words)] = lines(task.file)
    assert kind == "task_day"
    assert words == f"Bel de woningbouw.\nVan 26-11-2026 naar 02-12-2026. {REASON}"
    with pytest.raises(RuleViolation) as broken:
        move(task, cast.handler, TODAY - DAY, version=2)
    assert broken.value.field == "due_on"


def test_an_old_page_changes_nothing_and_says_how_it_stands(task, cast, colleague):
    move(task, cast.handler, TODAY + 9 * DAY)
    with pytest.raises(RuleViolation, match="02-12-2026"):
        move(task, colleague, TODAY + DAY)
    with pytest.raises(RuleViolation, match="wijzigde deze taak net"):
        hand(task, cast.handler, colleague)


def test_what_is_over_is_not_handed_or_moved(task, cast, colleague):
    finish(task, cast.handler, words="")
    with pytest.raises(RuleViolation):
        hand(task, cast.handler, colleague)
    with pytest.raises(RuleViolation):
        move(task, cast.handler, TODAY + 9 * DAY)


def test_a_dossier_does_not_close_with_an_open_task_and_says_whose(task, cast):
    close = {"file_id": task.file_id, "words": "Klaar.", "by": cast.handler}
    with pytest.raises(RuleViolation, match=f"taak van {cast.handler} voor do 26 november"):
        close_file(**close)
    finish(task, cast.handler, words="")
    close_file(**close)
    with pytest.raises(RuleViolation, match="afgesloten"):
        add(task.file, cast.handler)


def test_a_task_of_another_dossier_is_not_found_here(task, cast, noord):
    other = FileFactory(team=noord, director=cast.handler)
    with pytest.raises(Task.DoesNotExist):
        services.finish_task(file_id=other.pk, task_id=task.pk, words="", by=cast.handler)


def test_what_a_colleague_still_had_to_do_goes_to_the_casusregisseur(file, cast, colleague):
    task = TaskFactory(file=file, owner=colleague)
    over = TaskFactory(file=file, owner=colleague, done=True)
    period = file.colleagues.get()
    end_colleague(file_id=file.pk, colleague_id=period.pk, by=cast.handler)

    task.refresh_from_db()
    over.refresh_from_db()
    assert (task.owner, over.owner) == (cast.handler, colleague)
    assert [kind for kind, _ in lines(file)] == ["left", "task_hand"]
    assert f"{colleague} werkt niet meer mee" in lines(file)[1][1]
    assert not Notice.objects.filter(person=cast.handler).exists()  # who did it knows
    assert AuditEvent.objects.filter(code="task.inherited").count() == 1


def test_what_the_former_casusregisseur_had_to_do_goes_to_the_next(task, cast):
    move_to = {"person": cast.team_worker, "reason": "Druk.", "version": 1}
    transfer_direction(file_id=task.file_id, by=cast.team_manager, **move_to)
    task.refresh_from_db()
    assert task.owner == cast.team_worker
    told = Notice.objects.filter(person=cast.team_worker).values_list("text", flat=True)
    assert any("Een taak staat nu bij u" in text for text in told)


def test_a_former_casusregisseur_who_works_along_keeps_it(task, cast):
    FileColleagueFactory(file=task.file, employee=cast.handler)
    move_to = {"person": cast.team_worker, "reason": "Druk.", "version": 1}
    transfer_direction(file_id=task.file_id, by=cast.handler, **move_to)
    task.refresh_from_db()
    assert task.owner == cast.handler


def test_after_the_last_day_of_a_colleague_the_worker_passes_it_on(
    file, cast, time_machine, monday
):
    join = {"role": "helper", "until": TODAY + DAY, "by": cast.handler}
    add_colleague(file_id=file.pk, employee=cast.team_worker, **join)
    task = add(file, cast.handler, owner=cast.team_worker)
    assert services.pass_on_tasks(at=MONDAY + DAY) == 0
    time_machine.move_to(MONDAY + 2 * DAY, tick=False)

    assert [services.pass_on_tasks(at=MONDAY + 2 * DAY) for _ in range(2)] == [1, 0]
    task.refresh_from_db()
    assert task.owner == cast.handler
    line = file.lines.order_by("-pk").first()
    assert (line.kind, line.by, line.person) == ("task_hand", cast.handler, cast.handler)
