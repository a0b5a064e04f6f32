"""The forms of the kennisbank: what is typed wrong is said at its field."""

import pytest

from cases.knowledge.forms import ArticleForm, NewsForm
from cases.knowledge.models.articles import EDITING_ROLES
from cases.permissions import GRANTS, Action
from clusters.models import User
from tests.factories.knowledge import ArticleFactory

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


def owners(form):
    return {str(key): label for key, label in form.fields["owner"].choices if key}


def test_only_who_edits_can_become_the_owner(cast):
    may = (cast.help_desk, cast.application_manager)

    assert owners(ArticleForm()) == {str(person.pk): str(person) for person in may}
    refused = ArticleForm({"owner": str(cast.contact_centre.pk)}).errors["owner"][0]
    assert "Kies een collega die artikelen mag bewerken." in refused


def test_who_edits_is_who_has_the_grant():
    assert {role for role, acts in GRANTS.table.items() if Action.EDIT_ARTICLES in acts} == (
        EDITING_ROLES
    )


def test_the_present_owner_stays_and_is_named_when_they_edit_no_longer(cast):
    article = ArticleFactory(owner=cast.contact_centre)

    labels = owners(ArticleForm(article=article))

    assert len(labels) == 3
    assert labels[str(cast.contact_centre.pk)] == (
        f"{cast.contact_centre} (mag geen artikelen meer bewerken)"
    )
    assert len(owners(ArticleForm(article=ArticleFactory()))) == 2  # its owner holds no role


def test_news_needs_both_moments():
    assert {"from_day", "until_day", "title"} <= set(NewsForm({}).errors)
