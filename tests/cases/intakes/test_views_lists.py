"""The list of a team, the page of one melding, and Mijn werk."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from audit.errors import AuditUnavailable
from audit.models import AuditEvent, AuditSubject
from cases.intakes.views import lists
from tests.cases.callbacks.pages import text_of
from tests.factories.cases import MONDAY, CallbackFactory
from tests.factories.intakes import NotificationFactory

pytestmark = pytest.mark.usefixtures("monday")
LIST = "/wmo-meldingen/"
DAY = timedelta(days=1)


def numbers_on(page):
    return re.findall(r"WM-\d{6}", text_of(page))


def seen(code):
    rows = AuditSubject.objects.filter(event=AuditEvent.objects.get(code=code))
    return set(rows.values_list("resident_id", flat=True))


def detail(notification):
    return reverse("notification-detail", args=[notification.pk])


@pytest.mark.parametrize("rows", [1, 5])
def test_the_list_costs_the_same(noord, cast, as_user, rows, django_assert_num_queries):
    for _ in range(rows):
        NotificationFactory(team=noord, handler=cast.handler)
    client = as_user(cast.team_worker)

    # session, user, memberships; colleagues; rows; savepoint, line, residents, release;
    # unread notices
    with django_assert_num_queries(10):
        page = client.get(LIST)

    assert len(numbers_on(page)) == rows


def test_the_nearest_legal_end_stands_first(noord, cast, as_user):
    later = NotificationFactory(team=noord, due_at=MONDAY + 20 * DAY)
    late = NotificationFactory(team=noord, due_at=MONDAY - DAY)
    soon = NotificationFactory(team=noord, due_at=MONDAY + 5 * DAY)
    NotificationFactory(team=cast.elsewhere)
    NotificationFactory(team=noord, investigated=True)

    page = as_user(cast.team_manager).get(LIST)

    assert numbers_on(page) == [str(late), str(soon), str(later)]
    assert seen("notification.listed") == {row.resident_id for row in (late, soon, later)}


def test_pages_of_a_long_list_follow_one_another(noord, cast, as_user, settings):
    settings.PAGE_SIZE = 2
    rows = [NotificationFactory(team=noord, due_at=MONDAY + n * DAY) for n in range(3)]
    client = as_user(cast.team_worker)

    first = client.get(LIST)
    query = re.search(r'rel="next" href="([^"]+)"', first.content.decode())[1]

    assert numbers_on(first) == [str(row) for row in rows[:2]]
    assert numbers_on(client.get(LIST + query.replace("&amp;", "&"))) == [str(rows[2])]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?selectie=spoed", ["urgent"]),
        ("?selectie=afgerond", ["over"]),
        ("?behandelaar=mij", ["mine"]),
        ("?behandelaar=niemand", ["urgent"]),
        ("?kanaal=letter", ["mine"]),
        ("?selectie=onzin", ["mine", "urgent"]),
    ],
)
def test_filters_leave_what_they_say(noord, cast, as_user, query, found):
    rows = {
        "mine": NotificationFactory(
            team=noord, handler=cast.team_worker, channel="letter", due_at=MONDAY + DAY
        ),
        "urgent": NotificationFactory(team=noord, urgent=True),
        "over": NotificationFactory(team=noord, withdrawn=True),
    }

    page = as_user(cast.team_worker).get(LIST + query)

    assert numbers_on(page) == [str(rows[name]) for name in found]


def test_filters_by_team_and_colleague(noord, cast, as_user):
    row = NotificationFactory(team=noord, handler=cast.handler)
    query = f"?team={noord.pk}&behandelaar={cast.handler.pk}"

    assert numbers_on(as_user(cast.team_worker).get(LIST + query)) == [str(row)]


def test_a_melding_of_a_colleague_is_a_card_without_a_link(noord, cast, as_user):
    """Security 3.3 row 5: of a colleague a worker sees the card, of nobody's the page."""
    theirs = NotificationFactory(team=noord, handler=cast.handler, question="Kanarie")
    waiting = NotificationFactory(team=noord)

    html = as_user(cast.team_worker).get(LIST).content.decode()

    assert detail(theirs) not in html
    assert "Kanarie" not in html
    assert detail(waiting) in html


