"""Finding articles: names, other words, typing errors, and whatever else is typed (TEL-9)."""

import random

import pytest

from cases.knowledge.models import Audience
from cases.knowledge.searching import CUT, ONLY_STOP_WORDS, search_articles, stem, words_of
from cases.knowledge.services import ArticleText, change_article
from cases.models import Article, ArticleTerm
from tests.factories import UserFactory
from tests.factories.cases import MONDAY
from tests.factories.knowledge import ArticleFactory

pytestmark = pytest.mark.django_db

TITLE = "Kwijtschelding van gemeentelijke belastingen"
MANY = 2_000
SYLLABLES = ("wa", "ber", "kol", "min", "tas", "rou", "vel", "dom", "hui", "pig", "sto", "len")


def titles(user, words):
    return [article.title for article in search_articles(user, words, MONDAY).articles]


@pytest.fixture
def one(cast):
    ArticleFactory(title="Parkeren voor bewoners")
    return ArticleFactory(title=TITLE, synonyms="aanslag, niet kunnen betalen, OZB")


@pytest.mark.parametrize(
    "words",
    [
        "kwijtschelding",
        "KWIJTSCHELDING",
        "kwijtscheling",  # a letter forgotten
        "kwijtsheldign",  # two errors
        "kwijt",  # still typing
        "belasting",
        "ozb",
        "aanslagen",
        "hoe zit het met kwijtschelding van de belasting",
        "  kwijtschelding \n",
    ],
)
def test_an_article_is_found_by(cast, one, words):
    assert titles(cast.contact_centre, words)[0] == TITLE


@pytest.mark.parametrize(
    ("words", "note"),
    [
        ("", ""),
        ("   ", ""),
        ("de het een van", ONLY_STOP_WORDS),
        ("?!", ONLY_STOP_WORDS),
        ("x" * 500, CUT),
        ("woord " * 100, CUT),
        (" ".join(f"woord{n}" for n in range(13)), CUT),
        ("<script>alert(1)</script>", ""),
        ("'; DROP TABLE cases_article; --", ""),
        ("😀 🙂", ONLY_STOP_WORDS),
        ("مساعدة", ""),
        ("%_%", ONLY_STOP_WORDS),
        ("\0null", ""),
    ],
)
def test_odd_words_are_never_an_error(cast, one, words, note):
    result = search_articles(cast.contact_centre, words, MONDAY)

    assert result.note == note
    assert [article.title for article in result.articles] == []


def test_ten_thousand_characters_are_cut_and_said(cast, one):
    result = search_articles(cast.contact_centre, "kwijtschelding " * 1000, MONDAY)

    assert result.note == CUT
    assert [article.title for article in result.articles] == [TITLE]


def test_every_word_counts_more_than_one_word_often(cast):
    ArticleFactory(title="Fiets fiets fiets", synonyms="fiets", body="fiets")
    both = ArticleFactory(title="Regeling", body="Een fiets voor een kind.")

    assert titles(cast.contact_centre, "fiets kind")[0] == both.title


def test_a_title_counts_more_than_the_text(cast):
    ArticleFactory(title="Iets anders", body="Over parkeren.")
    named = ArticleFactory(title="Parkeren")

    assert titles(cast.contact_centre, "parkeren")[0] == named.title


@pytest.mark.parametrize(
    "hidden",
    [
        {"audience": Audience.TEAMS},
        {"publish_until": MONDAY.date().replace(day=22)},
        {"publish_from": MONDAY.date().replace(day=24)},
    ],
)
def test_what_is_not_for_the_desk_today_is_not_found(cast, hidden):
    ArticleFactory(title="Parkeren", **hidden)

    assert titles(cast.contact_centre, "parkeren") == []


def test_who_reads_nothing_finds_nothing(cast, one):
    assert titles(cast.commissioner, "kwijtschelding") == []


def test_a_new_text_is_found_at_once(cast, one, django_capture_on_commit_callbacks):
    assert titles(cast.contact_centre, "toeslag") == []
    names = ArticleText.__dataclass_fields__
    own = {"title": "Toeslag", "owner": cast.help_desk}
    text = ArticleText(**{name: getattr(one, name) for name in names} | own)

    with django_capture_on_commit_callbacks(execute=True):
        change_article(article_id=one.pk, text=text, version=1, note="", by=cast.help_desk)

    assert titles(cast.contact_centre, "toeslag") == ["Toeslag"]
    assert "gemeentelijke" not in set(ArticleTerm.objects.values_list("term", flat=True))


@pytest.mark.parametrize(
    ("word", "kept"), [("schulden", "schuld"), ("huren", "huren"), ("auto", "auto")]
)
def test_a_plain_ending_is_taken_off_long_words(word, kept):
    assert stem(word) == kept


def test_words_lose_accents_capitals_and_stop_words():
    assert words_of("Één café, de Ruïne!") == ["caf", "ruin"] or "cafe" in words_of("café")


@pytest.fixture
def library(cast):
    """Two thousand articles of made-up words; each has one word of its own."""
    rng, owner = random.Random(5), UserFactory()

    def word():
        return "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(2, 4)))

    own = [f"{word()}{word()}{number}x" for number in range(MANY)]
    shared = [word() for _ in range(400)]
    rows = Article.objects.bulk_create(
        ArticleFactory.build(
            title=f"{name} {rng.choice(shared)}",
            body=" ".join(rng.choices(shared, k=40)),
            owner=owner,
            changed_by=owner,
        )
        for name in own
    )
    ArticleTerm.objects.bulk_create(
        ArticleTerm(article=row, term=term, weight=1)
        for row in rows
        for term in set(words_of(f"{row.title} {row.body}"))
    )
    return own


def test_among_two_thousand_articles_the_right_one_in_three_queries(
    cast, library, django_assert_num_queries
):
    user = cast.contact_centre
    assert user.acting_role  # its roles are read once per request
    with django_assert_num_queries(3):  # the words there are; terms; articles
        search_articles(user, library[0], MONDAY)

    for name in library[:: MANY // 40]:
        with django_assert_num_queries(2):
            found = search_articles(user, name, MONDAY)
        assert found.articles[0].title.startswith(name)
        wrong = name[:4] + name[5:]  # a letter forgotten
        assert search_articles(user, wrong, MONDAY).articles[0].title.startswith(name)
