"""The history of a set, taking it out of use, and text that tries to be more than text."""

from datetime import timedelta

import pytest
from django.template.loader import render_to_string
from django.urls import reverse

from cases.models import live_version
from tests.cases.callbacks.pages import text_of
from tests.cases.callbacks.test_views_question_sets import LONG, RTL, SCRIPT, url_of
from tests.factories.cases import MONDAY
from tests.factories.question_sets import CallbackAnswerFactory, version_with

pytestmark = pytest.mark.usefixtures("monday")


@pytest.fixture
def keeper(cast, as_user):
    """The browser of the functional administrator."""
    return as_user(cast.application_manager)


# --- versions and use


def test_the_history_says_who_published_what_and_when(keeper, cast):
    old = version_with({"text": "Oude vraag?"}, made_by=cast.application_manager)
    by, later = cast.application_manager, MONDAY + timedelta(days=1)
    newer = {"question_set": old.question_set, "made_by": by, "published_at": later}
    version_with({"text": "Nieuwe vraag?", "is_required": True}, number=2, **newer)
    version_with({"kind": "choice"}, question_set=old.question_set, number=3, draft=True)

    words = text_of(keeper.get(url_of("versions", old)))

    order = ["Versie 3 Concept", "Huur", "Versie 2 In gebruik", "Versie 1 Vervangen", "Oude vraag?"]
    places = [words.index(each) for each in order]
    assert places == sorted(places)
    assert f"In gebruik genomen op di 24 november 10:00 door {by}" in words
    assert "Nieuwe vraag? Korte tekst, moet beantwoord worden" in words


def test_a_set_is_taken_out_of_use_and_back(keeper):
    version = version_with({})
    subject = version.question_set.subject_id

    stopped = keeper.post(url_of("retire", version))
    assert live_version(subject, None) is None
    page = keeper.get(stopped.url)
    assert "niet meer in gebruik" in text_of(page)
    assert url_of("restore", version) in page.content.decode()

    keeper.post(url_of("restore", version))
    assert live_version(subject, None) == version


@pytest.mark.parametrize("name", ["change", "preview", "versions"])
def test_what_somebody_typed_is_text_on_every_page(keeper, name):
    version = version_with(
        {"text": SCRIPT, "help_text": SCRIPT, "kind": "choice", "options": f"{SCRIPT}\n{RTL}"},
        {"text": LONG[:200], "help_text": "{{ 1 }} {% now %} %s"},
        draft=True,
    )

    page = keeper.get(url_of(name, version)).content.decode()

    assert SCRIPT not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "{{ 1 }} {% now %} %s" in page


# --- the answers on the page of the request


def test_the_answers_are_facts_that_read_in_their_own_direction(monday):
    rows = [
        CallbackAnswerFactory.build(question=SCRIPT, answer=f"{RTL}\nTweede regel"),
        CallbackAnswerFactory.build(question="Hoe lang?", answer=LONG * 5),
    ]

    page = render_to_string("cases/callbacks/_answers.html", {"answers": rows})

    assert page.count("<dt") == page.count("<dd") == page.count("</dd>") == 2
    assert page.count('dir="auto"') == 4
    assert SCRIPT not in page
    assert LONG * 5 in page
    assert render_to_string("cases/callbacks/_answers.html", {"answers": []}).strip() == ""


def test_a_number_that_does_not_exist_is_not_found(keeper):
    for name in ("change", "preview", "versions"):
        url = reverse(f"question-set-{name}", args=[10**30])
        assert keeper.get(url).status_code == 404
