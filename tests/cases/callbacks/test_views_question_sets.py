"""Vragensets on the screen: write, look, publish, stop; nobody loses a letter."""

import re

import pytest
from django.template.loader import render_to_string
from django.urls import reverse

from cases.callbacks.forms.answers import AnswersForm
from cases.callbacks.services import QuestionText, change_question_set
from cases.models import QuestionSet, QuestionSetVersion, live_version
from tests.cases.callbacks.pages import answers_in, lost_from, text_of
from tests.factories import TeamFactory
from tests.factories.cases import SubjectFactory
from tests.factories.question_sets import KINDS, version_of_every_kind, version_with

pytestmark = pytest.mark.usefixtures("monday")
RTL = "مرحبا 👩‍👩‍👧‍👦"
SCRIPT = "<script>alert(1)</script>"
LONG = "Donaudampfschiff" * 12


def url_of(name, version):
    return reverse(f"question-set-{name}", args=[version.question_set_id])


def said(response):
    return [str(message) for message in response.wsgi_request._messages]


@pytest.fixture
def keeper(cast, as_user):
    """The browser of the functional administrator."""
    return as_user(cast.application_manager)


# --- the list


def test_the_list_says_what_is_asked_and_whether_a_draft_waits(keeper, noord):
    first = version_with({})
    version_with({}, question_set=first.question_set, number=2)
    version_with({}, question_set=first.question_set, number=3, draft=True)
    version_with({}, draft=True, question_set__team=noord)
    wonen = SubjectFactory(code="wonen")
    version_with({}, question_set__subject=wonen, question_set__is_active=False)

    page = keeper.get(reverse("question-set-list")).content.decode()

    rows = [re.sub(r"\s*<[^>]*>\s*", "|", row) for row in page.split("<tr>")[2:]]
    assert "Versie 2" in rows[0]
    assert "|Concept|" in rows[0]
    assert "|Team Noord|" in rows[1]
    assert "Nog niets" in rows[1]
    assert "Niet in gebruik" in rows[2]
    assert "|Geen|" in rows[2]


def test_a_list_without_sets_says_how_to_begin(keeper):
    page = keeper.get(reverse("question-set-list"))

    assert "Nog geen vragensets" in text_of(page)


@pytest.mark.parametrize("rows", [1, 5])
def test_the_list_costs_the_same_however_long_it_is(keeper, rows, django_assert_num_queries):
    for _ in range(rows):
        version_with({}, question_set__team=TeamFactory())
    url = reverse("question-set-list")
    keeper.get(url)

    with django_assert_num_queries(5):  # session, user, memberships; sets; unread notices
        page = keeper.get(url)

    assert page.content.decode().count("<tr>") == rows + 1


@pytest.mark.parametrize("questions", [1, 12])
@pytest.mark.parametrize(("name", "queries"), [("change", 7), ("preview", 7), ("versions", 7)])
def test_a_page_costs_the_same_for_one_and_for_twelve_questions(
    keeper, name, queries, questions, django_assert_num_queries
):
    version = version_with(*[{"kind": KINDS[number % 4]} for number in range(questions)])
    for number in range(2, questions + 1):
        version_with({}, question_set=version.question_set, number=number)
    keeper.get(url_of(name, version))

    # session, user, memberships; set; versions or the newest, with questions; unread notices
    with django_assert_num_queries(queries):
        keeper.get(url_of(name, version))


# --- a new set


def test_a_new_set_leads_to_its_empty_draft(keeper, noord):
    subject = SubjectFactory()
    url = reverse("question-set-new")

    answers = {"subject": subject.pk, "team": noord.pk}
    responses = [keeper.post(url, answers) for _ in range(2)]  # a double click

    made = QuestionSet.objects.get()
    assert {each.url for each in responses} == {reverse("question-set-change", args=[made.pk])}
    assert (made.subject, made.team) == (subject, noord)


def test_a_set_that_exists_is_not_made_again_and_the_choice_stays(keeper):
    version = version_with({})
    subject = version.question_set.subject_id

    page = keeper.post(reverse("question-set-new"), {"subject": subject, "team": ""})

    assert "al een vragenset" in text_of(page)
    assert answers_in(page)["subject"] == str(subject)


# --- writing the draft


def test_saving_makes_a_draft_and_leaves_what_is_asked(keeper):
    version = version_of_every_kind()
    url = url_of("change", version)
    answers = answers_in(keeper.get(url)) | {"q-0-text": "Anders gevraagd?"}

    response = keeper.post(url, answers)

    assert (response.status_code, response.url) == (302, url)
    assert said(response) == ["Het concept is opgeslagen."]
    assert "Dit is een concept." in text_of(keeper.get(url))
    assert live_version(version.question_set.subject_id, None) == version
    assert version.questions.first().text == "Vraag short?"


def test_saving_what_is_asked_already_says_that_nothing_changed(keeper):
    version = version_with({})
    url = url_of("change", version)

    response = keeper.post(url, answers_in(keeper.get(url)))

    assert said(response) == ["U hebt niets veranderd."]
    assert QuestionSetVersion.objects.count() == 1


def test_saving_can_lead_to_the_preview(keeper):
    version = version_with({}, draft=True)
    url = url_of("change", version)

    response = keeper.post(url, answers_in(keeper.get(url)) | {"preview": "1"})

    assert response.url == url_of("preview", version)


