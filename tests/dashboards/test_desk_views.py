"""The figures of the desk: every number opens the list it counts, whoever counted it when."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse

from audit.models import AuditEvent, AuditSubject
from cases.callbacks.models import ReminderState, StepTaken
from cases.knowledge.models import UseKind
from cases.models import ArticleUse, CallbackStep
from dashboards.desk_services import refresh_desk_figures
from tests.cases.callbacks.pages import text_of
from tests.dashboards.desk import DAY, HOUR, WEEK, R, asked, counted, figures_of, several
from tests.factories import UserFactory
from tests.factories.cases import (
    MONDAY,
    CallbackFactory,
    ReminderFactory,
    SubjectFactory,
)
from tests.factories.knowledge import ArticleFactory

pytestmark = pytest.mark.usefixtures("monday")
PAGE = "desk-dashboard"
MOMENTS = (MONDAY, MONDAY - HOUR, MONDAY - 3 * DAY, MONDAY - 4 * WEEK, MONDAY - 5 * WEEK)
LONG_AGO = MONDAY - 14 * WEEK


def furnish(desk):
    """Something of every kind, today, before, at the edges of the periods and beyond."""
    wonen = SubjectFactory(code="wonen", label="Wonen en huishouden", position=2)
    article = ArticleFactory()
    for at in (*MOMENTS, LONG_AGO):
        asked(desk, at, R.ANSWERED, article=article)
        asked(desk, at, R.HELP_DESK, with_help_desk=True)
        asked(desk, at, R.CALLBACK, subject=wonen, part="middag")
        asked(desk, at, R.REFERRED, part="middag", with_help_desk=True)
        asked(desk, at, R.WRONG_NUMBER)
        promise(desk, at, "kept", closed=True)
        promise(desk, at, "called_late", closed=True)
        promise(desk, at, "called_late", claimed=True)
        promise(desk, at, "late")
        promise(desk, at, "paused", paused=True)
        promise(desk, at, "withdrawn", closed=True)


def promise(desk, at, kind, **own):
    """A request of the desk and what became of it."""
    due = {"due_at": at + HOUR, "escalate_at": at + DAY}
    called = {
        "kept": {"first_attempt_at": at + HOUR / 2},
        "called_late": {"first_attempt_at": at + 2 * HOUR},
    }.get(kind, {})
    if own.get("closed"):
        own["closed_at"] = at + 3 * HOUR
    return CallbackFactory(registered_in=desk, registered_at=at, **due, **called, **own)


def promises(page):
    """The numbers about promises on a page."""
    return page.context["page"].figures.sums


@pytest.mark.parametrize(
    ("weeks", "refreshed"),
    [(4, timedelta()), (4, DAY), (13, None), (13, HOUR), (13, 10 * DAY), (4, 6 * WEEK)],
)
def test_every_number_counts_the_list_it_opens(cast, as_user, desk, weeks, refreshed):
    furnish(desk)
    furnish(cast.other_desk.acting_memberships[0].team)
    if refreshed is not None:
        refresh_desk_figures(at=MONDAY - refreshed)
    client = as_user(cast.contact_centre)

    figures = figures_of(client.get(f"{reverse(PAGE)}?periode={weeks}"))

    linked = [each for each in figures if each.url]
    assert len(linked) > 40 if weeks == 13 else len(linked) > 30
    assert [each for each in linked if counted(client, each.url) != each.value] == []
    assert [each.value for each in figures[:4]] == [
        (5 if weeks == 13 else 4) * n for n in (4, 2, 2, 1)
    ]


def test_numbers_hold_while_requests_move_after_the_count(cast, as_user, desk):
    furnish(desk)
    refresh_desk_figures(at=MONDAY - HOUR)
    reopened = promise(desk, MONDAY - 2 * DAY, "kept", closed=True)
    refresh_desk_figures(at=MONDAY - HOUR)
    client = as_user(cast.contact_centre)
    before = promises(client.get(reverse(PAGE)))
    CallbackStep.objects.create(
        callback=reopened, resident=reopened.resident, at=MONDAY, step=StepTaken.REOPENED
    )
    reopened.state, reopened.outcome, reopened.closed_at = "claimed", None, None
    reopened.due_at, reopened.escalate_at = MONDAY + DAY, MONDAY + 2 * DAY
    reopened.save()

    page = client.get(reverse(PAGE))

    assert promises(page) == before
    figures = [each for each in figures_of(page) if each.url]
    assert [each for each in figures if counted(client, each.url) != each.value] == []


def test_every_number_on_the_page_is_a_link_or_nothing(cast, as_user, desk):
    furnish(desk)
    page = as_user(cast.help_desk).get(reverse(PAGE))
    html = unescape(page.content.decode())

    for figure in figures_of(page):
        assert not figure.url or figure.value == 0 or f'href="{figure.url}"' in html


def test_the_algemeen_manager_sees_all_desks_together_and_opens_nothing(cast, as_user, desk):
    furnish(desk)
    furnish(cast.other_desk.acting_memberships[0].team)
    refresh_desk_figures(at=MONDAY)
    page = as_user(cast.general_manager).get(reverse(PAGE))

    assert [each.value for each in figures_of(page)[:4]] == [32, 16, 16, 8]
    assert "alle balies samen" in text_of(page)
    assert {each.url for each in figures_of(page)} == {""}
    main = page.content.decode().partition("<main")[2].partition("</main")[0]
    charts = f"{reverse('desk-charts')}?periode=4"
    keep = f"{reverse('view-new')}?pagina=desk-dashboard"
    assert set(re.findall(r'href="([^"]+)"', main)) <= {"?periode=4", "?periode=13", charts, keep}


@pytest.mark.parametrize("rows", [1, 5])
@pytest.mark.parametrize(
    ("person", "queries"), [("contact_centre", 12), ("help_desk", 12), ("general_manager", 12)]
)
def test_the_page_costs_the_same_however_much_there_is(
    cast, as_user, desk, rows, person, queries, django_assert_num_queries
):
    for _ in range(rows):
        furnish(desk)
    refresh_desk_figures(at=MONDAY - DAY)
    client = as_user(getattr(cast, person))

    # session, user, memberships; savepoint, line, release; refresh; questions per dagdeel;
    # sums; subjects, their names; unread notices
    with django_assert_num_queries(queries):
        client.get(reverse(PAGE))


def test_the_page_says_who_looked_and_shows_no_resident(cast, as_user, desk):
    furnish(desk)

    as_user(cast.contact_centre).get(reverse(PAGE))

    line = AuditEvent.objects.get(code="dashboard.desk_read")
    assert line.actor_id == cast.contact_centre.pk
    assert not AuditSubject.objects.filter(event=line).exists()


def test_a_wrong_number_is_no_question(cast, as_user, desk):
    several(desk, 3)
    asked(desk, result=R.REFERRED)
    several(desk, 6, result=R.WRONG_NUMBER)

    page = as_user(cast.contact_centre).get(reverse(PAGE)).context["page"]

    assert (page.all.asked, page.all.solved, page.all.share) == (4, 3, 75)


@pytest.mark.parametrize(
    ("on", "off", "words"),
    [
        ((29, 0), (60, 0), "Met vraagbaak 29 vragen, zonder 60 vragen: te weinig"),
        ((1, 0), (0, 0), "Met vraagbaak 1 vraag, zonder 0 vragen: te weinig"),
        ((30, 30), (30, 0), "50% in één gesprek beantwoord, zonder 100%: 50 procentpunt minder"),
        ((45, 5), (30, 30), "90% in één gesprek beantwoord, zonder 50%: 40 procentpunt meer"),
        ((20, 10), (20, 12), "verschilt niet meer dan door toeval kan"),
        ((30, 0), (30, 0), "verschilt niet meer dan door toeval kan"),
    ],
)
def test_the_sentence_about_the_vraagbaak_says_no_more_than_the_numbers(
    cast, as_user, desk, on, off, words
):
    for duty, (solved, unsolved) in ((True, on), (False, off)):
        several(desk, solved, with_help_desk=duty)
        several(desk, unsolved, result=R.REFERRED, with_help_desk=duty)

    page = as_user(cast.contact_centre).get(reverse(PAGE))

    assert words in text_of(page)


def test_the_difference_is_that_of_the_shares_on_the_page(cast, as_user, desk):
    several(desk, 2, with_help_desk=True)
    several(desk, 1, with_help_desk=True, result=R.REFERRED)
    several(desk, 1, part="middag")
    several(desk, 2)
    several(desk, 4, result=R.REFERRED)

    morning, afternoon, both = (
        as_user(cast.contact_centre).get(reverse(PAGE)).context["page"].effects()
    )

    assert (morning.on.share, morning.off.share, morning.difference) == (67, 33, "+34")
    assert (afternoon.on.share, afternoon.off.share, afternoon.difference) == (None, 100, "–")
    assert (both.on.share, both.off.share, both.difference) == (67, 43, "+24")


def test_nothing_yet_says_so(cast, as_user, desk):
    page = as_user(cast.contact_centre).get(reverse(PAGE))

    assert "nog geen gesprek afgerond" in text_of(page)
    assert "te weinig om iets over te zeggen" in text_of(page)
    assert "Nog geen vragen in deze periode" in text_of(page)


def test_the_page_says_how_old_the_counts_are(cast, as_user, desk):
    client = as_user(cast.contact_centre)
    assert "zojuist geteld" in text_of(client.get(reverse(PAGE)))

    refresh_desk_figures(at=MONDAY - HOUR)

    page = text_of(client.get(reverse(PAGE)))
    assert "berekend ma 23 november 09:00" in page
    assert "langer geleden dan normaal" in page


def test_the_subjects_asked_most_come_first_and_at_most_eight(cast, as_user, desk):
    for number in range(1, 11):
        subject = SubjectFactory(code=f"s{number}", label=f"Onderwerp {number:02d}")
        for _ in range(number):
            asked(desk, subject=subject)

    rows = as_user(cast.contact_centre).get(reverse(PAGE)).context["page"].subjects()

    assert [row.asked.value for row in rows] == [10, 9, 8, 7, 6, 5, 4, 3]


def test_a_term_that_passed_stays_late_whatever_term_came_after(cast, as_user, desk):
    at = MONDAY - DAY
    moved = promise(desk, at, "kept", claimed=True)  # in time for the term as it is now
    ReminderFactory(callback=moved, due_at=at + HOUR / 4, state=ReminderState.DONE)
    paused = promise(desk, at, "kept", claimed=True)  # the first bell fell silent with the pause
    ReminderFactory(callback=paused, due_at=at + HOUR / 4, state=ReminderState.DROPPED)
    withdrawn = promise(desk, at, "withdrawn", closed=True)
    ReminderFactory(callback=withdrawn, due_at=at + HOUR, state=ReminderState.DONE)

    page = as_user(cast.contact_centre).get(reverse(PAGE))

    found = promises(page)
    assert (found["promised"], found["kept"], found["late"]) == (3, 1, 2)
    assert "33% van 3" in text_of(page)


def test_a_paused_request_waits_and_is_not_late(cast, as_user, desk):
    promise(desk, MONDAY - DAY, "paused", paused=True)
    promise(desk, MONDAY - DAY, "late")
    promise(desk, MONDAY - 20 * WEEK, "late", stuck=True)  # waits, whenever it was promised

    found = promises(as_user(cast.contact_centre).get(reverse(PAGE)))

    assert (found["promised"], found["late"]) == (2, 1)
    assert (found["waiting"], found["waiting_late"]) == (3, 2)


def test_searches_in_vain_are_those_of_our_team(cast, as_user, desk):
    article = ArticleFactory()
    for team, at, kind, about in (
        (desk, MONDAY, UseKind.NOTHING_FOUND, None),
        (desk, MONDAY - 2 * DAY, UseKind.NOTHING_FOUND, None),
        (desk, LONG_AGO, UseKind.NOTHING_FOUND, None),
        (desk, MONDAY, UseKind.USED, article),
        (None, MONDAY, UseKind.NOTHING_FOUND, None),
        (UserFactory() and cast.elsewhere, MONDAY, UseKind.NOTHING_FOUND, None),
    ):
        ArticleUse.objects.create(team=team, at=at, kind=kind, article=about)
    client = as_user(cast.contact_centre)

    first = promises(client.get(reverse(PAGE)))["searched_in_vain"]
    refresh_desk_figures(at=MONDAY)

    assert (first, promises(client.get(reverse(PAGE)))["searched_in_vain"]) == (2, 2)


def test_only_who_edits_opens_the_articles_that_were_asked_for(cast, as_user, desk):
    desk_page = as_user(cast.contact_centre).get(reverse(PAGE)).context["page"]
    help_page = as_user(cast.help_desk).get(reverse(PAGE)).context["page"]

    assert desk_page.knowledge()[2].url == ""
    assert help_page.knowledge()[2].url == reverse("suggestion-list")
