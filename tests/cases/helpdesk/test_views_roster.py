"""The roster on the screen: who is there, where nobody is, and planning without losing a choice."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from cases.models import DutyShift
from tests.cases.callbacks.pages import answers_in, errors_of, text_of
from tests.factories import ClosingDayFactory, UserFactory
from tests.factories.cases import MONDAY
from tests.factories.helpdesk import DutyShiftFactory

pytestmark = pytest.mark.usefixtures("monday")
DAY = MONDAY.date()
ROSTER, PLAN, COPY = (
    "/vraagbaak/rooster/",
    "/vraagbaak/rooster/plannen/",
    "/vraagbaak/rooster/overnemen/",
)
PLANNERS = ("help_desk", "application_manager")


@pytest.fixture
def planner(cast, as_user):
    """The browser of the functional administrator."""
    return as_user(cast.application_manager)


def later(days):
    return DAY + timedelta(days=days)


def cells_of(response):
    """The words per dagdeel: the day as the page says it, then ochtend and middag."""
    cells = {}
    for row in response.content.decode().split("<tr>"):
        part = re.search(r'<th scope="row">(\w+)</th>', row)
        for label, html in re.findall(r'<td data-label="([^"]+)"[^>]*>(.*?)</td>', row, re.DOTALL):
            words = re.sub(r"<[^>]*>", " ", html.replace("\n", " "))
            cells[label, part[1].lower()] = " ".join(words.split())
    return cells


def drop_url(shift):
    return reverse("duty-drop", args=[shift.pk])


def test_the_roster_shows_two_weeks_with_gaps_now_and_closed_days(cast, as_user):
    ClosingDayFactory(date=later(3))
    DutyShiftFactory(person=cast.help_desk)
    DutyShiftFactory(person=cast.help_desk, day=later(11), part="middag")

    cells = cells_of(as_user(cast.contact_centre).get(ROSTER))

    assert len(cells) == 28
    assert cells["ma 23 november", "ochtend"] == f"nu {cast.help_desk}"
    assert cells["ma 23 november", "middag"] == "niemand"
    assert cells["do 26 november", "ochtend"] == "gesloten"
    assert cells["za 28 november", "middag"] == "gesloten"
    assert cells["vr 4 december", "middag"] == str(cast.help_desk)
    assert sum("nu" in text.split() for text in cells.values()) == 1


def test_now_moves_with_the_clock(cast, as_user, time_machine):
    for clock, part in (("2:29", "ochtend"), ("2:30", "middag")):
        hours, minutes = map(int, clock.split(":"))
        time_machine.move_to(MONDAY + timedelta(hours=hours, minutes=minutes), tick=False)
        cells = cells_of(as_user(cast.contact_centre).get(ROSTER))
        assert [key for key, text in cells.items() if "nu" in text.split()] == [
            ("ma 23 november", part)
        ]


def test_who_no_longer_is_vraagbaak_leaves_a_gap(cast, as_user):
    DutyShiftFactory(person=UserFactory(first_name="Oud", last_name="Collega"))

    cells = cells_of(as_user(cast.contact_centre).get(ROSTER))

    text = "nu Oud Collega (geen vraagbaak meer) niemand"
    assert cells["ma 23 november", "ochtend"] == text


@pytest.mark.parametrize(
    ("week", "first"),
    [
        ("2026-12-07", "ma 7 december"),
        ("2026-12-10", "ma 7 december"),
        ("2027-01-01", "ma 28 december"),
        ("", "ma 23 november"),
        ("gisteren", "ma 23 november"),
        ("2026-02-30", "ma 23 november"),
        ("0001-01-01", "ma 23 november"),
        ("9999-12-31", "ma 23 november"),
        ("x" * 10_000, "ma 23 november"),
        ("<script>", "ma 23 november"),
    ],
)
def test_any_day_opens_its_week(cast, as_user, week, first):
    page = as_user(cast.contact_centre).get(ROSTER, {"week": week})

    assert f"Week van {first}" in text_of(page)


@pytest.mark.parametrize("rows", [1, 5])
def test_the_roster_costs_the_same_however_full_it_is(
    cast, as_user, rows, django_assert_num_queries
):
    for days in range(rows):
        DutyShiftFactory(person=UserFactory(), day=later(days))
    client = as_user(cast.application_manager)
    client.get(ROSTER)

    # session, user, memberships; shifts; colleagues for the form; unread notices
    with django_assert_num_queries(6):
        client.get(ROSTER)


def test_the_contact_centre_reads_and_does_not_plan(cast, as_user):
    DutyShiftFactory(person=cast.help_desk)
    page = as_user(cast.contact_centre).get(ROSTER)

    html = page.content.decode().partition("<main")[2].partition("</main>")[0]
    assert "<form" not in html
    assert "Inplannen" not in html


# --- plan


@pytest.mark.parametrize("name", PLANNERS)
def test_somebody_is_planned_and_stands_there(cast, as_user, name):
    client = as_user(getattr(cast, name))
    sent = answers_in(client.get(ROSTER)) | {
        "person": cast.help_desk.pk,
        "day": "2026-12-01",
        "part": "middag",
    }

    pages = [client.post(PLAN, sent, follow=True) for _ in range(2)]

    assert "staat op di 1 december, middag." in text_of(pages[1])
    assert str(cast.help_desk) in cells_of(pages[1])["di 1 december", "middag"]
    assert DutyShift.objects.count() == 1


def test_a_day_out_of_sight_is_opened(cast, planner):
    sent = {"person": cast.help_desk.pk, "day": "2027-01-13", "part": "ochtend"}

    answer = planner.post(PLAN, sent | {"week": "2026-11-23"})

    assert answer["Location"] == f"{ROSTER}?week=2027-01-11"


def test_a_gap_opens_the_form_filled_in(planner):
    page = planner.get(ROSTER)
    link = re.search(
        r'href="(\?week=2026-11-23&amp;day=2026-12-03&amp;part=middag)#', page.content.decode()
    )

    filled = answers_in(planner.get(ROSTER + link[1].replace("&amp;", "&")))

    assert (filled["day"], filled["part"]) == ("2026-12-03", "middag")


@pytest.mark.parametrize(
    ("wrong", "field", "why"),
    [
        ({"person": ""}, "person", "Kies een collega"),
        ({"day": ""}, "day", "Kies een dag"),
        ({"day": "2026-11-20"}, "day", "al voorbij"),
        ({"day": "2026-11-28"}, "day", "gesloten"),
        ({"day": "2026-12-25"}, "day", "gesloten"),
        ({"day": "morgen"}, "day", "dd-mm-jjjj"),
        ({"part": "<script>"}, "part", "script"),
    ],
)
def test_a_wrong_choice_stays_on_the_form(cast, planner, wrong, field, why):
    sent = {"person": str(cast.help_desk.pk), "day": "2026-12-01", "part": "middag"} | wrong

    page = planner.post(PLAN, sent | {"week": "2026-11-30"})

    assert why in errors_of(page)[field][0]
    assert "<script>" not in page.content.decode().partition("<main")[2].partition("</main>")[0]
    kept = {name: value for name, value in sent.items() if field != "part" or name != "part"}
    assert {name: answers_in(page).get(name, "") for name in kept} == kept
    assert "Week van ma 30 november" in text_of(page)
    assert not DutyShift.objects.exists()


# --- drop and copy


def test_somebody_is_taken_off_and_a_second_click_is_fine(cast, planner):
    shift = DutyShiftFactory(person=cast.help_desk, day=later(8))

    texts = [
        text_of(planner.post(drop_url(shift), {"week": "2026-11-23"}, follow=True))
        for _ in range(2)
    ]

    assert f"{cast.help_desk} staat niet meer op di 1 december, ochtend." in texts[0]
    assert "stond al niet meer op het rooster" in texts[1]
    assert not DutyShift.objects.exists()


def test_what_is_past_has_no_button_and_stays(cast, planner):
    shift = DutyShiftFactory(person=cast.help_desk, day=later(-7))
    page = planner.get(ROSTER, {"week": "2026-11-16"})
    assert drop_url(shift) not in page.content.decode()

    referer = f"http://testserver{ROSTER}"
    page = planner.post(drop_url(shift), HTTP_REFERER=referer, follow=True)

    assert "Dit dagdeel is al voorbij." in text_of(page)
    assert DutyShift.objects.exists()


def test_copy_says_how_many_and_who_was_skipped(cast, planner):
    ClosingDayFactory(date=later(8))
    for days in (0, 1, 2):
        DutyShiftFactory(person=cast.help_desk, day=later(days))
    DutyShiftFactory(person=cast.help_desk, day=later(9))

    sent = {"copied": "2026-11-23", "week": "2026-11-23"}
    pages = [text_of(planner.post(COPY, sent, follow=True)) for _ in range(2)]

    assert "1 dagdeel overgenomen naar de week erna." in pages[0]
    assert "1 stond er al." in pages[0]
    assert f"1 niet overgenomen. {cast.help_desk}, di 1 december ochtend" in pages[0]
    assert "0 dagdelen overgenomen" in pages[1]
    assert DutyShift.objects.count() == 5


@pytest.mark.parametrize("url", [PLAN, COPY])
def test_an_act_is_not_a_page(planner, url):
    assert planner.get(url).status_code == 405


@pytest.mark.parametrize("name", ["contact_centre", "team_manager", "controller"])
def test_who_may_not_plan_changes_nothing(cast, as_user, name):
    shift, client = DutyShiftFactory(person=cast.help_desk), as_user(getattr(cast, name))

    answers = [client.post(url, {}) for url in (PLAN, COPY, drop_url(shift))]

    assert [answer.status_code for answer in answers] == [403] * 3
    assert DutyShift.objects.count() == 1
