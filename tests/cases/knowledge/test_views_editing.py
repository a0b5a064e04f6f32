"""Editing side by side, settling what was asked for, and what is typed wrong."""

from datetime import timedelta

import pytest
from django.urls import reverse

from cases.knowledge.models import Audience
from cases.models import Article, ArticleSuggestion, ArticleUse, NewsItem
from tests.cases.callbacks.pages import ODD, answers_in, errors_of, lost_from, text_of
from tests.factories.cases import MONDAY
from tests.factories.knowledge import ArticleFactory, NewsFactory, SuggestionFactory

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


@pytest.fixture
def editor(cast, as_user):
    return as_user(cast.help_desk)


@pytest.fixture
def article(cast):
    return ArticleFactory(owner=cast.help_desk, body="Zo was het.")


def at(name, row):
    return reverse(name, args=[row.pk])


def written(client, **own):
    """The answers of a good new article."""
    shown = answers_in(client.get(reverse("article-new")))
    return shown | {"title": "Fiets", "summary": "Kan.", "body": "Zo gaat het.", **own}


def overtaken(client, article):
    """Open the form, let a colleague be first, and send it."""
    mine = answers_in(client.get(at("article-change", article))) | {"body": "Mijn tekst."}
    theirs = mine | {"body": "Hun tekst."}
    client.post(at("article-change", article), theirs)
    return client.post(at("article-change", article), mine)


def test_who_comes_too_late_sees_both_texts_and_may_then_decide(editor, article):
    page = overtaken(editor, article)

    assert list(errors_of(page)) == ["version"]
    assert answers_in(page)["body"] == "Mijn tekst."
    assert "Hun tekst." in text_of(page)
    assert "Wat u daarna bewaart, komt hiervoor in de plaats" in text_of(page)
    assert Article.objects.get().body == "Hun tekst."

    assert editor.post(at("article-change", article), answers_in(page)).status_code == 302

    assert Article.objects.get().body == "Mijn tekst."
    kept = list(article.versions.values_list("number", "body"))
    assert kept == [(3, "Mijn tekst."), (2, "Hun tekst.")]


def test_who_decided_can_still_be_overtaken_by_a_third(editor, article):
    page = overtaken(editor, article)
    third = answers_in(editor.get(at("article-change", article))) | {"body": "Van een derde."}
    editor.post(at("article-change", article), third)

    again = editor.post(at("article-change", article), answers_in(page))

    assert list(errors_of(again)) == ["version"]
    assert Article.objects.get().body == "Van een derde."


@pytest.mark.parametrize("version", ["", "abc", "-1", "9" * 40])
def test_a_version_that_cannot_be_is_refused_and_nothing_is_lost(editor, article, version):
    answers = answers_in(editor.get(at("article-change", article)))
    answers |= {"body": ODD, "version": version}

    page = editor.post(at("article-change", article), answers)

    assert page.status_code == 200
    assert answers_in(page)["body"] == ODD
    assert Article.objects.get().body == "Zo was het."


def test_a_wrong_field_is_not_a_colleague_who_was_first(editor, article):
    answers = answers_in(editor.get(at("article-change", article))) | {"title": ""}

    page = editor.post(at("article-change", article), answers)

    assert list(errors_of(page)) == ["title"]
    assert "Bewaard door" not in text_of(page)


