"""The pages: who reads what, nothing lost, the same number of queries for many rows."""

import re
import uuid
from datetime import timedelta

import pytest
from django.urls import reverse

from audit.models import AuditEvent, AuditSubject
from cases.dossiers.models import FileColleague, FileLine, HelpRequest, ResidentFile
from tests.cases.callbacks.pages import answers_in, errors_of, text_of
from tests.cases.talks.test_views_reports import tables_with
from tests.factories.cases import MONDAY
from tests.factories.dossiers import (
    FileColleagueFactory,
    FileFactory,
    FileLineFactory,
    HelpRequestFactory,
)
from tests.factories.intakes import NotificationFactory

CANARY = "Kanarieindossier"


def url(name, *args):
    return reverse(f"file-{name}", args=args)


@pytest.fixture
def worker(as_user, cast):
    return as_user(cast.handler)


def test_from_the_card_to_a_dossier_and_back(worker, resident):
    panel = worker.get(url("panel", resident.pk)).content.decode()
    assert url("open", resident.pk) in panel

    page = worker.get(url("open", resident.pk))
    sent = answers_in(page) | {"words": "Ik kom niet rond.", "domain": _domain(page)}
    made = worker.post(url("open", resident.pk), sent, follow=True)
    file = ResidentFile.objects.get()
    assert made.redirect_chain[-1][0] == url("detail", file.pk)
    assert "Ik kom niet rond." in text_of(made)
    panel = worker.get(url("panel", resident.pk)).content.decode()
    assert url("detail", file.pk) in panel
    assert url("open", resident.pk) not in panel


def _domain(page):
    return re.search(r'<option value="(\d+)"', page.content.decode())[1]


def test_the_question_of_a_melding_comes_along(worker, resident, cast, noord):
    own = {"resident": resident, "team": noord, "handler": cast.handler}
    melding = NotificationFactory(**own, question="Ik zoek hulp <b>in huis</b>.")
    address = url("open", resident.pk)

    page = worker.get(f"{address}?melding={melding.pk}")
    assert answers_in(page)["words"] == "Ik zoek hulp <b>in huis</b>."
    other = NotificationFactory(question="Van een ander")
    for number in (other.pk, "x", "9" * 30, ""):
        assert "Van een ander" not in worker.get(f"{address}?melding={number}").content.decode()
    sent = answers_in(page) | {"domain": _domain(page)}
    worker.post(address, sent)
    assert HelpRequest.objects.get().notification == melding


def test_a_second_dossier_is_refused_and_the_words_stay(worker, file, resident):
    page = worker.get(url("open", resident.pk))
    sent = answers_in(page) | {"words": "Nog een vraag.", "domain": _domain(page)}
    refused = worker.post(url("open", resident.pk), sent)

    assert "loopt al een dossier" in text_of(refused)
    assert "Nog een vraag." in refused.content.decode()


@pytest.mark.parametrize("person", ["team_worker", "team_manager"])
def test_the_team_sees_who_directs_and_not_a_word_of_it(as_user, cast, file, person):
    HelpRequestFactory(file=file, words=CANARY)
    FileLineFactory(file=file, words=CANARY)
    file.keep_safety(CANARY)
    file.save()

    page = as_user(getattr(cast, person)).get(url("detail", file.pk)).content.decode()
    assert str(cast.handler) in page
    assert CANARY not in page
    assert url("note", file.pk) not in page


def test_who_works_along_reads_and_writes(as_user, cast, file):
    FileLineFactory(file=file, words="Een notitie.")
    FileColleagueFactory(file=file, employee=cast.city_social_team)
    client = as_user(cast.city_social_team)

    page = client.get(url("detail", file.pk))
    assert "Een notitie." in text_of(page)
    key = {"submission_key": str(uuid.uuid4())}
    client.post(url("note", file.pk), {"words": "Ook ik.", **key})
    assert "Ook ik." in text_of(client.get(url("detail", file.pk)))
    assert client.get(url("close", file.pk)).status_code == 403