def test_an_unconfirmed_melding_is_marked_after_two_working_days(noord, cast, as_user):
    NotificationFactory(team=noord, confirm_by=MONDAY - timedelta(minutes=1))
    client = as_user(cast.team_worker)

    assert text_of(client.get(LIST + "?selectie=open")).count("Nog niet bevestigd") == 1
    assert len(numbers_on(client.get(LIST + "?selectie=niet-bevestigd"))) == 1


@pytest.mark.parametrize("steps", [1, 5])
def test_the_page_of_a_melding_costs_the_same(
    noord, cast, as_user, steps, django_assert_num_queries
):
    made = NotificationFactory(team=noord, handler=cast.handler)
    for _ in range(steps):
        made.steps.create(resident=made.resident, at=MONDAY, by=cast.handler, act="claimed")
    client = as_user(cast.handler)

    # session, user, memberships; melding; savepoint, line, resident, release; decree days; triage;
    # steps; unread notices
    with django_assert_num_queries(12):
        client.get(detail(made))


def test_the_page_says_every_date(noord, cast, as_user):
    made = NotificationFactory(team=noord, handler=cast.handler, urgent=True)

    page = text_of(as_user(cast.handler).get(detail(made)))

    for text in ("ma 23 november", "ma 4 januari 2027", "ma 30 november", "wo 25 november 10:00"):
        assert text in page
    assert "Deze termijn kan niet stilstaan" in page
    assert "4 januari is geen weekend en geen feestdag" in page
    assert "meteen een aanvraag doen" not in page


def test_after_six_weeks_the_page_says_what_the_resident_may_do(noord, cast, as_user):
    late = NotificationFactory(team=noord, handler=cast.handler, due_at=MONDAY.replace(hour=0))

    page = text_of(as_user(cast.handler).get(detail(late)))

    assert "De inwoner mag nu meteen een aanvraag doen" in page


def test_without_a_line_there_is_no_page(noord, cast, as_user, monkeypatch):
    def refuse(*args, **kwargs):
        raise AuditUnavailable

    made = NotificationFactory(team=noord, handler=cast.handler)
    monkeypatch.setattr(lists, "record_view", refuse)
    for url in (LIST, detail(made)):
        page = as_user(cast.handler).get(url)
        assert page.status_code == 503
        assert str(made.resident) not in page.content.decode()


def test_mijn_werk_lists_meldingen_among_callbacks_by_term(noord, cast, as_user):
    own = {"team": noord, "handler": cast.handler}
    later = NotificationFactory(**own)
    callback = CallbackFactory(claimed=True, **own)
    late = NotificationFactory(due_at=MONDAY - DAY, **own)
    urgent = NotificationFactory(urgent=True, **own)
    NotificationFactory(team=noord)
    NotificationFactory(team=noord, investigated=True, handler=cast.handler)

    page = as_user(cast.handler).get(reverse("home"))

    found = re.findall(r"(?:WM|TB)-\d{6}", text_of(page))
    assert found == [str(late), str(callback), str(urgent), str(later)]
    shown = (later, late, urgent, callback)
    assert seen("work.mine_listed") == {row.resident_id for row in shown}


@pytest.mark.parametrize("rows", [1, 5])
def test_mijn_werk_with_meldingen_costs_the_same(
    noord, cast, as_user, rows, django_assert_num_queries
):
    for _ in range(rows):
        NotificationFactory(team=noord, handler=cast.handler)
    client = as_user(cast.handler)
    client.get(reverse("home"))

    # session, user, memberships; all work; savepoint, line, residents, release; news;
    # who covers today; unread notices
    with django_assert_num_queries(11):
        client.get(reverse("home"))
