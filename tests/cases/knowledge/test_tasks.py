"""The bell for articles that are due for a look."""

import pytest

from cases.knowledge.tasks import remind_of_reviews
from tests.factories.cases import MONDAY
from tests.factories.knowledge import ArticleFactory

pytestmark = pytest.mark.django_db


def test_the_task_tells_owners_once(cast):
    ArticleFactory(owner=cast.help_desk, review_on=MONDAY.date())

    assert [remind_of_reviews(), remind_of_reviews()] == [1, 0]