def test_the_first_button_in_the_form_saves_so_that_enter_moves_nothing(keeper):
    page = keeper.get(url_of("change", version_of_every_kind())).content.decode()

    first = re.search(r"<button[^>]*>", page[page.index('id="set-form"') :])
    assert 'name="row"' not in first.group()


def test_a_button_beside_a_row_saves_nothing_and_keeps_what_was_typed(keeper):
    version = version_of_every_kind()
    url = url_of("change", version)
    typed = answers_in(keeper.get(url)) | {"q-3-text": LONG * 2, "q-1-help_text": RTL}

    page = keeper.post(url, typed | {"row": "up-4"})

    answers = answers_in(page)
    assert (answers["q-2-text"], answers["q-1-help_text"]) == (LONG * 2, RTL)
    assert answers["q-3-text"] == "Vraag choice?"
    assert answers["stamp"] == typed["stamp"]
    assert "Vraag 4 is nu vraag 3." in page.content.decode()
    assert QuestionSetVersion.objects.count() == 1
    again = keeper.post(url, typed | {"row": "add"}).content.decode()
    assert "Vraag 5 is toegevoegd." in again
    assert 'name="q-4-text"' in again


def test_errors_stand_beside_the_field_with_everything_typed(keeper):
    version = version_with({"text": "Eén?"}, {"text": "Twee?"}, draft=True)
    url = url_of("change", version)
    typed = answers_in(keeper.get(url)) | {"q-1-text": "x" * 10_000, "q-0-help_text": SCRIPT}

    page = keeper.post(url, typed)

    html = page.content.decode()
    assert "Vraag 2, Vraag: " in html
    assert 'href="#id_q-1-text"' in html
    assert SCRIPT not in html
    del typed["csrfmiddlewaretoken"]
    assert lost_from(page, typed) == {}
    assert version.questions.count() == 2


def test_the_second_administrator_reads_both_texts_and_can_still_save(keeper, cast, time_machine):
    version = version_with({"text": "Begin?"}, draft=True)
    url = url_of("change", version)
    typed = answers_in(keeper.get(url)) | {"q-0-text": "Van mij?"}
    colleague = {"set_id": version.question_set_id, "by": cast.application_manager}
    theirs = QuestionText("Van mijn collega?")
    change_question_set(stamp=version.stamp, questions=[theirs], **colleague)

    page = keeper.post(url, typed)

    words = text_of(page)
    assert "Een collega heeft deze vragenset intussen gewijzigd." in words
    assert "Van mijn collega?" in words
    assert answers_in(page)["q-0-text"] == "Van mij?"
    assert QuestionSetVersion.objects.get().questions.get().text == "Van mijn collega?"
    assert keeper.post(url, answers_in(page)).status_code == 302  # knowing what it replaces
    assert QuestionSetVersion.objects.get().questions.get().text == "Van mij?"


# --- the preview and publishing


def test_the_preview_is_exactly_the_form_of_the_call(keeper):
    version = version_of_every_kind(draft=True)

    page = keeper.get(url_of("preview", version)).content.decode()

    stored = QuestionSetVersion.objects.prefetch_related("questions").get()
    asked = {"answers_form": AnswersForm(stored)}
    fragment = render_to_string("cases/callbacks/question_sets/_ask.html", asked)
    assert fragment in page
    before = page[: page.index(fragment)]
    assert before.count("<form") == before.count("</form")  # nothing to send it with


def test_publishing_from_the_preview_makes_it_live(keeper, cast):
    version = version_with({"text": "Nieuw?"}, draft=True)
    stamp = {"stamp": answers_in(keeper.get(url_of("preview", version)))["stamp"]}

    responses = [keeper.post(url_of("publish", version), stamp) for _ in range(2)]

    assert {each.url for each in responses} == {url_of("versions", version)}
    assert "Versie 1 is in gebruik." in said(responses[0])[0]
    live = live_version(version.question_set.subject_id, None)
    assert (live, live.published_by) == (version, cast.application_manager)


def test_what_changed_after_the_preview_is_not_published(keeper, cast):
    version = version_with({"text": "Bekeken?"}, draft=True)
    url = url_of("preview", version)
    stamp = {"stamp": answers_in(keeper.get(url))["stamp"]}
    change_question_set(
        set_id=version.question_set_id,
        stamp=version.stamp,
        questions=[QuestionText("Niet bekeken?")],
        by=cast.application_manager,
    )

    response = keeper.post(
        url_of("publish", version), stamp, headers={"Referer": f"http://testserver{url}"}
    )

    assert response.url == f"http://testserver{url}"
    assert "Bekijk het voorbeeld opnieuw." in said(response)[0]
    assert live_version(version.question_set.subject_id, None) is None


@pytest.mark.parametrize(
    ("version", "words", "offers"),
    [
        ({"draft": True}, "Zo ziet het concept eruit", True),
        ({}, "Zo ziet versie 1 eruit", False),
        ({"draft": True, "question_set__is_active": False}, "Neem hem eerst weer", False),
    ],
)
def test_publishing_is_offered_when_it_can_be_done(keeper, version, words, offers):
    made = version_with({}, **version)

    page = keeper.get(url_of("preview", made))

    assert words in text_of(page)
    assert (url_of("publish", made) in page.content.decode()) is offers


def test_a_preview_without_questions_says_so(keeper):
    assert "Nog geen vragen" in text_of(keeper.get(url_of("preview", version_with(draft=True))))
