"""Writing articles and news: nothing is overwritten, everything has an owner and an end."""

import uuid
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent
from cases.knowledge.models import Audience, Importance, UseKind
from cases.knowledge.services import (
    ArticleText,
    change_article,
    change_news,
    create_article,
    create_news,
    create_suggestion,
    create_use,
    review_article,
    settle_suggestion,
)
from cases.knowledge.services.news import NewsText
from cases.knowledge.services.reviews import remind_owners
from cases.models import Article, ArticleSuggestion, ArticleUse, NewsItem
from clusters.models import Membership, Notice
from common.errors import RuleViolation
from tests.factories.cases import MONDAY
from tests.factories.knowledge import ArticleFactory, SuggestionFactory

pytestmark = pytest.mark.django_db

TODAY = MONDAY.date()
DAY = timedelta(days=1)


@pytest.fixture
def text(cast):
    return ArticleText(
        title="Parkeren",
        summary="Dat kan zo.",
        body="Lang verhaal.",
        synonyms="auto",
        audience=Audience.EVERYBODY,
        owner=cast.help_desk,
        publish_from=TODAY,
        publish_until=None,
        review_on=TODAY + 90 * DAY,
    )


def test_a_new_article_has_its_first_version_and_a_line(cast, text):
    article = create_article(text=text, by=cast.help_desk)

    version = article.versions.get()
    assert (version.number, version.body, version.saved_by) == (1, "Lang verhaal.", cast.help_desk)
    assert AuditEvent.objects.get(code="article.created").object_id == str(article.pk)


def test_every_text_is_kept(cast, text):
    article = create_article(text=text, by=cast.help_desk)
    newer = replace(text, body="Nieuw verhaal.")

    change_article(
        article_id=article.pk, text=newer, version=1, note="Korter", by=cast.application_manager
    )

    bodies = list(article.versions.values_list("number", "body", "note"))
    assert bodies == [(2, "Nieuw verhaal.", "Korter"), (1, "Lang verhaal.", "Eerste versie")]
    assert AuditEvent.objects.get(code="article.changed").fields == ["body"]


def test_a_save_without_a_change_makes_no_version(cast, text):
    article = create_article(text=text, by=cast.help_desk)

    change_article(article_id=article.pk, text=text, version=1, note="", by=cast.help_desk)

    assert Article.objects.get().version == 1


def test_who_opened_an_older_text_is_told_by_whom_it_was_changed(cast, text):
    article = create_article(text=text, by=cast.help_desk)
    mine, theirs = replace(text, body="Mijn tekst"), replace(text, body="Hun tekst")
    change_article(
        article_id=article.pk, text=theirs, version=1, note="", by=cast.application_manager
    )

    with pytest.raises(RuleViolation, match=str(cast.application_manager)):
        change_article(article_id=article.pk, text=mine, version=1, note="", by=cast.help_desk)

    assert Article.objects.get().body == "Hun tekst"


def test_the_owner_works_here(cast, text):
    Membership.objects.filter(user=cast.help_desk).update(valid_until=TODAY - DAY)

    with pytest.raises(RuleViolation) as broken:
        create_article(text=text, by=cast.application_manager)

    assert broken.value.field == "owner"


@pytest.mark.parametrize("person", ["contact_centre", "team_worker", "controller"])
def test_the_owner_may_edit(cast, text, person):
    other = replace(text, owner=getattr(cast, person))
    article = create_article(text=text, by=cast.help_desk)
    change = partial(change_article, article_id=article.pk, version=1, note="")

    for act in (create_article, change):
        with pytest.raises(RuleViolation, match="mag geen artikelen bewerken") as broken:
            act(text=other, by=cast.help_desk)
        assert broken.value.field == "owner"

    assert Article.objects.get().owner == cast.help_desk


def test_an_owner_who_edits_no_longer_stays_until_they_leave(cast, text):
    article = ArticleFactory(owner=cast.contact_centre)
    change = {"article_id": article.pk, "note": "", "by": cast.help_desk}
    kept = replace(text, owner=cast.contact_centre)

    change_article(**change, version=1, text=kept)
    Membership.objects.filter(user=cast.contact_centre).update(valid_until=TODAY - DAY)
    with pytest.raises(RuleViolation) as broken:
        change_article(**change, version=2, text=replace(kept, body="Nieuw."))

    assert broken.value.field == "owner"
    assert Article.objects.get().version == 2


def test_a_window_ends_after_it_begins(cast, text):
    with pytest.raises(RuleViolation) as broken:
        create_article(text=replace(text, publish_until=TODAY - DAY), by=cast.help_desk)

    assert broken.value.field == "publish_until"


@pytest.mark.parametrize("person", ["contact_centre", "team_worker", "team_manager", "controller"])
def test_writing_is_for_editors(cast, text, person):
    by = getattr(cast, person)
    article = ArticleFactory()

    with pytest.raises(PermissionDenied):
        create_article(text=text, by=by)
    with pytest.raises(PermissionDenied):
        change_article(article_id=article.pk, text=text, version=1, note="", by=by)
    with pytest.raises(PermissionDenied):
        review_article(article_id=article.pk, review_on=TODAY + DAY, by=by)


