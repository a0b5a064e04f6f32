"""The ZRM before and after: only what was scored, in words, and only of talks one may read."""

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from cases.talks.comparing import ONCE, SAME, Measured, compared
from tests.cases.callbacks.pages import text_of
from tests.factories import TeamFactory, UserFactory
from tests.factories.cases import MONDAY
from tests.factories.intakes import NotificationFactory
from tests.factories.talks import CardFactory, TalkFactory, domain


def url(talk):
    return reverse("talk-scores", args=[talk.pk])


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [(2, 4, "2 hoger"), (4, 3, "1 lager"), (3, 3, SAME), (3, None, ONCE), (None, 5, ONCE)],
)
def test_a_change_is_told_in_words(before, after, change):
    moments = [Measured(MONDAY, {4: each} if each else {}) for each in (before, after)]

    (row,) = compared(moments)

    assert (row.domain, row.change) == ("Huisvesting", change)
    assert [level and level.value for level in row.levels] == [before, after]


def test_what_was_never_scored_is_not_there():
    assert compared([Measured(MONDAY, {})]) == []


def test_two_talks_stand_side_by_side_and_those_of_others_do_not(
    as_user, cast, held, noord, django_assert_num_queries
):
    CardFactory(talk=held, domain=domain("meedoen"), said={"zrm-12": "2"})
    later = TalkFactory(
        notification=NotificationFactory(
            resident=held.resident, team=noord, handler=cast.handler, confirmed=True
        ),
        held=True,
        starts_at=held.starts_at.replace(day=30),
        ends_at=held.ends_at.replace(day=30),
    )
    CardFactory(talk=later, domain=domain("meedoen"), said={"zrm-12": "4"})
    stranger = NotificationFactory(
        resident=held.resident, team=TeamFactory(), handler=UserFactory(), confirmed=True
    )
    CardFactory(
        talk=TalkFactory(notification=stranger, held=True),
        domain=domain("lichaam"),
        said={"zrm-7": "1"},
    )
    worker = as_user(cast.handler)
    worker.get(url(later))

    # session, employee, roles, talk; audit 4; cards; unread notices
    with django_assert_num_queries(10):
        page = worker.get(url(later))

    text = text_of(page)
    assert "2 niet zelfredzaam" in text
    assert "4 voldoende zelfredzaam" in text
    assert "2 hoger" in text
    assert "acute problematiek" not in text
    assert AuditEvent.objects.filter(code="talk.scores_read").count() == 2


def test_without_scores_the_page_says_where_they_come_from(as_user, cast, held):
    assert "nog niets gescoord" in text_of(as_user(cast.handler).get(url(held)))


def test_a_colleague_who_is_not_at_the_table_has_no_such_page(as_user, cast, held):
    assert as_user(cast.team_worker).get(url(held)).status_code == 404