@pytest.mark.parametrize(
    ("wrong", "field", "words"),
    [
        ({"review_on": "2026-11-23"}, "review_on", "nog komt"),
        ({"review_on": "0202-01-01"}, "review_on", "2000"),
        ({"publish_until": "2000-01-01"}, "publish_until", "vóór de eerste"),
        ({"title": "x\0y"}, "title", "Null"),
        ({"owner": "9" * 30}, "owner", "geldige keuze"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_kept(editor, wrong, field, words):
    answers = written(editor, **wrong)

    page = editor.post(reverse("article-new"), answers)

    assert list(errors_of(page)) == [field]
    assert words in errors_of(page)[field][0]
    assert set(lost_from(page, answers)) <= {"csrfmiddlewaretoken", "owner"}
    assert not Article.objects.exists()


def test_an_owner_who_edits_no_longer_is_named_and_may_stay(editor, cast):
    article = ArticleFactory(owner=cast.contact_centre)
    page = editor.get(at("article-change", article))
    assert f"{cast.contact_centre} (mag geen artikelen meer bewerken)" in text_of(page)
    answers = answers_in(page)
    assert answers["owner"] == str(cast.contact_centre.pk)

    sent = editor.post(at("article-change", article), answers | {"body": "Nieuw."})
    assert sent.status_code == 302

    article.refresh_from_db()
    assert (article.body, article.owner) == ("Nieuw.", cast.contact_centre)


def test_an_article_about_a_request_settles_it(editor, cast):
    asked = SuggestionFactory(words="fiets voor een kind", suggested_by=cast.contact_centre)
    url = reverse("article-new") + f"?gevraagd={asked.pk}"
    opened = editor.get(url)
    assert "fiets voor een kind" in text_of(opened)
    answers = answers_in(opened) | {"summary": "Kan.", "body": "Zo gaat het."}

    for _ in range(2):
        assert editor.post(url, answers).status_code == 302

    asked.refresh_from_db()
    assert (asked.article, asked.settled_by) == (Article.objects.get(), cast.help_desk)
    assert asked.article.synonyms == "fiets voor een kind"


@pytest.mark.parametrize("number", ["abc", "0", "9" * 18, "9" * 40, "-1", "1; DROP"])
def test_a_request_that_is_not_there_changes_nothing(editor, number):
    assert editor.get(reverse("article-new"), {"gevraagd": number}).status_code == 200


def test_settling_offers_what_the_words_find_and_nothing_else(editor):
    fits, other = ArticleFactory(title="Fiets voor een kind"), ArticleFactory(title="Parkeren")
    asked = SuggestionFactory(words="kinderfiets fiets")
    url = at("suggestion-settle", asked)
    page = text_of(editor.get(url))
    assert fits.title in page
    assert other.title not in page

    for choice in ("", str(other.pk), "x"):
        assert list(errors_of(editor.post(url, {"article": choice}))) == ["article"]
    assert ArticleSuggestion.objects.open().exists()
    editor.post(url, {"article": str(fits.pk)})

    asked.refresh_from_db()
    assert asked.article == fits


def test_who_settles_second_hears_who_was_first(editor, cast):
    asked = SuggestionFactory()
    for _ in range(2):
        page = editor.post(at("suggestion-settle", asked), {"article": "geen"})

    assert f"{cast.help_desk} was u voor" in text_of(page)


def test_editors_see_what_is_not_in_use_and_why(editor, cast):
    ArticleFactory(title="Straks", publish_from=MONDAY.date() + DAY)
    over = ArticleFactory(title="Voorbij", publish_until=MONDAY.date() - DAY)
    ArticleFactory(title="Oud", review_on=MONDAY.date())

    page = text_of(editor.get(reverse("article-list")))

    assert "Straks Nog niet te gebruiken" in page
    assert "Voorbij Niet meer te gebruiken" in page
    assert "Oud Opnieuw bekijken" in page
    assert "Hielp dit?" not in text_of(editor.get(at("article-detail", over)))
    assert editor.post(at("article-useful", over), {"hielp": "ja"}).status_code == 404


def test_the_desk_sees_articles_in_use_without_marks(cast, as_user):
    ArticleFactory(title="Straks", publish_from=MONDAY.date() + DAY)
    ArticleFactory(title="Oud", review_on=MONDAY.date())
    ArticleFactory(title="Van de teams", audience=Audience.TEAMS)

    page = text_of(as_user(cast.contact_centre).get(reverse("article-list")))

    assert "Oud" in page
    assert not [word for word in ("Straks", "Van de teams", "Opnieuw bekijken") if word in page]


def test_what_changed_last_stands_first_beside_the_list(cast, as_user):
    for number in range(7):
        ArticleFactory(title=f"Artikel {number}", changed_at=MONDAY - number * DAY)

    page = as_user(cast.contact_centre).get(reverse("article-list"))

    recent = [article.title for article in page.context["recent"]]
    assert recent == [f"Artikel {number}" for number in range(5)]


def test_an_answer_that_is_no_answer_is_not_counted(editor, article):
    for answer in ("", "misschien", ODD):
        editor.post(at("article-useful", article), {"hielp": answer})

    assert not ArticleUse.objects.exists()


def test_nothing_found_that_stays_on_the_screen_counts_once(cast, as_user, desk):
    client, headers = as_user(cast.contact_centre), {"HX-Request": "true"}
    ArticleFactory(title="Parkeren")
    empty = client.post(reverse("article-find"), {"words": "xyzzy"}, headers=headers)
    assert f'hx-post="{reverse("article-vain")}"' in empty.content.decode()
    found = client.post(reverse("article-find"), {"words": "parkeren"}, headers=headers)
    assert reverse("article-vain") not in found.content.decode()

    assert client.post(reverse("article-vain")).status_code == 204

    row = ArticleUse.objects.get()
    assert (row.kind, row.article, row.team) == ("nothing_found", None, desk)


def test_the_page_of_a_search_in_vain_does_not_count_twice(cast, as_user):
    page = as_user(cast.contact_centre).post(reverse("article-find"), {"words": "xyzzy"})

    assert reverse("article-vain") not in page.content.decode()
    assert ArticleUse.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "field", "words"),
    [
        ({"from_day": "0001-01-01", "from_time": "00:00"}, "from_day", "2000"),
        ({"until_day": "9999-12-31"}, "until_day", "2000"),
        ({"until_day": "2026-11-22"}, "until_day", "vóór het begin"),
        ({"from_day": "2026-11-01", "until_day": "2026-11-02"}, "until_day", "al voorbij"),
        ({"until_time": "25:00"}, "until_time", "uu:mm"),
        ({"importance": "hoog"}, "importance", "hoog"),
    ],
)
def test_wrong_news_is_said_at_its_field_and_kept(editor, wrong, field, words):
    answers = answers_in(editor.get(reverse("news-new")))
    answers |= {"title": "Drukte", "body": ODD, "until_day": "2026-11-24"} | wrong

    page = editor.post(reverse("news-new"), answers)

    assert list(errors_of(page)) == [field]
    assert words in errors_of(page)[field][0]
    assert answers_in(page)["body"] == ODD
    assert not NewsItem.objects.exists()


def test_news_can_be_ended_now_and_the_same_text_changes_nothing(editor, cast):
    item = NewsFactory()
    answers = answers_in(editor.get(at("news-change", item)))
    editor.post(at("news-change", item), answers)
    assert NewsItem.objects.get().written_by == item.written_by

    editor.post(
        at("news-change", item), answers | {"until_day": "2026-11-23", "until_time": "9:59"}
    )

    assert not NewsItem.objects.showing_at(MONDAY).exists()
    assert NewsItem.objects.get().written_by == cast.help_desk


def test_two_tabs_show_both_texts_of_a_message(editor):
    item = NewsFactory(written_at=MONDAY - timedelta(hours=1))
    stale = answers_in(editor.get(at("news-change", item)))
    editor.post(at("news-change", item), stale | {"body": "De eerste tekst."})

    refused = editor.post(at("news-change", item), stale | {"body": "De tweede tekst."})

    shown = refused.content.decode()
    assert "intussen gewijzigd" in shown
    assert "De eerste tekst." in shown
    assert answers_in(refused)["body"] == "De tweede tekst."
    editor.post(at("news-change", item), answers_in(refused))
    item.refresh_from_db()
    assert item.body == "De tweede tekst."