def test_a_review_lies_ahead(cast):
    article = ArticleFactory()

    review_article(article_id=article.pk, review_on=TODAY + DAY, by=cast.help_desk)
    with pytest.raises(RuleViolation, match="nog komt"):
        review_article(article_id=article.pk, review_on=TODAY, by=cast.help_desk)

    assert Article.objects.get().review_on == TODAY + DAY


def test_owners_hear_once_what_is_due(cast):
    due = ArticleFactory(owner=cast.help_desk, review_on=TODAY)
    ArticleFactory(owner=cast.help_desk, review_on=TODAY + DAY)
    ArticleFactory(owner=cast.help_desk, review_on=TODAY, publish_until=TODAY - DAY)

    assert remind_owners(at=MONDAY) == 1
    assert remind_owners(at=MONDAY) == 0

    notice = Notice.objects.get()
    assert (notice.person, notice.object_id) == (cast.help_desk, due.pk)


@pytest.mark.parametrize("role", [None, "contact_centre"])
def test_who_cannot_look_again_is_replaced_by_the_functional_administrator(cast, role):
    own = {"owner": getattr(cast, role)} if role else {}  # an owner of its own holds no role
    ArticleFactory(review_on=TODAY, **own)

    remind_owners(at=MONDAY)

    assert Notice.objects.get().person == cast.application_manager


def test_a_use_has_no_words_and_no_person(cast, desk):
    article = ArticleFactory()

    create_use(article=article, kind=UseKind.USED, at=MONDAY, team=desk, by=cast.contact_centre)
    create_use(
        article=article, kind=UseKind.NOTHING_FOUND, at=MONDAY, team=desk, by=cast.contact_centre
    )

    rows = ArticleUse.objects.order_by("pk").values_list("kind", "article")
    assert list(rows) == [(UseKind.USED, article.pk), (UseKind.NOTHING_FOUND, None)]


def test_asking_for_an_article_twice_is_once(cast):
    key = uuid.uuid4()

    asked = [
        create_suggestion(submission_key=key, words="fiets", note="", by=cast.contact_centre)
        for _ in range(2)
    ]

    assert asked[0] == asked[1]
    assert ArticleSuggestion.objects.count() == 1


def test_a_wish_is_settled_once_by_somebody(cast):
    asked, article = SuggestionFactory(), ArticleFactory()
    settle_suggestion(suggestion_id=asked.pk, article=article, by=cast.help_desk)

    with pytest.raises(RuleViolation, match="u voor"):
        settle_suggestion(suggestion_id=asked.pk, article=None, by=cast.application_manager)

    asked.refresh_from_db()
    assert (asked.article, asked.settled_by) == (article, cast.help_desk)


def news(**own):
    told = {
        "title": "Drukte",
        "body": "Vandaag is het druk.",
        "importance": Importance.HIGH,
        "audience": Audience.DESK,
        "visible_from": MONDAY,
        "visible_until": MONDAY + DAY,
    }
    return NewsText(**told | own)


def test_news_shows_inside_its_window_only(cast):
    create_news(submission_key=uuid.uuid4(), text=news(), by=cast.help_desk)
    rows = NewsItem.objects.visible_to(cast.contact_centre)

    assert rows.showing_at(MONDAY).count() == 1
    assert rows.showing_at(MONDAY + DAY).count() == 0
    assert NewsItem.objects.visible_to(cast.team_worker).count() == 0


def test_news_sent_twice_is_one_message(cast):
    key = uuid.uuid4()
    for _ in range(2):
        create_news(submission_key=key, text=news(), by=cast.help_desk)

    assert NewsItem.objects.count() == 1


def test_news_has_an_end_after_its_begin(cast):
    item = create_news(submission_key=uuid.uuid4(), text=news(), by=cast.help_desk)

    with pytest.raises(RuleViolation, match="begin"):
        change_news(news_id=item.pk, text=news(visible_until=MONDAY), by=cast.help_desk)
    change_news(news_id=item.pk, text=news(title="Rust"), by=cast.help_desk)

    assert NewsItem.objects.get().title == "Rust"


def test_news_is_for_editors(cast):
    with pytest.raises(PermissionDenied):
        create_news(submission_key=uuid.uuid4(), text=news(), by=cast.contact_centre)


def test_the_same_text_again_within_the_hour_is_the_same_article(cast, text):
    first = create_article(text=text, by=cast.help_desk)
    second_click = create_article(text=text, by=cast.help_desk, at=MONDAY + timedelta(minutes=59))
    later = create_article(text=text, by=cast.help_desk, at=MONDAY + timedelta(minutes=60))
    by_another = create_article(text=text, by=cast.application_manager)
    another = create_article(text=replace(text, body="Iets anders."), by=cast.help_desk)

    assert first == second_click
    assert len({first, later, by_another, another}) == Article.objects.count() == 4
    assert AuditEvent.objects.filter(code="article.created").count() == 4


def test_a_review_day_is_still_to_come(cast, text):
    with pytest.raises(RuleViolation) as broken:
        create_article(text=replace(text, review_on=TODAY), by=cast.help_desk)

    assert broken.value.field == "review_on"


def test_a_request_that_was_settled_meanwhile_stops_no_article(cast, text):
    asked = SuggestionFactory()
    settle_suggestion(suggestion_id=asked.pk, article=None, by=cast.application_manager)

    create_article(text=text, asked=asked, by=cast.help_desk)

    asked.refresh_from_db()
    assert (asked.article, asked.settled_by) == (None, cast.application_manager)
