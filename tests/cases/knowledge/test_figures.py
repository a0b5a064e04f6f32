"""Figures of four weeks: what is older or still to come is not in them (TEL-9)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from cases.knowledge.figures import MOST_DUE, PERIOD, knowledge_figures
from cases.models import ArticleUse
from tests.cases.callbacks.pages import text_of
from tests.factories.cases import MONDAY
from tests.factories.knowledge import ArticleFactory, SuggestionFactory

pytestmark = pytest.mark.django_db

SECOND = timedelta(seconds=1)
MOMENTS = (MONDAY - PERIOD - SECOND, MONDAY - PERIOD, MONDAY, MONDAY + SECOND)


def test_only_the_last_four_weeks_count(cast):
    article = ArticleFactory()
    for at in MOMENTS:
        for kind in ("used", "useful", "not_useful"):
            article.uses.create(kind=kind, at=at)
        ArticleUse.objects.create(kind="nothing_found", at=at)

    figures = knowledge_figures(cast.help_desk, MONDAY)

    assert [(row.used, row.useful, row.not_useful) for row in figures.lines] == [(2, 2, 2)]
    assert figures.nothing_found == 2


def test_the_most_used_stands_first_and_the_unused_nowhere(cast):
    ArticleFactory(title="Nooit gebruikt")
    once, twice = ArticleFactory(title="A"), ArticleFactory(title="B")
    for article in (once, twice, twice):
        article.uses.create(kind="used", at=MONDAY)

    assert list(knowledge_figures(cast.help_desk, MONDAY).lines) == [twice, once]


def test_due_is_what_is_in_use_and_asked_for_is_what_is_open(cast):
    today, day = MONDAY.date(), timedelta(days=1)
    due = ArticleFactory(review_on=today)
    ArticleFactory(review_on=today + day)
    ArticleFactory(review_on=today, publish_until=today - day)
    SuggestionFactory()
    SuggestionFactory(settled_at=MONDAY, settled_by=cast.help_desk)

    figures = knowledge_figures(cast.help_desk, MONDAY)

    assert list(figures.due) == [due]
    assert figures.asked_for == 1
    assert figures.conclusion == (
        "In vier weken 0 keer gebruikt als antwoord; 1 artikel opnieuw te bekijken."
    )


def test_the_oldest_twenty_that_are_due_are_in_sight_and_all_are_counted(cast, as_user):
    today, day = MONDAY.date(), timedelta(days=1)
    made = [ArticleFactory(review_on=today - number * day) for number in range(MOST_DUE + 3)]
    ArticleFactory(review_on=today + day)

    figures = knowledge_figures(cast.help_desk, MONDAY)
    page = text_of(as_user(cast.help_desk).get(reverse("knowledge-figures")))

    assert list(figures.due) == made[::-1][:MOST_DUE]
    assert figures.due_count == MOST_DUE + 3
    assert "23 artikelen opnieuw te bekijken" in page
    assert "Hier staan de oudste 20." in page
