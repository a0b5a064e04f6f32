"""The pages of tasks: who sees them, nothing lost, the same number of queries for many rows."""

from datetime import timedelta

import pytest
from django.urls import reverse

from audit.models import AuditEvent, AuditSubject
from cases.todos.models import Task
from tests.cases.callbacks.pages import ODD, answers_in, errors_of, text_of
from tests.cases.talks.test_views_reports import tables_with
from tests.factories.cases import MONDAY
from tests.factories.dossiers import FileFactory
from tests.factories.todos import TaskFactory

CANARY = "Kanarieindetaak"
DAY = timedelta(days=1)
TODAY = MONDAY.date()
ACTS = ("finish", "drop", "hand", "move")


def url(name, *args):
    return reverse(f"task-{name}", args=args)


@pytest.fixture
def worker(as_user, cast):
    return as_user(cast.handler)


def test_from_the_dossier_to_a_task_and_its_end(worker, file, cast):
    page = worker.get(reverse("file-detail", args=[file.pk])).content.decode()
    assert url("panel", file.pk) in page
    assert url("new", file.pk) in worker.get(url("panel", file.pk)).content.decode()

    form = worker.get(url("new", file.pk))
    assert answers_in(form)["owner"] == str(cast.handler.pk)
    sent = answers_in(form) | {"words": "Bel de school.", "due_on": str(TODAY + DAY)}
    for _ in range(2):
        listed = worker.post(url("new", file.pk), sent, follow=True)
    assert "Bel de school." in text_of(listed)
    task = Task.objects.get()
    assert "Bel de school." in text_of(worker.get(url("panel", file.pk)))

    page = worker.get(url("move", file.pk, task.pk))
    later = answers_in(page) | {"due_on": str(TODAY + 5 * DAY), "words": "Vakantie."}
    assert "za 28 november" in text_of(
        worker.post(url("move", file.pk, task.pk), later, follow=True)
    )
    worker.post(url("finish", file.pk, task.pk), {"words": "Gebeld."})
    over = text_of(worker.get(url("list", file.pk), {"selectie": "voorbij"}))
    assert "Gebeld." in over
    assert "Bel de school." not in text_of(worker.get(url("panel", file.pk)))


def test_a_mistake_leaves_everything_in_its_place(worker, file):
    sent = answers_in(worker.get(url("new", file.pk))) | {"words": ODD, "due_on": "2020-01-01"}
    refused = worker.post(url("new", file.pk), sent)

    assert errors_of(refused).keys() == {"due_on"}
    assert answers_in(refused)["words"] == ODD
    assert "<script>" not in refused.content.decode().partition("<main")[2]


@pytest.mark.parametrize("person", ["team_worker", "team_manager"])
def test_the_team_and_its_manager_see_no_word_of_it(as_user, cast, task, person):
    Task.objects.filter(pk=task.pk).delete()
    task = TaskFactory(file=task.file, words=CANARY)
    client = as_user(getattr(cast, person))
    for name in ("list", "panel", "new"):
        assert client.get(url(name, task.file_id)).status_code == 403
    for name in ACTS:
        assert client.post(url(name, task.file_id, task.pk), {"words": "x"}).status_code == 403
    page = client.get(reverse("file-detail", args=[task.file_id])).content.decode()
    assert url("panel", task.file_id) not in page
    assert CANARY not in page


@pytest.mark.parametrize("name", ACTS)
def test_a_task_of_another_dossier_is_not_found_here(worker, file, cast, noord, name):
    other = TaskFactory(file=FileFactory(team=noord, director=cast.handler))
    for method in (worker.get, worker.post):
        assert method(url(name, file.pk, other.pk)).status_code == 404


def test_a_colleague_who_was_first_is_named_and_nothing_is_lost(worker, task):
    page = worker.get(url("move", task.file_id, task.pk))
    first = answers_in(page) | {"due_on": str(TODAY + 4 * DAY), "words": "Eerst."}
    second = answers_in(page) | {"due_on": str(TODAY + 8 * DAY), "words": "Daarna."}
    worker.post(url("move", task.file_id, task.pk), first)
    refused = worker.post(url("move", task.file_id, task.pk), second)

    assert "27-11-2026" in text_of(refused)
    assert answers_in(refused)["words"] == "Daarna."
    worker.post(url("move", task.file_id, task.pk), answers_in(refused))
    task.refresh_from_db()
    assert task.due_on == TODAY + 8 * DAY


