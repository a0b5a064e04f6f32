"""What one may not read has no say in what one finds."""

import pytest

from cases.knowledge.models import Audience
from cases.knowledge.searching import MOST_FOUND, search_articles
from tests.factories.cases import MONDAY
from tests.factories.knowledge import ArticleFactory

pytestmark = pytest.mark.django_db


def test_articles_that_are_not_for_the_desk_never_crowd_out_one_that_is(cast):
    """More of them than a search looks at, and each fits better."""
    for number in range(MOST_FOUND * 4 + 1):
        ArticleFactory(title=f"Parkeren {number}", audience=Audience.TEAMS)
    ours = ArticleFactory(title="Auto", body="Over parkeren.")

    found = search_articles(cast.contact_centre, "parkeren", MONDAY)

    assert found.articles == [ours]


def test_of_two_typing_errors_alike_both_are_found(cast):
    made = {ArticleFactory(title=title).pk for title in ("Boterham", "Botervam")}

    found = search_articles(cast.contact_centre, "Boterdam", MONDAY)

    assert {article.pk for article in found.articles} == made


def test_a_word_that_is_right_is_not_taken_for_an_error(cast):
    right = ArticleFactory(title="Huurtoeslag")
    ArticleFactory(title="Buurtoeslag")

    assert search_articles(cast.contact_centre, "huurtoeslag", MONDAY).articles == [right]


def test_a_word_is_found_inside_a_longer_one(cast):
    """Dutch writes words together: who says uitkering means bijstandsuitkering too."""
    inside = ArticleFactory(title="Bijstandsuitkering aanvragen")
    whole = ArticleFactory(title="Uitkering stopt")

    found = search_articles(cast.contact_centre, "uitkering", MONDAY)

    assert found.articles == [whole, inside]
    assert search_articles(cast.contact_centre, "kerin", MONDAY).articles[0] in (whole, inside)
    assert search_articles(cast.contact_centre, "keri", MONDAY).articles == []
