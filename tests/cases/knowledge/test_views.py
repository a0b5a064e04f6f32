"""The kennisbank on the screen: read, search, write, ask; words are never in an address."""

import pytest
from django.urls import reverse

from cases.knowledge.models import Audience
from cases.models import Article, ArticleSuggestion, ArticleUse, NewsItem
from tests.cases.callbacks.pages import ODD, answers_in, text_of
from tests.factories.cases import MONDAY
from tests.factories.knowledge import ArticleFactory, NewsFactory, SuggestionFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("rows", [1, 5])
def test_the_list_costs_the_same_however_long_it_is(cast, as_user, rows, django_assert_num_queries):
    made = [ArticleFactory() for _ in range(rows)]
    client = as_user(cast.contact_centre)

    # session, user, memberships; number of articles, articles, what changed; unread notices
    with django_assert_num_queries(7):
        page = text_of(client.get(reverse("article-list")))

    assert all(article.title in page for article in made)


@pytest.mark.parametrize("htmx", [True, False])
def test_searching_gives_the_text_to_say(cast, as_user, htmx):
    ArticleFactory(title="Parkeren", summary="Dat kan zo.")
    headers = {"HX-Request": "true"} if htmx else {}

    page = as_user(cast.contact_centre).post(
        reverse("article-find"), {"words": "parkeren"}, headers=headers
    )

    assert "Dat kan zo." in text_of(page)
    assert ("<html" in page.content.decode()) is not htmx


def test_a_search_in_vain_counts_after_the_button_not_after_every_letter(cast, as_user):
    client, url = as_user(cast.contact_centre), reverse("article-find")
    for words in ("x", "xy", "xyz", "xyzz"):
        client.post(url, {"words": words}, headers={"HX-Request": "true"})
    assert not ArticleUse.objects.exists()

    page = client.post(url, {"words": "xyzzy"})

    assert ArticleUse.objects.get().kind == "nothing_found"
    assert "Niets gevonden" in text_of(page)


@pytest.mark.parametrize(
    "hidden",
    [{"audience": Audience.TEAMS}, {"publish_until": MONDAY.date().replace(day=22)}],
)
def test_what_is_not_for_the_desk_does_not_exist_there(cast, as_user, hidden):
    article = ArticleFactory(**hidden)

    assert as_user(cast.contact_centre).get(_at("article-detail", article)).status_code == 404
    assert as_user(cast.help_desk).get(_at("article-detail", article)).status_code == 200


def _at(name, row):
    return reverse(name, args=[row.pk])


def test_text_is_never_run(cast, as_user):
    article = ArticleFactory(title=ODD, summary=ODD, body=ODD, synonyms=ODD)

    page = as_user(cast.help_desk).get(_at("article-detail", article))

    assert "<script>alert" not in page.content.decode()
    assert "<script>alert('x')</script>" in text_of(page)


def test_an_article_is_written_changed_and_read_back(cast, as_user):
    client = as_user(cast.help_desk)
    answers = answers_in(client.get(reverse("article-new"))) | {
        "title": "Parkeren",
        "summary": "Dat kan zo.",
        "body": "Lang verhaal.",
        "review_on": "2027-01-01",
    }
    client.post(reverse("article-new"), answers)
    article = Article.objects.get()

    changed = answers_in(client.get(_at("article-change", article))) | {"body": "Korter."}
    assert client.post(_at("article-change", article), changed).status_code == 302
    stale = client.post(_at("article-change", article), changed | {"body": "Te laat."})

    assert "heeft dit artikel intussen gewijzigd" in text_of(stale)
    assert "Te laat." in text_of(stale) or "Te laat." in stale.content.decode()
    assert "Korter." in text_of(stale)
    versions = text_of(client.get(_at("article-versions", article)))
    assert "Lang verhaal." in versions
    assert "Versie 2" in versions


def test_a_wrong_article_keeps_what_was_typed(cast, as_user):
    answers = {"title": "x" * 161, "summary": "s", "body": ODD}

    page = as_user(cast.help_desk).post(reverse("article-new"), answers)

    assert page.status_code == 200
    assert answers_in(page)["body"] == ODD
    assert not Article.objects.exists()


def test_it_helped_or_not(cast, as_user):
    article = ArticleFactory()
    client = as_user(cast.team_worker)

    client.post(_at("article-useful", article), {"hielp": "ja"})
    client.post(_at("article-useful", article), {"hielp": "nee"})

    assert list(ArticleUse.objects.order_by("pk").values_list("kind", flat=True)) == [
        "useful",
        "not_useful",
    ]


def test_a_wish_is_asked_settled_and_gone(cast, as_user):
    client = as_user(cast.contact_centre)
    shown = answers_in(client.get(reverse("article-suggest")))
    client.post(reverse("article-suggest"), shown | {"words": "fietsen voor kinderen"})
    asked = ArticleSuggestion.objects.get()

    editor = as_user(cast.help_desk)
    assert "fietsen voor kinderen" in text_of(editor.get(reverse("suggestion-list")))
    new = editor.get(reverse("article-new") + f"?gevraagd={asked.pk}")
    assert answers_in(new)["title"] == "fietsen voor kinderen"
    editor.post(_at("suggestion-settle", asked), {"article": "geen"})

    assert "Niets gevraagd" in text_of(editor.get(reverse("suggestion-list")))


def test_a_wish_of_another_desk_is_not_ours(cast, as_user, desk):
    SuggestionFactory(team=desk)

    assert ArticleSuggestion.objects.visible_to(cast.contact_centre).count() == 1
    assert ArticleSuggestion.objects.visible_to(cast.other_desk).count() == 0


def test_still_right_moves_the_day(cast, as_user):
    article = ArticleFactory()
    client = as_user(cast.help_desk)

    client.post(_at("article-review", article), {"review_on": "2027-05-01"})
    page = client.post(_at("article-review", article), {"review_on": "2020-01-01"}, follow=True)

    assert "nog komt" in text_of(page)
    assert str(Article.objects.get().review_on) == "2027-05-01"


def test_figures_count_and_name_what_is_due(cast, as_user):
    article = ArticleFactory(title="Parkeren", review_on=MONDAY.date())
    article.uses.create(kind="used", at=MONDAY)
    ArticleUse.objects.create(kind="nothing_found", at=MONDAY)

    page = text_of(as_user(cast.help_desk).get(reverse("knowledge-figures")))

    assert "1 keer gebruikt als antwoord; 1 artikel opnieuw te bekijken" in page
    assert "1 keer gezocht zonder resultaat" in page


def test_news_is_written_changed_and_shown_at_the_desk(cast, as_user):
    editor = as_user(cast.help_desk)
    shown = answers_in(editor.get(reverse("news-new")))
    answers = shown | {"title": "Drukte", "body": ODD, "until_day": "2026-11-24"}
    for _ in range(2):
        assert editor.post(reverse("news-new"), answers).status_code == 302
    item = NewsItem.objects.get()
    changed = answers_in(editor.get(_at("news-change", item))) | {"importance": "high"}
    editor.post(_at("news-change", item), changed)

    page = as_user(cast.contact_centre).get(reverse("home"))

    assert "Belangrijk Drukte" in text_of(page)
    assert "<script>alert" not in page.content.decode()


def test_news_of_the_teams_is_not_shown_at_the_desk(cast, as_user):
    NewsFactory(title="Alleen teams", audience=Audience.TEAMS)

    assert "Alleen teams" not in text_of(as_user(cast.contact_centre).get(reverse("home")))
    assert "Alleen teams" in text_of(as_user(cast.team_worker).get(reverse("news-list")))
