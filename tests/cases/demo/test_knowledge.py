"""The kennisbank of the demo city: what a desk really needs to be able to say (TEL-9)."""

import csv

import pytest
import time_machine
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.demo.cast import Cast
from cases.demo.knowledge import ARTICLES, create_knowledge
from cases.demo.people import create_people
from cases.knowledge.figures import knowledge_figures
from cases.knowledge.models import Article, ArticleSuggestion, ArticleVersion, NewsItem
from cases.knowledge.searching import search_articles
from clusters.models import Role
from common.deadlines import local_day
from tests.cases.demo.conftest import NOW

pytestmark = pytest.mark.django_db

LEAST_ARTICLES, QUERIES_EACH = 30, 20
ASKED_AT_THE_DESK = {
    "hoe lang duurt een wmo aanvraag": "Hulp van de gemeente aanvragen",
    "deurwaarder": "Schulden",
    "poetsen": "Hulp in de huishouding",
    "cak rekening": "De eigen bijdrage",
    "voedslbank": "Boodschappen of eten",
    "mantelzorger": "Mantelzorg wordt te zwaar",
    "eenzaam": "Eenzaam of weinig contacten",
    "veilig thuis": "Geweld of onveiligheid thuis",
    "cliëntondersteuner": "Gratis iemand die met u meedenkt",
    "bezwaar maken": "Niet eens met een besluit",
    "wanneer word ik teruggebeld": "Beller vraagt hoe het ermee staat",
}


@pytest.fixture
def demo_cast(db):
    with time_machine.travel(NOW, tick=True):
        cache.clear()
        call_command("load_reference_data", verbosity=0)
        create_people()
        cast = Cast(local_day(NOW))
        with CaptureQueriesContext(connection) as asked:
            create_knowledge(cast=cast, now=NOW)
        cast.queries = len(asked)
        yield cast


def test_there_is_enough_and_it_takes_a_bounded_number_of_queries(demo_cast):
    articles = Article.objects.count()

    assert articles >= LEAST_ARTICLES
    assert demo_cast.queries <= QUERIES_EACH * articles


def test_some_have_a_second_version_and_some_are_due(demo_cast):
    today = local_day(NOW)

    assert ArticleVersion.objects.filter(number=2).count() > 1
    due = Article.objects.filter(review_on__lte=today).count()
    assert 1 < due < Article.objects.count() / 2


def test_three_messages_show_now_the_important_one_first(demo_cast):
    desk = next(person for person in demo_cast.desk if person.acting_role == Role.CONTACT_CENTRE)
    shown = list(NewsItem.objects.visible_to(desk).showing_at(NOW))

    assert len(shown) == 3
    assert shown[0].importance == "high"
    assert ArticleSuggestion.objects.open().count() == 2


def test_the_figures_have_something_to_say(demo_cast):
    figures = knowledge_figures(demo_cast.help_desk[0], NOW)

    assert sum(article.useful for article in figures.lines) > 10
    assert figures.nothing_found == 5


@pytest.mark.parametrize(("words", "title"), ASKED_AT_THE_DESK.items())
def test_what_callers_ask_is_found_first(demo_cast, words, title):
    desk = next(person for person in demo_cast.desk if person.acting_role == Role.CONTACT_CENTRE)

    found = search_articles(desk, words, NOW).articles

    assert found[0].title.startswith(title)


def test_every_row_fits_its_fields():
    with ARTICLES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="|"))

    assert len({row["title"] for row in rows}) == len(rows)
    assert all(None not in row and None not in row.values() for row in rows)
