"""Every page of the kennisbank costs the same for one row and for five."""

import uuid

import pytest
from django.urls import reverse

from cases.models import ArticleUse
from tests.cases.callbacks.pages import text_of
from tests.factories.cases import MONDAY
from tests.factories.knowledge import ArticleFactory, NewsFactory, SuggestionFactory

pytestmark = [pytest.mark.django_db, pytest.mark.parametrize("rows", [1, 5])]

SHELL = 4
"""Session, user and roles before the page; unread notices after it."""


@pytest.fixture
def editor(cast, as_user):
    return as_user(cast.help_desk)


def test_finding(cast, as_user, rows, django_assert_num_queries):
    made = [ArticleFactory(title=f"Parkeren {number}") for number in range(rows)]
    client = as_user(cast.contact_centre)

    with django_assert_num_queries(SHELL + 3):  # the words there are; terms; articles
        page = text_of(client.post(reverse("article-find"), {"words": "parkeren"}))

    assert all(article.title in page for article in made)


def test_finding_as_a_fragment(cast, as_user, rows, django_assert_num_queries):
    for number in range(rows):
        ArticleFactory(title=f"Parkeren {number}")
    client, headers = as_user(cast.contact_centre), {"HX-Request": "true"}

    with django_assert_num_queries(SHELL + 3):
        client.post(reverse("article-find"), {"words": "parkeren"}, headers=headers)
    with django_assert_num_queries(SHELL + 2):  # the words are in the cache now
        client.post(reverse("article-find"), {"words": "parkern"}, headers=headers)


def test_an_article(editor, rows, django_assert_num_queries):
    article = ArticleFactory()
    for _ in range(rows):
        article.uses.create(kind="used", at=MONDAY)

    with django_assert_num_queries(SHELL + 1):
        editor.get(reverse("article-detail", args=[article.pk]))


def test_its_versions(editor, rows, django_assert_num_queries):
    article = ArticleFactory()
    for number in range(1, rows + 1):
        article.versions.create(
            number=number,
            title="t",
            summary="s",
            body=f"Tekst {number}",
            saved_at=MONDAY,
            saved_by=article.owner,
        )

    with django_assert_num_queries(SHELL + 2):
        page = text_of(editor.get(reverse("article-versions", args=[article.pk])))

    assert f"Tekst {rows}" in page


def test_what_was_asked_for(editor, desk, rows, django_assert_num_queries):
    for _ in range(rows):
        SuggestionFactory(team=desk)
        ArticleFactory()

    with django_assert_num_queries(SHELL + 2):  # how many; the rows with their team
        editor.get(reverse("suggestion-list"))


def test_settling(editor, rows, django_assert_num_queries):
    for number in range(rows):
        ArticleFactory(title=f"Fiets {number}")
    asked = SuggestionFactory(words="fiets")

    with django_assert_num_queries(SHELL + 4):  # what is asked; a search of three
        page = text_of(editor.get(reverse("suggestion-settle", args=[asked.pk])))

    assert f"Fiets {rows - 1}" in page


def test_the_figures(editor, rows, django_assert_num_queries):
    for _ in range(rows):
        ArticleFactory(review_on=MONDAY.date()).uses.create(kind="used", at=MONDAY)
        ArticleUse.objects.create(kind="nothing_found", at=MONDAY)

    with django_assert_num_queries(SHELL + 4):
        editor.get(reverse("knowledge-figures"))


def test_the_news(editor, rows, django_assert_num_queries):
    for _ in range(rows):
        NewsFactory(submission_key=uuid.uuid4())

    with django_assert_num_queries(SHELL + 2):  # how many; the messages with who wrote them
        editor.get(reverse("news-list"))
