"""What must always be true of the kennisbank, whoever writes to the tables."""

from datetime import timedelta

import pytest
from django.db import IntegrityError

from cases.knowledge.models import ArticleUse, UseKind
from tests.factories.cases import MONDAY
from tests.factories.knowledge import ArticleFactory, NewsFactory, SuggestionFactory

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("make", "facts", "constraint"),
    [
        (ArticleFactory, {"audience": "iedereen"}, "article_audience_known"),
        (ArticleFactory, {"publish_until": MONDAY.date() - 60 * DAY}, "article_window_order"),
        (NewsFactory, {"visible_until": MONDAY - DAY}, "news_window_order"),
        (NewsFactory, {"importance": "super"}, "news_importance_known"),
        (NewsFactory, {"audience": "x"}, "news_audience_known"),
        (SuggestionFactory, {"settled_at": MONDAY}, "suggestion_settled_by_somebody"),
        (ArticleUse.objects.create, {"kind": UseKind.USED, "at": MONDAY}, "article_use_has"),
    ],
)
def test_the_database_refuses(make, facts, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        make(**facts)


def test_a_version_and_a_word_exist_once_per_article():
    article = ArticleFactory()
    row = {"number": 1, "title": "t", "summary": "s", "body": "b", "saved_at": MONDAY}
    article.versions.create(saved_by=article.owner, **row)

    with pytest.raises(IntegrityError):
        article.versions.create(saved_by=article.owner, **row)
