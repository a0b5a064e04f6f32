"""The demo city: repeatable, complete, believable."""

from collections import Counter
from random import Random

import pytest
from django.db import connection, transaction

from cases.callbacks.lifecycle import OPEN_STATES, CallbackState
from cases.demo.marks import demo_requests
from cases.demo.people import read_people
from cases.demo.planning import plan_requests
from cases.models import (
    CallbackAttempt,
    CallbackReminder,
    CallbackRequest,
    CallbackStep,
    Resident,
)
from cases.residents.forms import PhoneField
from clusters.login.demo import demo_people
from clusters.models import (
    HANDLING_ROLES,
    Membership,
    Notice,
    OutboxMail,
    Role,
    Team,
    User,
    working_calendar,
)
from tests.cases.demo.conftest import CALLBACKS, NOW, RESIDENTS, make_city

COMPARED = ("state", "question", "registered_at", "due_at", "closed_at", "resident__name")


def _snapshot(seed):
    """What a city holds, without the numbers the database gave out."""
    with transaction.atomic():
        make_city(seed=seed)
        requests = list(CallbackRequest.objects.order_by("pk").values_list(*COMPARED))
        steps = list(CallbackStep.objects.order_by("pk").values_list("step", "at", "note"))
        people = list(User.objects.order_by("pk").values_list("username", "email"))
        transaction.set_rollback(True)
    return requests, steps, people


@pytest.mark.django_db
def test_the_same_seed_plans_the_same_requests_and_another_seed_others(calendar_data):
    first, again, other = (
        plan_requests(CALLBACKS, [1, 2], Random(seed), NOW, working_calendar())
        for seed in (7, 7, 8)
    )

    assert first == again
    assert first != other


@pytest.mark.soak  # three cities
@pytest.mark.django_db
def test_the_same_seed_makes_the_same_city_and_another_seed_another():
    first, again, other = _snapshot(7), _snapshot(7), _snapshot(8)

    assert first == again
    assert first[0] != other[0]


def test_the_city_has_all_requests_and_residents(city):
    assert CallbackRequest.objects.count() == CALLBACKS
    assert Resident.objects.count() == RESIDENTS
    assert demo_requests().count() == CALLBACKS


def test_every_state_and_every_role_is_there(city):
    assert set(CallbackRequest.objects.values_list("state", flat=True)) == set(CallbackState)
    assert set(Membership.objects.values_list("role", flat=True)) == set(Role)
    assert User.objects.filter(is_demo=True).count() == len(read_people()) == User.objects.count()


def test_nobody_can_sign_in_with_a_password(city):
    assert not any(user.has_usable_password() for user in User.objects.all())


def test_no_real_person_can_be_reached(city):
    assert not User.objects.exclude(email__endswith="@wijkteams.example").exists()
    assert not Resident.objects.exclude(phone__startswith="+31360").exists()


def test_telephone_numbers_pass_the_form(city):
    field = PhoneField()
    numbers = set(Resident.objects.values_list("phone", flat=True))

    assert {field.clean(number) for number in numbers} == numbers


def test_every_team_has_work_that_people_can_carry(city):
    opened = Counter(
        CallbackRequest.objects.filter(state__in=OPEN_STATES).values_list("team__code", flat=True)
    )
    with_cluster = Team.objects.filter(cluster__isnull=False)

    assert all(8 <= opened[team.code] <= 22 for team in with_cluster), opened
    assert opened["sst"] + opened["wmo-stadhuis"] >= 2


def test_handlers_belong_to_the_team_they_call_for(city):
    held = set(Membership.objects.filter(role__in=HANDLING_ROLES).values_list("user_id", "team_id"))
    desks = set(
        CallbackRequest.objects.filter(handler__isnull=False).values_list("handler_id", "team_id")
    )

    assert desks - held == set()


def test_nothing_happened_in_the_future(city):
    assert not CallbackRequest.objects.filter(registered_at__gt=NOW).exists()
    assert not CallbackRequest.objects.filter(closed_at__gt=NOW).exists()
    assert not CallbackStep.objects.filter(at__gt=NOW).exists()
    assert not CallbackAttempt.objects.filter(at__gt=NOW).exists()


def test_most_first_calls_are_in_time_and_take_a_few_hours(city):
    called = CallbackRequest.objects.filter(first_attempt_at__isnull=False)
    waits = sorted(called.values_list("first_attempt_minutes", flat=True))
    late = [row for row in called if row.first_attempt_at > row.due_at]

    assert 60 <= waits[len(waits) // 2] <= 360
    assert len(late) <= len(waits) * 0.2


def test_reminders_of_the_past_are_over_and_no_mail_waits(city):
    assert not CallbackReminder.objects.due(NOW).exists()
    assert not OutboxMail.objects.exists()
    assert not Notice.objects.unmailed().exists()


def test_nobody_finds_a_pile_of_unread_notices(city):
    unread = Counter(Notice.objects.unread().values_list("person_id", flat=True))

    assert unread
    assert max(unread.values()) <= 3


def test_the_people_to_sign_in_as_work_in_one_team(city, settings):
    settings.DEMO = True
    cards = {card.role: card for card in demo_people()}

    assert set(cards) == set(Role)
    assert cards[Role.TEAM_WORKER].team == cards[Role.TEAM_MANAGER].team == "Wijkteam Haven"


def test_somebody_has_two_roles(city):
    vera = User.objects.get(username="vera.timmermans")

    assert vera.roles == (Role.TEAM_WORKER, Role.TEAM_MANAGER)


def test_the_tenth_cluster_is_counted_as_itself(city):
    rows = CallbackRequest.objects.filter(cluster__code="HOU")

    assert {row.team.code for row in rows} <= set(Team.objects.values_list("code", flat=True))
    assert not Team.objects.filter(cluster__code="HOU").exists()


def test_every_constraint_of_the_database_holds(city):
    connection.check_constraints()
    for row in CallbackRequest.objects.select_related("resident"):
        row.validate_constraints()
        row.resident.validate_constraints()