def test_a_note_that_is_refused_is_still_on_the_page(worker, file):
    words = "x" * 4001
    answer = worker.post(url("note", file.pk), {"words": words, "submission_key": uuid.uuid4()})

    assert errors_of(answer) == {"words"} or "words" in errors_of(answer)
    assert words in answer.content.decode()
    assert not FileLine.objects.exists()


def test_scripts_in_a_note_are_text(worker, file):
    FileLineFactory(file=file, words="<script>alert(1)</script>")

    assert "<script>alert" not in worker.get(url("detail", file.pk)).content.decode()


def test_a_colleague_who_was_first_stands_beside_what_was_typed(worker, file):
    page = worker.get(url("safety", file.pk))
    first, second = answers_in(page), answers_in(page)
    worker.post(url("safety", file.pk), first | {"words": "De hond bijt."})
    answer = worker.post(url("safety", file.pk), second | {"words": "Klop aan."})

    html = answer.content.decode()
    assert "De hond bijt." in html
    assert "Klop aan." in html
    worker.post(url("safety", file.pk), answers_in(answer))
    assert ResidentFile.objects.get().safety == "Klop aan."


def test_what_is_open_is_on_the_page_before_closing(worker, question):
    file = question.file

    assert "hulpvraag over geld" in text_of(worker.get(url("close", file.pk)))
    refused = worker.post(url("close", file.pk), {"words": "Klaar."})
    assert "Er staat nog open" in text_of(refused)
    end = url("question-close", file.pk, question.pk)
    worker.post(end, {"outcome": "network", "words": "Zus helpt."})
    closed = worker.post(url("close", file.pk), {"words": "Klaar."}, follow=True)
    assert "Afgesloten" in text_of(closed)
    assert url("note", file.pk) not in closed.content.decode()


def test_a_question_of_another_dossier_is_not_found_here(worker, file):
    other = HelpRequestFactory()
    assert worker.get(url("question-close", file.pk, other.pk)).status_code == 404
    colleague = FileColleagueFactory()
    assert worker.post(url("colleague-end", file.pk, colleague.pk)).status_code == 404


def test_the_lines_can_be_narrowed_and_paged(worker, file, settings):
    settings.PAGE_SIZE = 2
    for number in range(5):
        FileLineFactory(file=file, words=f"Notitie {number}", at=MONDAY + timedelta(minutes=number))
    FileLineFactory(file=file, kind="joined", words="", at=MONDAY + timedelta(hours=1))

    page = worker.get(url("detail", file.pk), {"soort": "notities"}).content.decode()
    assert "Notitie 4" in page
    assert "Collega werkt mee" not in page
    following = re.search(r'href="([^"]*\?[^"]*na=[^"]*)"', page)[1].replace("&amp;", "&")
    assert "Notitie 2" in worker.get(following).content.decode()


def test_the_lists_are_mine_of_my_team_and_what_is_over(as_user, cast, file, noord):
    FileFactory(team=noord, director=cast.team_worker, resident__name="Van een collega")
    FileFactory(team=noord, director=cast.handler, resident__name="Is voorbij", closed=True)
    FileFactory(resident__name="Van elders")
    client = as_user(cast.handler)

    def names(tab):
        return text_of(client.get(url("list"), {"selectie": tab}))

    assert str(file.resident) in names("mijn")
    assert "Van een collega" not in names("mijn")
    assert "Van een collega" in names("team")
    assert "Is voorbij" in names("afgesloten")
    for tab in ("mijn", "team", "afgesloten", "<x>"):
        assert "Van elders" not in names(tab)


