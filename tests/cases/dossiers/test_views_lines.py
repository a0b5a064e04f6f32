"""The line of a dossier on the page: chosen, searched, what is new, and templates for a note."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from cases.dossiers import services
from cases.dossiers.models import FileLine, FileLook, NoteTemplate
from cases.models import CallbackRequest
from common.reference import sync
from tests.cases.callbacks.pages import answers_in, text_of
from tests.factories.cases import MONDAY, CallbackFactory
from tests.factories.dossiers import (
    FileColleagueFactory,
    FileFactory,
    FileLineFactory,
    HelpRequestFactory,
)
from tests.factories.intakes import NotificationFactory

MINUTE = timedelta(minutes=1)


@pytest.fixture
def worker(as_user, cast):
    return as_user(cast.handler)


@pytest.fixture
def detail(file):
    return reverse("file-detail", args=[file.pk])


@pytest.fixture
def search(file):
    return reverse("file-search", args=[file.pk])


def elsewhere(file, kind, event, ref, **own):
    told = {"file": file, "resident": file.resident, "at": MONDAY, "by": file.director}
    return FileLine.objects.create(kind=kind, event=event, ref=ref, **told | own)


# --- other rooms ---------------------------------------------------------------------------------


def test_a_line_of_another_room_leads_there_only_who_may_come_in(as_user, file, cast, detail):
    own = CallbackRequest.objects.get()
    far = CallbackFactory(resident=file.resident)
    melding = NotificationFactory(resident=file.resident, team=file.team, handler=cast.team_worker)
    elsewhere(file, "callback", "callback.closed", own.pk)
    elsewhere(file, "callback", "callback.attempted", far.pk)
    elsewhere(file, "melding", "notification.confirmed", melding.pk)
    elsewhere(file, "contact", "contact.ended", 12, by=None)
    FileColleagueFactory(file=file, employee=cast.team_worker)

    mine = as_user(cast.handler).get(detail).content.decode()
    theirs = as_user(cast.team_worker).get(detail).content.decode()
    for page in (mine, theirs):
        assert "Melding bevestigd" in page
        assert "Contact met het klantcontactcentrum" in page
        assert f'"{reverse("callback-detail", args=[own.pk])}"' in page
        assert reverse("callback-detail", args=[far.pk]) not in page
    address = reverse("notification-detail", args=[melding.pk])
    assert address not in mine
    assert address in theirs
    assert as_user(cast.team_worker).get(address).status_code == 200


# --- choosing ------------------------------------------------------------------------------------


def test_by_kind_by_person_and_by_period(worker, file, cast, detail):
    FileLineFactory(file=file, words="Een notitie.")
    FileLineFactory(file=file, words="Van Sam.", by=cast.team_worker, at=MONDAY - 3 * 1440 * MINUTE)
    elsewhere(file, "callback", "callback.closed", 1)

    def shown(**choice):
        return text_of(worker.get(detail, choice))

    assert "Een notitie." not in shown(soort="contacten")
    assert "Terugbelverzoek afgesloten" in shown(soort="contacten")
    assert "Een notitie." in shown(wie=cast.handler.pk)
    assert "Van Sam." not in shown(wie=cast.handler.pk)
    assert "Van Sam." in shown(wie=cast.team_worker.pk)
    assert "Van Sam." not in shown(van="2026-11-23")
    assert "Een notitie." not in shown(tot="2026-11-22")
    assert "Niets in deze keuze." in shown(soort="let-op")


@pytest.mark.parametrize(
    "choice",
    [
        {"soort": "<script>"},
        {"wie": "9" * 30},
        {"wie": "-1"},
        {"van": "2026-11-24", "tot": "2026-11-23"},
        {"van": "0001-01-01"},
        {"tot": "9999-12-31"},
        {"van": "x"},
    ],
)
def test_a_choice_that_cannot_be_is_no_choice(worker, file, detail, choice):
    FileLineFactory(file=file, words="Een notitie.")
    page = worker.get(detail, choice)

    assert page.status_code == 200
    assert "Een notitie." in text_of(page)
    assert "<script>" not in page.content.decode().replace("<script src", "")


# --- searching -----------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["financiele", "FINANCIËLE", "zorgen financ", "financie\u0308le"])
def test_accents_and_capitals_make_no_difference_and_the_hit_is_marked(worker, file, search, words):
    FileLineFactory(file=file, words="Financiële zorgen <b>thuis</b>.")
    FileLineFactory(file=file, words="Iets heel anders.")
    page = worker.post(search, {"sought": words}).content.decode()

    assert "<mark>Financ" in page
    assert "&lt;b&gt;thuis&lt;/b&gt;" in page
    assert "Iets heel anders." not in page


def test_a_question_is_found_and_a_script_is_text(worker, file, search):
    HelpRequestFactory(file=file, words="Ik kan <script>alert(1)</script> niet betalen.")
    page = worker.post(search, {"sought": "<script>alert"}).content.decode()

    assert "<mark>&lt;script&gt;alert</mark>" in page
    assert "<script>alert" not in page


@pytest.mark.parametrize("words", ["", "   ", "x" * 101, "\u0301", ".*", "(", "[a"])
def test_words_that_find_nothing(worker, file, search, words):
    FileLineFactory(file=file, words="Een notitie.")
    page = worker.post(search, {"sought": words, "after": "rommel_1_x"})

    assert page.status_code == 200
    assert "Een notitie." not in page.content.decode()


def test_the_newest_fifty_first_and_then_further_back(worker, file, search):
    for number in range(60):
        FileLineFactory(file=file, words=f"Huur {number:02d}.", at=MONDAY - number * MINUTE)
    first = worker.post(search, {"sought": "huur"})
    assert first.content.decode().count("<mark>") == 50

    further = answers_in(first)["after"]
    rest = worker.post(search, {"sought": "huur", "after": further})
    assert rest.content.decode().count("<mark>") == 10
    assert not rest.context["further"]


def test_no_more_lines_are_opened_at_once_than_agreed(worker, file, search, monkeypatch):
    monkeypatch.setattr("cases.dossiers.searching.MOST_LINES", 5)
    monkeypatch.setattr("cases.dossiers.searching.BATCHES", (2, 3))
    for number in range(8):
        FileLineFactory(file=file, words=f"Regel {number}.", at=MONDAY - number * MINUTE)
    page = worker.post(search, {"sought": "regel 7"})
    assert "Niets gevonden in dit deel" in text_of(page)

    again = worker.post(search, {"sought": "regel 7", "after": page.context["further"]})
    assert again.content.decode().count("<mark>") == 2
    assert not again.context["further"]


def test_what_is_looked_for_stands_nowhere_and_that_there_was_a_search_does(
    worker, file, search, caplog
):
    worker.post(search, {"sought": "kanariezoekwoord"})

    assert AuditEvent.objects.filter(code="file.searched").count() == 1
    assert "kanariezoekwoord" not in str(list(AuditEvent.objects.values()))
    assert "kanariezoekwoord" not in caplog.text


def test_a_line_of_another_dossier_is_not_found(worker, file, search, cast):
    FileLineFactory(file=FileFactory(team=file.team, director=cast.handler), words="Elders.")
    assert "<mark>" not in worker.post(search, {"sought": "elders"}).content.decode()


@pytest.mark.parametrize("rows", [1, 5])
def test_a_search_costs_the_same_queries(worker, file, search, rows, django_assert_num_queries):
    for _ in range(rows):
        FileLineFactory(file=file, words="Huur.")
        HelpRequestFactory(file=file, words="Huur.")

    # session, person, roles, notices; dossier, audit 4; questions, words, lines
    with django_assert_num_queries(12):
        worker.post(search, {"sought": "huur"})


# --- what is new ---------------------------------------------------------------------------------


def test_what_a_colleague_wrote_since_is_new_and_stays_so_during_the_visit(
    worker, file, cast, detail, time_machine
):
    FileLineFactory(file=file, words="Oud.")
    assert "Nieuw" not in text_of(worker.get(detail))  # never here before: nothing is new

    time_machine.move_to(MONDAY + 30 * MINUTE, tick=False)
    FileLineFactory(file=file, words="Van Sam.", by=cast.team_worker, at=MONDAY + 20 * MINUTE)
    FileLineFactory(file=file, words="Van mij.", at=MONDAY + 21 * MINUTE)
    assert "1 nieuw sinds uw laatste bezoek" in text_of(worker.get(reverse("file-list")))
    for minutes in (30, 33, 39):
        time_machine.move_to(MONDAY + minutes * MINUTE, tick=False)
        assert "1 nieuw sinds uw vorige bezoek" in text_of(worker.get(detail))
    assert "nieuw sinds" not in text_of(worker.get(reverse("file-list")))

    time_machine.move_to(MONDAY + 60 * MINUTE, tick=False)
    assert "nieuw sinds" not in text_of(worker.get(detail))


def test_what_comes_during_a_visit_is_new_once(worker, file, cast, detail, time_machine):
    worker.get(detail)
    time_machine.move_to(MONDAY + 5 * MINUTE, tick=False)
    FileLineFactory(file=file, by=cast.team_worker, at=MONDAY + 4 * MINUTE)
    assert "1 nieuw" in text_of(worker.get(detail))
    assert FileLook.objects.get().seen_at == MONDAY + 5 * MINUTE

    time_machine.move_to(MONDAY + 30 * MINUTE, tick=False)
    assert "nieuw sinds" not in text_of(worker.get(detail))


def test_who_works_in_it_no_more_is_not_told_that_it_grows(as_user, file, cast, detail):
    colleague = FileColleagueFactory(file=file, employee=cast.team_worker)
    client = as_user(cast.team_worker)
    client.get(detail)
    end = {"file_id": file.pk, "colleague_id": colleague.pk, "by": cast.handler}
    services.end_colleague(**end)
    FileLineFactory(file=file, at=MONDAY + MINUTE)

    page = text_of(client.get(reverse("file-list"), {"selectie": "team"}))
    assert str(file) in page
    assert "nieuw sinds" not in page


def test_looking_without_reading_is_no_look(as_user, file, cast, detail):
    as_user(cast.team_manager).get(detail)
    assert not FileLook.objects.exists()


# --- templates -----------------------------------------------------------------------------------


def test_a_template_comes_behind_what_was_typed(worker, file, detail):
    sync(NoteTemplate)
    note = reverse("file-note", args=[file.pk])
    typed = answers_in(worker.get(detail)) | {"words": "Getypt.", "insert": "1"}
    offered = worker.post(note, typed)
    assert "Getypt." in offered.content.decode()
    assert "Huisbezoek" in text_of(offered)
    filled = worker.post(note, typed | {"template": "huisbezoek"})
    words = answers_in(filled)["words"]
    assert words.replace("\r\n", "\n").startswith("Getypt.\n\nHuisbezoek.\nAanwezig:")
    assert not file.lines.exists()

    key = answers_in(filled)["submission_key"]
    assert key == typed["submission_key"]
    for _ in range(2):
        worker.post(note, {"words": words, "submission_key": key, "template": "huisbezoek"})
    assert file.lines.count() == 1


def test_a_template_out_of_use_is_not_offered_and_nothing_is_lost(worker, file):
    sync(NoteTemplate)
    NoteTemplate.objects.filter(code="huisbezoek").update(is_active=False)
    note = reverse("file-note", args=[file.pk])
    for code in ("huisbezoek", "<x>", "9" * 500):
        told = {"words": "Getypt.", "insert": "1", "template": code, "submission_key": uuid.uuid4()}
        page = worker.post(note, told)
        assert answers_in(page)["words"].strip() == "Getypt."


def test_a_template_cannot_be_put_in_a_closed_dossier_or_by_the_team(as_user, file, cast):
    note = reverse("file-note", args=[file.pk])
    assert as_user(cast.team_worker).post(note, {"insert": "1"}).status_code == 403
