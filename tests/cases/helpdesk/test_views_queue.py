"""The vraagbaak at work on the screen: nobody waits unseen, nothing typed is lost."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from cases.helpdesk.services import take_help_question, withdraw_help_question
from cases.models import HelpQuestion
from tests.cases.callbacks.pages import text_of
from tests.cases.helpdesk.shown import FRAGMENT, QUEUE, audited, mine, shown_on, url_of
from tests.factories import UserFactory
from tests.factories.cases import MONDAY, SubjectFactory
from tests.factories.helpdesk import HelpQuestionFactory

pytestmark = pytest.mark.usefixtures("monday")
MINUTE = timedelta(minutes=1)


# --- the queue


def test_who_waits_longest_stands_first(desk_page):
    HelpQuestionFactory(question="De tweede", asked_at=MONDAY - MINUTE)
    HelpQuestionFactory(question="De derde", asked_at=MONDAY)
    HelpQuestionFactory(question="De eerste", asked_at=MONDAY - 12 * MINUTE)

    page = text_of(desk_page.get(QUEUE))

    order = [page.index(word) for word in ("De eerste", "De tweede", "De derde")]
    assert order == sorted(order)
    assert "Er wachten 3 bellers" in page
    assert [word in page for word in ("12 minuten", "1 minuut", "net gevraagd")] == [True] * 3


def test_mine_theirs_and_todays_answers_stand_apart(cast, desk_page, second):
    mine(cast, question="Van mij")
    HelpQuestionFactory(question="Van haar", taken=True, taken_by=second)
    HelpQuestionFactory(answered=True, question="Van vandaag")
    HelpQuestionFactory(answered=True, question="Van gisteren", ended_at=MONDAY - 11 * 60 * MINUTE)
    HelpQuestionFactory(withdrawn=True, question="Ingetrokken")

    page = text_of(desk_page.get(QUEUE))

    parts = ["Hier kijk ik naar", "Van mij", "Bij een collega", "Van haar", "Vandaag beantwoord"]
    order = [page.index(part) for part in [*parts, "Van vandaag"]]
    assert order == sorted(order)
    assert f"{second} kijkt hiernaar" in page
    assert "Van gisteren" not in page
    assert "Ingetrokken" not in page


def test_an_empty_queue_says_so(desk_page):
    page = text_of(desk_page.get(QUEUE))

    assert "Er wacht nu niemand." in page
    assert "er nu niemand vraagbaak" in page


def test_the_queue_says_who_is_on_duty(cast, desk_page, on_duty):
    assert f"Nu vraagbaak volgens het rooster: {cast.help_desk}." in text_of(desk_page.get(QUEUE))


@pytest.mark.parametrize("rows", [1, 5])
@pytest.mark.parametrize("url", [QUEUE, FRAGMENT])
def test_the_queue_costs_the_same_however_many_wait(
    desk_page, cast, rows, url, django_assert_num_queries
):
    for number in range(rows):
        subject = SubjectFactory(code=f"s{number}")
        HelpQuestionFactory(subject=subject)
        mine(cast, subject=subject)
        HelpQuestionFactory(taken=True, subject=subject)
        HelpQuestionFactory(answered=True, subject=subject)
    desk_page.get(url)

    # session, user, memberships; open, answered, on duty; savepoint, line, release; unread notices
    with django_assert_num_queries(10):
        page = desk_page.get(url)

    assert page.content.decode().count("<article") == 3 * rows
    shown = shown_on(page)
    with django_assert_num_queries(6):  # the same without line and notices: nothing is shown
        assert desk_page.get(FRAGMENT, {"shown": shown}).status_code == 204


def test_the_fragment_is_only_sent_when_something_changed(desk_page, time_machine):
    first = HelpQuestionFactory()
    shown = shown_on(desk_page.get(QUEUE))
    lines = audited("help.listed").count()

    quiet = desk_page.get(FRAGMENT, {"shown": shown})
    assert (quiet.status_code, quiet.content) == (204, b"")
    assert audited("help.listed").count() == lines

    time_machine.move_to(MONDAY + MINUTE, tick=False)
    page = desk_page.get(FRAGMENT, {"shown": shown})
    assert page.status_code == 200
    assert "1 minuut" in text_of(page)
    assert "<title>(1) Vraagbaak · Wijkteams</title>" in page.content.decode()
    assert audited("help.listed").count() == lines + 1

    withdraw_help_question(help_question_id=first.pk, by=None)
    page = desk_page.get(FRAGMENT, {"shown": shown_on(page)})
    assert "Er wacht nu niemand." in text_of(page)
    assert "<title>Vraagbaak" in page.content.decode()


@pytest.mark.parametrize("change", ["question", "taken", "answered", "duty", "new"])
def test_every_change_is_shown(cast, desk_page, second, change):
    asked = HelpQuestionFactory()
    shown = shown_on(desk_page.get(QUEUE))

    rows = HelpQuestion.objects.filter(pk=asked.pk)
    if change == "question":
        rows.update(question="Aangepast")
    elif change == "taken":
        rows.update(state="taken", taken_by=second, taken_at=MONDAY)
    elif change == "answered":
        rows.update(state="answered", taken_by=second, answer="Ja.", ended_at=MONDAY)
    elif change == "duty":
        second.duty_shifts.create(day=MONDAY.date(), part="ochtend")
    else:
        HelpQuestionFactory()

    assert desk_page.get(FRAGMENT, {"shown": shown}).status_code == 200


def test_nobody_types_in_what_is_swapped(desk_page, cast):
    HelpQuestionFactory()
    mine(cast)
    HelpQuestionFactory(answered=True)

    page = desk_page.get(FRAGMENT).content.decode()

    assert not re.search(r"<textarea|<select|<input(?![^>]*type=\"hidden\")", page)
    assert re.search(r'<details[^>]* id="answered-\d+" hx-preserve', page)
    for part in re.findall(r"<(?:button|a) [^>]*>", page):
        assert " id=" in part, f"loses the focus: {part}"


# --- take


def test_take_goes_to_the_answer(cast, desk_page):
    asked = HelpQuestionFactory()

    answer = desk_page.post(reverse("help-question-take", args=[asked.pk]))

    assert answer["Location"] == url_of(asked)
    asked.refresh_from_db()
    assert asked.taken_by == cast.help_desk


def test_the_second_who_takes_is_told_who_was_first(desk_page, second):
    asked = HelpQuestionFactory()
    take_help_question(help_question_id=asked.pk, by=second)

    url = reverse("help-question-take", args=[asked.pk])
    page = desk_page.post(url, HTTP_REFERER=f"http://testserver{QUEUE}", follow=True)

    assert f"{second} was u voor" in text_of(page)


@pytest.mark.parametrize("name", ["contact_centre", "application_manager", "team_worker"])
def test_the_queue_is_of_the_vraagbaak_alone(cast, as_user, name):
    client, asked = as_user(getattr(cast, name)), HelpQuestionFactory(asked_by=cast.contact_centre)

    for url in (QUEUE, FRAGMENT, url_of(asked)):
        assert client.get(url).status_code == 403


def test_a_question_without_a_subject_reads_well(desk_page):
    HelpQuestionFactory(subject=None, asked_by=UserFactory(first_name=""))

    assert "Geen onderwerp" in text_of(desk_page.get(QUEUE))
