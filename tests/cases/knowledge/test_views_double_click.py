"""A form that is sent twice makes one article; a colleague may be first at the last moment."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from cases.knowledge.services import change_article
from cases.models import Article
from tests.cases.callbacks.pages import answers_in, text_of
from tests.factories.cases import MONDAY
from tests.factories.knowledge import ArticleFactory

pytestmark = pytest.mark.django_db


def test_a_double_click_writes_one_article(cast, as_user):
    client = as_user(cast.help_desk)
    answers = answers_in(client.get(reverse("article-new"))) | {
        "title": "Parkeren",
        "summary": "Dat kan zo.",
        "body": "Lang verhaal.",
        "review_on": f"{MONDAY.date() + timedelta(days=90)}",
    }

    sent = [client.post(reverse("article-new"), answers) for _ in range(2)]

    assert [page.status_code for page in sent] == [302, 302]
    assert sent[0]["Location"] == sent[1]["Location"]
    assert Article.objects.count() == 1


def test_a_colleague_who_saves_while_the_page_is_answered_is_shown(cast, as_user, monkeypatch):
    article = ArticleFactory(owner=cast.help_desk)
    client, url = as_user(cast.help_desk), reverse("article-change", args=[article.pk])
    answers = answers_in(client.get(url)) | {"body": "Mijn tekst."}

    def overtaken(**told: Any) -> Any:
        Article.objects.filter(pk=article.pk).update(version=2, body="Hun tekst.")
        return change_article(**told)

    monkeypatch.setattr("cases.knowledge.views.editing.change_article", overtaken)
    page = client.post(url, answers)

    assert "Hun tekst." in text_of(page)
    assert answers_in(page)["version"] == "2"
