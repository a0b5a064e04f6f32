"""The forms of the kennisbank: what is typed wrong is said at its field."""

import pytest

from cases.knowledge.forms import ArticleForm, NewsForm
from clusters.models import User

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("changed", "field", "words"),
    [
        ({"title": ""}, "title", "verplicht"),
        ({"summary": "x" * 301}, "summary", "300"),
        ({"body": "x" * 8001}, "body", "8000"),
        ({"owner": "999999"}, "owner", "geldige keuze"),
        ({"review_on": "morgen"}, "review_on", "dd-mm-jjjj"),
        ({"audience": "iedereen"}, "audience", "iedereen"),
    ],
)
def test_a_wrong_article_is_said_at_its_field(cast, changed, field, words):
    answers = {
        "title": "t",
        "summary": "s",
        "body": "b",
        "audience": "all",
        "owner": str(User.objects.get(username="help_desk").pk),
        "publish_from": "2026-11-23",
        "review_on": "2027-01-01",
    }

    form = ArticleForm(answers | changed)

    assert list(form.errors) == [field]
    assert words in form.errors[field][0]


def test_news_needs_both_moments():
    assert {"from_day", "until_day", "title"} <= set(NewsForm({}).errors)
