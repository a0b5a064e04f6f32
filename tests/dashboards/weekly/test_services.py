"""The summary of the week: once, from Monday morning, only numbers, only to who wants it (VM-4)."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from cases.models import Resident
from clusters.models import Membership, OutboxMail, User
from dashboards.ask_kinds import counts_for
from dashboards.models import WeeklyMail, WeeklyMailChoice
from dashboards.weekly.services import choose_weekly_mail, queue_weekly_mails
from tests.dashboards.test_mine import acting
from tests.factories import MembershipFactory
from tests.factories.cases import MONDAY, CallbackFactory

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
SEVEN = MONDAY - 3 * HOUR  # MONDAY is ten o'clock
LATE = {"due_at": MONDAY - 2 * DAY, "escalate_at": MONDAY - DAY}
pytestmark = pytest.mark.usefixtures("monday")


def receivers():
    return set(OutboxMail.objects.values_list("recipient__username", flat=True))


def test_everybody_who_steers_gets_one(cast):
    made = queue_weekly_mails(at=MONDAY)

    expected = {cast.team_manager, cast.outsider_manager, cast.general_manager}
    assert receivers() >= {each.username for each in expected}
    assert made == OutboxMail.objects.count() == WeeklyMail.objects.count()
    steering = Membership.objects.filter(role__in=("team_manager", "general_manager"))
    assert receivers() == set(steering.values_list("user__username", flat=True))


def test_a_second_run_sends_none_and_the_next_week_sends_again(cast):
    first = queue_weekly_mails(at=MONDAY)

    assert first
    assert queue_weekly_mails(at=MONDAY + HOUR) == 0
    assert queue_weekly_mails(at=MONDAY + 7 * DAY) == first


@pytest.mark.parametrize(
    ("at", "sends"),
    [
        (SEVEN - timedelta(seconds=1), False),
        (SEVEN, True),
        (MONDAY + 2 * DAY, True),
        (MONDAY + 3 * DAY, False),
        (MONDAY + 6 * DAY, False),
    ],
)
def test_from_monday_seven_until_wednesday(cast, at, sends):
    assert bool(queue_weekly_mails(at=at)) is sends


def test_it_says_the_numbers_of_the_dashboard_and_nothing_about_anybody(cast, noord):
    for _ in range(3):
        CallbackFactory(team=noord, **LATE)
    queue_weekly_mails(at=MONDAY)

    body = OutboxMail.objects.get(recipient=cast.team_manager).body
    assert "Veel te laat met terugbellen: 3" in body
    assert counts_for(acting(cast.team_manager), MONDAY)["terugbellen"] == 3
    assert "- Te laat: 3" in body
    assert re.search(r"Meldingen: 0 te laat, 0 bijna te laat", body)
    assert reverse("dashboard") in body
    words = {word for each in Resident.objects.all() for word in (each.name, each.phone) if word}
    names = set(User.objects.values_list("last_name", flat=True)) - {""}
    assert words
    assert not [word for word in words | names if word in body]


def test_who_has_no_address_or_switched_it_off_gets_none(cast):
    User.objects.filter(pk=cast.general_manager.pk).update(email="")
    choose_weekly_mail(wants=False, by=acting(cast.team_manager))
    choose_weekly_mail(wants=False, by=acting(cast.outsider_manager))
    choose_weekly_mail(wants=True, by=acting(cast.outsider_manager))

    queue_weekly_mails(at=MONDAY)

    found = receivers()
    assert cast.outsider_manager.username in found
    assert not {cast.general_manager.username, cast.team_manager.username} & found


def test_whose_role_or_account_is_over_gets_none(cast, noord):
    gone = MembershipFactory(team=noord, role="team_manager", valid_until=(MONDAY - DAY).date())
    User.objects.filter(pk=cast.team_manager.pk).update(is_active=False)

    queue_weekly_mails(at=MONDAY)

    assert not {gone.user.username, cast.team_manager.username} & receivers()


def test_the_choice_is_one_row(cast):
    for wants in (False, True, False):
        choose_weekly_mail(wants=wants, by=acting(cast.team_manager))

    assert not WeeklyMailChoice.objects.get().wants