def test_a_closed_dossier_shows_its_tasks_and_no_buttons(worker, cast, noord):
    file = FileFactory(team=noord, director=cast.handler, closed=True)
    task = TaskFactory(file=file, done=True)
    page = worker.get(url("list", file.pk), {"selectie": "voorbij"})
    assert task.words in text_of(page)
    assert url("new", file.pk) not in page.content.decode()
    refused = worker.post(url("drop", file.pk, task.pk), {"words": "x"})
    assert "afgesloten" in text_of(refused)


def test_the_list_is_paged(worker, file, settings):
    settings.PAGE_SIZE = 2
    for number in range(5):
        TaskFactory(file=file, words=f"Taak {number}", due_on=TODAY + number * DAY)
    page = text_of(worker.get(url("list", file.pk)))
    assert "Taak 1" in page
    assert "Taak 2" not in page


def test_who_read_it_is_in_the_trail(worker, task):
    worker.get(url("list", task.file_id))
    event = AuditEvent.objects.get(code="task.listed")
    assert AuditSubject.objects.get(event=event).resident_id == task.resident_id


@pytest.mark.parametrize("rows", [1, 5])
@pytest.mark.parametrize(("name", "queries"), [("list", 10), ("panel", 10)])
def test_it_costs_the_same_queries(worker, file, name, queries, rows, django_assert_num_queries):
    for _ in range(rows):
        TaskFactory(file=file)
    with django_assert_num_queries(queries):
        worker.get(url(name, file.pk))


def test_what_is_mine_stands_in_mijn_werk(worker, task, cast):
    TaskFactory(file=task.file, done=True)
    page = text_of(worker.get(reverse("home")))
    assert page.count("Taak") == 1
    assert task.file.reference in page
    assert task.words not in page


def test_no_word_of_a_task_stands_in_clear_in_any_table(worker, file, cast, colleague):
    form = answers_in(worker.get(url("new", file.pk)))
    worker.post(url("new", file.pk), form | {"words": CANARY, "due_on": str(TODAY + DAY)})
    task = Task.objects.get()
    move = {"due_on": str(TODAY + 3 * DAY), "words": CANARY, "version": "1"}
    worker.post(url("move", file.pk, task.pk), move)
    hand = {"person": colleague.pk, "words": CANARY, "version": "2"}
    worker.post(url("hand", file.pk, task.pk), hand)
    worker.post(url("drop", file.pk, task.pk), {"words": CANARY})

    kinds = list(file.lines.order_by("pk").values_list("kind", flat=True))
    assert kinds == ["task", "task_day", "task_hand", "task_drop"]
    assert tables_with(CANARY) == []


def test_without_an_owner_it_says_so_and_is_taken_over(as_user, cast, file, colleague):
    task = TaskFactory(file=file, owner=colleague, words=CANARY)
    colleague.is_active = False
    colleague.save()
    worker, address = as_user(cast.handler), reverse("task-assign", args=[file.pk, task.pk])
    for name in ("task-list", "task-panel"):
        page = worker.get(reverse(name, args=[file.pk]))
        assert "zonder eigenaar" in text_of(page)
        assert address in page.content.decode()

    page = worker.get(address)
    assert CANARY in text_of(page)
    answer = worker.post(address, answers_in(page), follow=True)

    assert Task.objects.get().owner == cast.handler
    assert "De taak heeft weer een eigenaar." in text_of(answer)
    assert "zonder eigenaar" not in text_of(answer)


def test_the_manager_assigns_it_and_reads_not_a_word(as_user, cast, file, colleague):
    task = TaskFactory(file=file, owner=colleague, words=CANARY)
    colleague.is_active = False
    colleague.save()
    manager, address = as_user(cast.team_manager), reverse("task-assign", args=[file.pk, task.pk])
    home = manager.get(reverse("home"))
    assert "Taak zonder eigenaar" in text_of(home)
    assert f"was van {colleague}" in text_of(home)
    assert address in home.content.decode()

    page = manager.get(address)
    assert CANARY not in page.content.decode()
    answer = manager.post(address, answers_in(page) | {"person": cast.handler.pk}, follow=True)

    assert Task.objects.get().owner == cast.handler
    assert "Taak zonder eigenaar" not in text_of(answer)
    assert CANARY not in answer.content.decode()


def test_with_nobody_left_the_direction_goes_first(as_user, cast, task):
    cast.handler.is_active = False
    cast.handler.save()

    page = as_user(cast.team_manager).get(reverse("task-assign", args=[task.file_id, task.pk]))

    assert reverse("file-direction", args=[task.file_id]) in page.content.decode()
    assert '<form method="post" data-warn' not in page.content.decode()