def test_who_works_along_from_elsewhere_finds_it_under_every_tab_that_fits(as_user, cast, file):
    FileColleagueFactory(file=file, employee=cast.city_hall_team)
    client = as_user(cast.city_hall_team)
    name = str(file.resident)

    for tab, is_there in (("mijn", True), ("team", True), ("afgesloten", False)):
        page = text_of(client.get(url("list"), {"selectie": tab}))
        assert (name in page) is is_there
    ResidentFile.objects.update(state="closed", ended_at=MONDAY)
    assert name in text_of(client.get(url("list"), {"selectie": "afgesloten"}))


def test_who_read_it_is_in_the_trail(worker, file):
    worker.get(url("detail", file.pk))

    event = AuditEvent.objects.get(code="file.read")
    assert AuditSubject.objects.get(event=event).resident_id == file.resident_id


@pytest.mark.parametrize("rows", [1, 5])
def test_a_dossier_costs_the_same_queries(worker, file, cast, rows, django_assert_num_queries):
    for _ in range(rows):
        HelpRequestFactory(file=file)
        FileLineFactory(file=file)
        FileColleagueFactory(file=file)

    worker.get(url("detail", file.pk))
    # session, person, roles, notices; dossier, audit 4; colleagues, questions, lines
    with django_assert_num_queries(12):
        worker.get(url("detail", file.pk))


@pytest.mark.parametrize("rows", [1, 5])
def test_the_list_costs_the_same_queries(worker, cast, noord, rows, django_assert_num_queries):
    for _ in range(rows):
        FileFactory(team=noord, director=cast.handler)

    # session, person, roles, notices; which I work along in, dossiers, audit 4, what is new
    with django_assert_num_queries(11):
        worker.get(url("list"))


def test_no_word_of_a_dossier_stands_in_clear_in_any_table(worker, resident, cast):
    page = worker.get(url("open", resident.pk))
    sent = answers_in(page) | {"words": CANARY, "domain": _domain(page)}
    worker.post(url("open", resident.pk), sent)
    file = ResidentFile.objects.get()
    key = {"submission_key": str(uuid.uuid4())}
    worker.post(url("note", file.pk), {"words": CANARY, **key})
    worker.post(url("safety", file.pk), {"words": CANARY, "version": "1"})
    told = {"employee": cast.team_worker.pk, "role": "helper", "until": ""}
    worker.post(url("colleague-new", file.pk), told)
    question = file.questions.get()
    end = url("question-close", file.pk, question.pk)
    worker.post(end, {"outcome": "network", "words": CANARY})
    file.refresh_from_db()
    move = {"person": cast.team_worker.pk, "reason": CANARY, "version": str(file.version)}
    worker.post(url("direction", file.pk), move)

    kinds = set(file.lines.values_list("kind", flat=True))
    assert kinds == {"opened", "note", "safety", "joined", "outcome", "direction"}
    assert FileColleague.objects.count() == 1
    assert tables_with(CANARY) == []
    resident.name = CANARY  # a word that stands in clear is found: the search can fail
    resident.save()
    assert tables_with(CANARY) == ["cases_resident"]


def test_the_page_of_closing_says_how_long_it_is_kept_and_keeps_what_was_typed(worker, file):
    page = worker.get(url("close", file.pk))
    assert "bewaard tot en met 23 november 2041" in text_of(page) or "23-11-2041" in text_of(page)

    words = "<script>alert(1)</script>" + "x" * 9_000
    sent = {"words": "Klaar.", "well": words, "grade": "7.5"}
    refused = worker.post(url("close", file.pk), sent)
    assert set(errors_of(refused)) == {"well", "grade"}
    assert "<script>alert" not in refused.content.decode()
    assert "x" * 9_000 in refused.content.decode()


def test_the_evaluation_is_on_the_page_and_the_grade_is_not(worker, file):
    sent = {"words": "Klaar.", "well": "Samen de post gedaan.", "follows": "waakvlam", "grade": "3"}
    closed = worker.post(url("close", file.pk), sent, follow=True)

    text = text_of(closed)
    assert "Samen de post gedaan." in text
    assert "Later een waakvlamcontact" in text
    assert "cijfer" not in text.lower()
