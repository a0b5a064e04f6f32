"""Articles, wishes and news for the test city: plain, long, overdue, and none for the teams."""

from datetime import timedelta

from django.utils import timezone

from cases.knowledge.models import ArticleUse, Importance
from tests.factories.knowledge import ArticleFactory, NewsFactory, SuggestionFactory
from tests.journeys.city import LONG_NAME, LONG_WORD, RTL, City


def furnish(city: City) -> None:
    """Some of everything; ``article`` has two versions, ``article-long`` tries the screen."""
    owner, now = city.people["help_desk"], timezone.now()
    article = ArticleFactory(
        title="Hulp in de huishouding",
        summary="Het wijkteam bespreekt met u wat u zelf kunt en wat er dan nog nodig is.",
        body="Eerst komt er een gesprek.\n\nDaarna een verslag.",
        synonyms="schoonmaak, poetsen",
        version=2,
        owner=owner,
    )
    for number in (1, 2):
        article.versions.create(
            number=number,
            title=article.title,
            summary=article.summary,
            body=article.body,
            saved_at=now,
            saved_by=owner,
            note="Eerste versie" if number == 1 else "Korter",
        )
    an_hour_ago = now - timedelta(hours=1)
    for kind in ("used", "used", "useful", "not_useful"):
        article.uses.create(kind=kind, at=an_hour_ago)
    ArticleUse.objects.create(kind="nothing_found", at=an_hour_ago)
    long = ArticleFactory(
        title=LONG_NAME[:160],
        summary=RTL,
        body=LONG_WORD[:1000],
        synonyms="",
        owner=owner,
        review_on=now.date() - timedelta(days=3),
    )
    city.things |= {"article": article.pk, "article-long": long.pk}
    city.things["news"] = NewsFactory(
        title="Vraag hoe er veilig gebeld kan worden",
        importance=Importance.HIGH,
        written_by=owner,
    ).pk
    NewsFactory(title=RTL[:120], body=LONG_WORD[:800], written_by=owner)
    city.things["suggestion"] = SuggestionFactory(
        words="hulp in de huishouding na een operatie",
        note="Beller komt morgen uit het ziekenhuis.",
        suggested_by=owner,
    ).pk
    SuggestionFactory(words=LONG_WORD[:200], note=LONG_WORD[:400], suggested_by=owner)
    day = timedelta(days=1)
    ArticleFactory(title="Energietoeslag", owner=owner, publish_until=now.date() - day)
    ArticleFactory(title="De eigen bijdrage", owner=owner, review_on=now.date() - day)
    ArticleFactory(title="Kerstpakketten", owner=owner, publish_from=now.date() + day)
