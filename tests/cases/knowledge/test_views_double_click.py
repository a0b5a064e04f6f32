"""A form that is sent twice makes one article."""

from datetime import timedelta

import pytest
from django.urls import reverse

from cases.models import Article
from tests.cases.callbacks.pages import answers_in
from tests.factories.cases import MONDAY

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
