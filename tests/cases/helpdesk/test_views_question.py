"""One question on the screen of the vraagbaak: nothing typed is lost, whatever happened."""

from datetime import timedelta

import pytest
from django.urls import reverse

from audit.errors import AuditUnavailable
from audit.models import AuditSubject
from cases.helpdesk.services import withdraw_help_question
from cases.helpdesk.views import queue
from cases.models import HelpQuestion
from tests.cases.callbacks.pages import answers_in, errors_of, text_of
from tests.cases.helpdesk.shown import FRAGMENT, QUEUE, audited, mine, shown_on, url_of
from tests.factories.cases import MONDAY, SubjectFactory
from tests.factories.helpdesk import HelpQuestionFactory

pytestmark = pytest.mark.usefixtures("monday")
MINUTE = timedelta(minutes=1)
SCRIPT = "<script>alert(1)</script> {{ 1 }} {% now %}"
HTMX = {"HTTP_HX_REQUEST": "true"}


# --- the question and its answer


@pytest.mark.parametrize("waiting", [1, 5])
def test_the_page_of_a_question_costs_the_same(cast, desk_page, waiting, django_assert_num_queries):
    asked = mine(cast, subject=SubjectFactory())
    for _ in range(waiting):
        HelpQuestionFactory()
    desk_page.get(url_of(asked))

    # session, user, memberships; question; savepoint, line, release; unread notices
    with django_assert_num_queries(8):
        desk_page.get(url_of(asked))


def test_the_page_shows_the_question_and_writes_a_line_without_a_resident(cast, desk_page):
    asked = mine(cast, question="Mag dit?", asked_at=MONDAY - 3 * MINUTE)

    page = text_of(desk_page.get(url_of(asked)))

    assert "Mag dit?" in page
    assert "3 minuten" in page
    assert "Antwoord om voor te lezen" in page
    line = audited("help.read").get()
    assert (line.object_type, line.object_id) == ("cases.helpquestion", str(asked.pk))
    assert line.rule == "help_desk:answer_help_question"
    assert not AuditSubject.objects.exists()


def test_without_a_line_there_is_no_page(cast, desk_page, monkeypatch):
    def refuse(*args, **kwargs):
        raise AuditUnavailable

    mine(cast, question="Geheim")
    monkeypatch.setattr(queue, "record_view", refuse)
    for url in (QUEUE, FRAGMENT, url_of(HelpQuestion.objects.get())):
        page = desk_page.get(url)
        assert page.status_code == 503
        assert "Geheim" not in page.content.decode()


def test_an_untaken_question_is_taken_before_it_is_answered(desk_page):
    page = desk_page.get(url_of(HelpQuestionFactory()))

    assert "Oppakken" in text_of(page)
    assert "<textarea" not in page.content.decode()


def test_a_question_of_a_colleague_has_no_box(desk_page, second):
    page = desk_page.get(url_of(HelpQuestionFactory(taken=True, taken_by=second)))

    assert f"{second} kijkt hiernaar sinds 10:00" in text_of(page)
    assert "<textarea" not in page.content.decode()


def test_an_answer_goes_to_the_contact_centre(cast, desk_page):
    asked = mine(cast)
    sent = answers_in(desk_page.get(url_of(asked))) | {"answer": "Ja, dat mag."}

    page = desk_page.post(url_of(asked), sent, follow=True)

    assert page.redirect_chain == [(QUEUE, 302)]
    assert "bij de KCC-medewerker op het scherm" in text_of(page)
    asked.refresh_from_db()
    assert asked.answer == "Ja, dat mag."
    assert "Ja, dat mag." in text_of(desk_page.get(url_of(asked)))


