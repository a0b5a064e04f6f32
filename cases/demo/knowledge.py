"""The kennisbank and the news of the demo city: written here, true for any municipality (TEL-9)."""

import csv
import uuid
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from django.utils import timezone

from cases.demo.cast import Cast
from cases.knowledge.models import Article, Audience, Importance, UseKind
from cases.knowledge.services import (
    ArticleText,
    change_article,
    create_article,
    create_news,
    create_suggestion,
    create_use,
)
from cases.knowledge.services.news import NewsText
from clusters.models import Role, User

ARTICLES = Path(__file__).parent / "articles.csv"
KEYS = uuid.UUID("de300000-0000-4000-a000-000000000000")
NEWS = (
    (
        "Vandaag om 15.00 uur overleg KCC en wijkteams",
        "De punten staan onder Overleg. Zet een gevraagd artikel er zelf bij.",
        Importance.NORMAL,
        1,
    ),
    (
        "Vraag bij elk terugbelverzoek hoe er veilig gebeld kan worden",
        "Klap in het gesprek Veilig bellen open: voicemail, gemeente noemen, vaste tijden. "
        "De medewerker leest dit vóór het nummer.",
        Importance.HIGH,
        14,
    ),
    (
        "Drukte verwacht rond de jaarafrekening van energie",
        "Zoek in de kennisbank op rekening. Dreigt afsluiting, dan is het spoed.",
        Importance.NORMAL,
        5,
    ),
)
WISHES = (
    ("kosten van een uitvaart", "Beller kan de uitvaart van haar broer niet betalen."),
    ("hulp bij digitale post", "Beller kan niet inloggen en mist brieven van de gemeente."),
)


def create_knowledge(*, cast: Cast, now: datetime) -> None:
    """Articles with an owner and a day to look again, some changed, some overdue; news; wishes.

    The statistics of use show something too; who used an article is kept nowhere.
    """
    editors = [person for person in cast.desk if person.acting_role == Role.HELP_DESK]
    if not editors:
        return
    made = now - timedelta(days=120)
    with ARTICLES.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file, delimiter="|")):
            _write(number, row, editors[number % len(editors)], made, now)
    _use(cast.desk[0], now)
    _tell(editors[0], now)
    for number, (words, note) in enumerate(WISHES, start=1):
        create_suggestion(
            submission_key=_key(number), words=words, note=note, by=cast.desk[0], at=now
        )


def _write(number: int, row: dict[str, str], by: User, made: datetime, now: datetime) -> None:
    """One article; every fifth was changed later, every seventh is due for a look."""
    today = timezone.localdate(now)
    due = number % 7 == 3
    text = ArticleText(
        **row,  # type: ignore[arg-type]
        owner=by,
        publish_from=timezone.localdate(made),
        publish_until=None,
        review_on=_after(today, -3 if due else 30 + 5 * number),
    )
    article = create_article(text=text, by=by, at=made)
    if number % 5 == 2:
        later = replace(text, synonyms=f"{text.synonyms}, {text.title.split(maxsplit=1)[0]}")
        change_article(
            article_id=article.pk,
            text=later,
            version=article.version,
            note="Zoekwoord toegevoegd",
            by=by,
            at=now - timedelta(days=20),
        )


def _use(by: User, now: datetime) -> None:
    """Whether articles helped, and searches without result, over the last three weeks."""
    articles = list(Article.objects.readable_by(by, timezone.localdate(now)))
    for number, article in enumerate(articles):
        for times in range(number % 4):
            kind = UseKind.NOT_USEFUL if (number + times) % 5 == 0 else UseKind.USEFUL
            moment = now - timedelta(days=1 + (number + times) % 20, hours=times)
            create_use(article=article, kind=kind, at=moment, team=None, by=by)
    for days in (2, 3, 5, 9, 14):
        moment = now - timedelta(days=days)
        create_use(article=None, kind=UseKind.NOTHING_FOUND, at=moment, team=None, by=by)


def _tell(by: User, now: datetime) -> None:
    """News that shows now."""
    for number, (title, body, importance, days) in enumerate(NEWS, start=10):
        text = NewsText(
            title=title,
            body=body,
            importance=importance,
            audience=Audience.EVERYBODY if importance == Importance.HIGH else Audience.DESK,
            visible_from=now - timedelta(hours=number),
            visible_until=now + timedelta(days=days),
        )
        create_news(submission_key=_key(number), text=text, by=by, at=now)


def _after(day: date, days: int) -> date:
    return day + timedelta(days=days)


def _key(number: int) -> uuid.UUID:
    return uuid.UUID(int=KEYS.int + number)
