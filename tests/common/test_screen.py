from datetime import UTC, date, datetime

import pytest
import time_machine
from django.urls import reverse

from common.templatetags import screen

SUMMER = datetime(2026, 7, 1, 15, 0, tzinfo=UTC)
WINTER = datetime(2026, 11, 25, 16, 0, tzinfo=UTC)


@time_machine.travel("2026-11-23T09:00:00Z")
def test_deadline_this_year_reads_as_people_say_it():
    assert screen.deadline(WINTER) == "wo 25 november 17:00"


@time_machine.travel("2026-11-23T09:00:00Z")
def test_deadline_in_another_year_names_the_year():
    assert screen.deadline(datetime(2027, 1, 4, 8, 0, tzinfo=UTC)) == "ma 4 januari 2027 09:00"


@time_machine.travel("2026-12-31T23:30:00Z")
def test_deadline_just_after_midnight_here_belongs_to_the_new_year():
    assert screen.deadline(datetime(2027, 1, 1, 8, 0, tzinfo=UTC)) == "vr 1 januari 09:00"


@time_machine.travel("2026-11-23T09:00:00Z")
def test_deadline_of_a_day_has_no_time():
    assert screen.deadline(date(2026, 11, 25)) == "wo 25 november"


def test_dates_follow_the_clock_of_amsterdam_in_summer_and_winter():
    assert screen.dutch_datetime(SUMMER) == "01-07-2026 17:00"
    assert screen.dutch_datetime(WINTER) == "25-11-2026 17:00"
    assert screen.clock(WINTER) == "17:00"
    assert screen.dutch_date(datetime(2026, 6, 30, 23, 0, tzinfo=UTC)) == "01-07-2026"
    assert screen.dutch_date(date(2026, 6, 30)) == "30-06-2026"


@pytest.mark.parametrize(
    ("cents", "text"),
    [
        (0, "€ 0,00"),
        (5, "€ 0,05"),
        (123456, "€ 1.234,56"),
        (-250, "€ -2,50"),
        (100000000, "€ 1.000.000,00"),
    ],
)
def test_euro_writes_cents_as_an_amount_that_does_not_break(cents, text):
    assert screen.euro(cents) == text.replace(" ", "\N{NO-BREAK SPACE}")


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("+31612345678", "06 12345678"),
        ("+31660012345", "066 0012345"),
        ("+31361234567", "036 123 4567"),
        ("+4915112345678", "+49 1511 2345678"),
        ("geen nummer", "geen nummer"),
    ],
)
def test_phone_reads_as_one_dials_it(stored, shown):
    assert screen.phone(stored) == shown


@pytest.mark.parametrize(
    ("stored", "shown"), [("1315AA", "1315 AA"), ("1315 aa", "1315 AA"), ("B-1000", "B-1000")]
)
def test_postcode_gets_its_space_when_it_is_dutch(stored, shown):
    assert screen.postcode(stored) == shown


@pytest.mark.parametrize(
    "name", ["deadline", "dutch_date", "dutch_datetime", "clock", "euro", "phone", "postcode"]
)
def test_filters_show_nothing_for_nothing(name):
    assert getattr(screen, name)(None) == ""


def test_badge_says_the_status_in_words_and_escapes_them():
    html = screen.badge("late", "2 <uur> te laat")

    assert "2 &lt;uur&gt; te laat" in html
    assert "wt-badge--late" in html
    assert 'aria-hidden="true"' in html


def test_every_kind_of_badge_has_its_own_shape():
    assert len(set(screen.ICON_HTML.values())) == len(screen.ICONS) == 6


def test_address_is_the_same_as_the_url_tag_gives():
    assert screen.address("callback-detail", 12) == reverse("callback-detail", args=[12])
    assert screen.address("callback-detail", 9_876) == reverse("callback-detail", args=[9_876])


def test_address_takes_numbers_only():
    with pytest.raises(ValueError, match="invalid literal"):
        screen.address("callback-detail", "../12")
