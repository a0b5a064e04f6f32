"""Two editors, or one with two clicks, at the same moment (KB-3, KB-5, KB-7)."""

from datetime import timedelta
from functools import partial

import pytest

from audit.models import AuditEvent
from cases.knowledge.models import Audience
from cases.knowledge.services import (
    ArticleText,
    change_article,
    create_article,
    settle_suggestion,
)
from cases.models import Article, ArticleSuggestion, ArticleTerm
from clusters.models import User
from tests.concurrency.conftest import done, refused, together
from tests.factories.cases import MONDAY
from tests.factories.knowledge import SuggestionFactory

ROUNDS = range(5)
pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("monday")]


def me(person):
    """The same employee as another request would load them."""
    return User.objects.get(pk=person.pk)


def text(owner, **own):
    told = {
        "title": "Parkeren",
        "summary": "Dat kan zo.",
        "body": "Lang verhaal.",
        "synonyms": "auto",
        "audience": Audience.EVERYBODY,
        "owner": owner,
        "publish_from": MONDAY.date(),
        "publish_until": None,
        "review_on": MONDAY.date() + timedelta(days=90),
    }
    return ArticleText(**told | own)


def test_of_two_who_change_an_article_one_is_told(cast):
    editors = (cast.help_desk, cast.application_manager)
    for number in ROUNDS:
        article = create_article(
            text=text(cast.help_desk, title=f"Ronde {number}"), by=cast.help_desk
        )
        act = partial(change_article, article_id=article.pk, version=1, note="")

        results = together(
            *(
                partial(act, text=text(cast.help_desk, title=f"Van {who}"), by=me(who))
                for who in editors
            )
        )

        assert (len(done(results)), len(refused(results))) == (1, 1)
        assert "intussen gewijzigd" in refused(results)[0]
        assert article.versions.count() == 2
        kept = Article.objects.get(pk=article.pk)
        assert kept.title == f"Van {kept.changed_by}"
        words = set(ArticleTerm.objects.filter(article=article).values_list("term", flat=True))
        assert "rond" not in words


def test_three_clicks_write_one_article_and_settle_what_was_asked_once(cast):
    for number in ROUNDS:
        asked = SuggestionFactory()
        act = partial(
            create_article, text=text(cast.help_desk, title=f"Nieuw {number}"), asked=asked
        )

        results = together(*(partial(act, by=me(cast.help_desk)) for _ in range(3)))

        assert len({article.pk for article in done(results)}) == 1
        assert Article.objects.filter(title=f"Nieuw {number}").count() == 1
        asked.refresh_from_db()
        assert asked.article_id == done(results)[0].pk
    assert AuditEvent.objects.filter(code="suggestion.settled").count() == len(ROUNDS)


def test_of_two_who_settle_one_is_told(cast):
    for _ in ROUNDS:
        asked = SuggestionFactory()
        act = partial(settle_suggestion, suggestion_id=asked.pk, article=None)

        results = together(
            *(partial(act, by=me(who)) for who in (cast.help_desk, cast.application_manager))
        )

        assert (len(done(results)), len(refused(results))) == (1, 1)
        assert ArticleSuggestion.objects.get(pk=asked.pk).settled_by == done(results)[0].settled_by
