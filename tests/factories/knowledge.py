"""Articles, suggestions and news, in the smallest valid record of each kind."""

import uuid
from datetime import timedelta

import factory

from cases.knowledge.models import (
    Article,
    ArticleSuggestion,
    ArticleTerm,
    Audience,
    Importance,
    NewsItem,
)
from cases.knowledge.searching import terms_of
from tests.factories.cases import MONDAY
from tests.factories.clusters import UserFactory


class ArticleFactory(factory.django.DjangoModelFactory):
    """An article for everybody, inside its window; it can be found by its words."""

    class Meta:
        model = Article
        skip_postgeneration_save = True

    title = factory.Sequence(lambda n: f"Artikel nummer {n}")
    summary = "Dit kunt u meteen zeggen."
    body = "Dit is de hele tekst."
    audience = Audience.EVERYBODY
    owner = factory.SubFactory(UserFactory)
    publish_from = MONDAY.date() - timedelta(days=30)
    review_on = MONDAY.date() + timedelta(days=180)
    changed_at = MONDAY
    changed_by = factory.SelfAttribute("owner")

    @factory.post_generation
    def words(self, create: bool, extracted: object, **kwargs: object) -> None:
        """The words by which it is found, as the service makes them."""
        if create:
            found = terms_of(self.title, self.synonyms, self.summary, self.body)
            ArticleTerm.objects.bulk_create(
                ArticleTerm(article=self, term=term, weight=weight)
                for term, weight in found.items()
            )


class SuggestionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ArticleSuggestion

    submission_key = factory.LazyFunction(uuid.uuid4)
    words = factory.Sequence(lambda n: f"vraag naar artikel {n}")
    suggested_at = MONDAY
    suggested_by = factory.SubFactory(UserFactory)


class NewsFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = NewsItem

    title = factory.Sequence(lambda n: f"Bericht {n}")
    body = "Vandaag is de balie dicht."
    importance = Importance.NORMAL
    audience = Audience.EVERYBODY
    visible_from = MONDAY - timedelta(hours=1)
    visible_until = MONDAY + timedelta(days=2)
    written_at = MONDAY
    written_by = factory.SubFactory(UserFactory)
    submission_key = factory.LazyFunction(uuid.uuid4)