def test_a_double_click_on_answer_is_one_answer(cast, desk_page):
    asked = mine(cast)
    sent = answers_in(desk_page.get(url_of(asked))) | {"answer": "Ja."}

    answers = [desk_page.post(url_of(asked), sent) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert audited("help.answered").count() == 1


@pytest.mark.parametrize(
    ("text", "why"),
    [("", "Schrijf op wat"), ("x" * 10_000, "2000"), (SCRIPT * 60, "2000")],
)
def test_a_wrong_answer_stays_in_the_box(cast, desk_page, text, why):
    asked = mine(cast)

    page = desk_page.post(url_of(asked), {"answer": text})

    assert why in errors_of(page)["answer"][0]
    assert answers_in(page)["answer"] == text
    assert "<script>alert" not in page.content.decode()


@pytest.mark.parametrize("event", ["withdrawn", "taken", "answered", "changed"])
def test_what_happened_meanwhile_is_told_and_the_text_stays(cast, desk_page, second, event):
    asked = mine(cast, question="Mag dit?")
    sent = answers_in(desk_page.get(url_of(asked))) | {"answer": "Een lang antwoord"}
    rows = HelpQuestion.objects.filter(pk=asked.pk)
    change, why = {
        "withdrawn": ({"state": "withdrawn", "ended_at": MONDAY}, "wacht niet meer"),
        "taken": ({"taken_by": second}, f"{second} was u voor"),
        "answered": (
            {"state": "answered", "taken_by": second, "ended_at": MONDAY, "answer": "Nee."},
            f"al beantwoord door {second}",
        ),
        "changed": ({"question": "Mag dat?"}, "intussen veranderd"),
    }[event]
    rows.update(**change)

    page = desk_page.post(url_of(asked), sent)

    assert any(why in text for texts in errors_of(page).values() for text in texts)
    assert answers_in(page)["answer"] == "Een lang antwoord"
    assert "Een lang antwoord" not in str(rows.values())


def test_after_reading_the_changed_question_the_answer_goes(cast, desk_page):
    asked = mine(cast, question="Mag dit?")
    sent = answers_in(desk_page.get(url_of(asked))) | {"answer": "Ja."}
    HelpQuestion.objects.filter(pk=asked.pk).update(question="Mag dat?")
    page = desk_page.post(url_of(asked), sent)
    assert "Mag dat?" in text_of(page)

    assert desk_page.post(url_of(asked), answers_in(page)).status_code == 302


def test_htmx_gets_the_question_alone_and_only_when_it_changed(cast, desk_page):
    asked = mine(cast, question="Mag dit?")
    shown = shown_on(desk_page.get(url_of(asked)))
    lines = audited("help.read").count()

    assert desk_page.get(url_of(asked), {"shown": shown}, **HTMX).status_code == 204
    assert audited("help.read").count() == lines

    withdraw_help_question(help_question_id=asked.pk, by=None)
    page = desk_page.get(url_of(asked), {"shown": shown}, **HTMX)
    html = page.content.decode()
    assert "De beller wacht niet meer." in text_of(page)
    assert "<form" not in html
    assert "<textarea" not in html
    assert "every 5s" not in html
    assert audited("help.read").count() == lines + 1


@pytest.mark.parametrize("text", [SCRIPT, "مرحبا 👩‍👩‍👧‍👦", "x" * 1000])
def test_what_was_asked_is_shown_as_it_was_typed(cast, desk_page, text):
    asked = mine(cast, question=text)
    HelpQuestionFactory(answered=True, question=text, answer=text)

    for url in (QUEUE, FRAGMENT, url_of(asked)):
        page = desk_page.get(url)
        assert text in text_of(page)
        assert "<script>alert" not in page.content.decode()


def test_a_question_that_does_not_exist(desk_page):
    assert desk_page.get("/vraagbaak/999999/").status_code == 404
    assert desk_page.post("/vraagbaak/999999/oppakken/").status_code == 404


def test_another_role_keeps_what_was_typed(cast, as_user):
    client, asked = as_user(cast.contact_centre), HelpQuestionFactory()

    page = client.post(url_of(asked), {"answer": f"Mijn tekst {SCRIPT}"})

    assert page.status_code == 403
    assert "Mijn tekst" in text_of(page)
    assert "<script>alert" not in page.content.decode()
    assert asked.question not in page.content.decode()


def test_a_vraagbaak_whose_role_ended_gets_nothing(cast, desk_page):
    asked = mine(cast, question="Mag dit?")
    cast.help_desk.memberships.update(valid_until=MONDAY.date() - timedelta(days=1))

    for url in (QUEUE, FRAGMENT, url_of(asked), "/vraagbaak/rooster/"):
        page = desk_page.get(url)
        assert page.status_code == 403
        assert "Mag dit?" not in page.content.decode()
    take = desk_page.post(reverse("help-question-take", args=[asked.pk]))
    sent = desk_page.post(url_of(asked), {"answer": "Ja."})
    assert (take.status_code, sent.status_code) == (403, 403)
    asked.refresh_from_db()
    assert asked.answer == ""
