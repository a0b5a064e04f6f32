"""Triage on the screen: answer, read the advice and its reason, choose; nothing is lost."""

import pytest
from django.urls import reverse

from cases.models import Triage
from tests.cases.callbacks.pages import ODD, answers_in, errors_of, lost_from, text_of
from tests.factories.intakes import ANSWERS, NotificationFactory, TriageFactory, rules_version

pytestmark = pytest.mark.usefixtures("monday")


@pytest.fixture
def url(noord, cast):
    """The address of the triage of a melding of the handler."""
    return reverse(
        "notification-triage", args=[NotificationFactory(team=noord, handler=cast.handler).pk]
    )


def advised(client, url, **own):
    """The page after the answers were sent."""
    return client.post(url, answers_in(client.get(url)) | ANSWERS | own | {"advise": "1"})


def test_answers_give_an_advice_that_says_why(cast, as_user, url):
    rules_version()

    page = advised(as_user(cast.handler), url)

    text = text_of(page)
    assert "Wmo-team Stadhuis" in text
    assert "waarbij een breed gesprek niets toevoegt" in text
    assert "Regel 6 past op uw antwoorden" in text
    assert answers_in(page)["chosen_advice"] == "city_hall"
    assert lost_from(page, ANSWERS) == {}
    assert not Triage.objects.exists()


def test_the_advice_is_followed_with_one_click(cast, as_user, url):
    rules_version()
    client = as_user(cast.handler)
    answers = answers_in(advised(client, url)) | {"save": "1"}

    pages = [client.post(url, answers, follow=True) for _ in range(2)]

    assert "Triage: Wmo-team Stadhuis" in text_of(pages[0])
    assert pages[0].redirect_chain == pages[1].redirect_chain
    assert Triage.objects.count() == 1


def test_another_choice_asks_why_and_keeps_what_was_typed(cast, as_user, url):
    rules_version()
    client = as_user(cast.handler)
    answers = answers_in(advised(client, url)) | {"save": "1", "chosen_advice": "sst"}

    page = client.post(url, answers)
    assert "deviation_reason" in errors_of(page)
    assert answers_in(page)["chosen_advice"] == "sst"

    done = client.post(url, answers | {"deviation_reason": ODD}, follow=True)
    assert "Het advies was Wmo-team Stadhuis" in text_of(done)
    assert "<script>alert" not in done.content.decode()


def test_answers_that_changed_after_the_advice_are_advised_again(cast, as_user, url):
    rules_version()
    client = as_user(cast.handler)
    answers = answers_in(advised(client, url)) | {"save": "1", "network": "yes"}

    page = client.post(url, answers)

    assert "Informeel: netwerk of vrijwilliger" in text_of(page)
    assert "deviation_reason" in errors_of(page)
    assert not Triage.objects.exists()


def test_rules_that_changed_meanwhile_are_said_and_then_kept(cast, as_user, url):
    rules_version()
    client = as_user(cast.handler)
    answers = answers_in(advised(client, url)) | {"save": "1"}
    rules_version(2)

    page = client.post(url, answers)

    assert "De regels zijn intussen veranderd" in text_of(page)
    assert client.post(url, answers_in(page) | {"save": "1"}).status_code == 302


def test_without_rules_the_worker_chooses(cast, as_user, url):
    client = as_user(cast.handler)
    page = advised(client, url)
    assert "De regels geven hier geen advies" in text_of(page)

    empty = client.post(url, answers_in(page) | {"save": "1"})
    assert "chosen_advice" in errors_of(empty)

    chosen = {"chosen_advice": "team", "chosen_complexity": "single", "chosen_involvement": "help"}
    assert client.post(url, answers_in(page) | chosen | {"save": "1"}).status_code == 302


@pytest.mark.parametrize("name", ANSWERS)
def test_every_question_must_be_answered(cast, as_user, url, name):
    client = as_user(cast.handler)
    answers = answers_in(client.get(url)) | ANSWERS | {"advise": "1"}
    del answers[name]

    page = client.post(url, answers)

    assert name in errors_of(page)
    assert "Wat kiest u?" not in text_of(page)


def test_an_answer_that_does_not_exist_is_refused(cast, as_user, url):
    page = advised(as_user(cast.handler), url, network="misschien")

    assert "network" in errors_of(page)


@pytest.mark.parametrize("rows", [1, 5])
def test_the_page_costs_the_same(cast, as_user, url, rows, django_assert_num_queries):
    rules_version()
    for _ in range(rows):
        TriageFactory()
    client = as_user(cast.handler)

    # session, user, memberships; melding; grant; savepoint, line, resident, release; version,
    # rules; unread notices
    with django_assert_num_queries(12):
        client.get(url)
