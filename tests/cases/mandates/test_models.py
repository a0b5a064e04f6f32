"""A mandate holds from its first day up to its last, and the database keeps it possible."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, transaction

from cases.mandates.models import MOST_CENTS, MOST_MONTHS, READING_ROLES
from cases.models import Mandate, Product, Provider
from clusters.models import Role
from common.reference import faults, sync
from tests.factories.cases import MONDAY
from tests.factories.mandates import MandateFactory, ProductFactory, ProviderFactory

pytestmark = pytest.mark.django_db

TODAY, DAY = MONDAY.date(), timedelta(days=1)


@pytest.mark.parametrize(
    ("own", "holds"),
    [
        ({"since": TODAY}, True),
        ({"since": TODAY + DAY}, False),
        ({"until": TODAY}, True),
        ({"until": TODAY - DAY}, False),
        ({"ended": True, "ended_from": TODAY + DAY}, True),
        ({"ended": True, "ended_from": TODAY}, False),
        ({"ended": True, "ended_from": TODAY, "since": TODAY}, False),
        ({"ended": True, "ended_from": TODAY + 9 * DAY, "until": TODAY - DAY}, False),
        ({"ended": True, "ended_from": TODAY + DAY, "until": TODAY + 9 * DAY}, True),
    ],
)
def test_the_list_and_the_row_say_the_same_about_a_day(own, holds):
    mandate = MandateFactory(**own)

    assert mandate.runs_on(TODAY) is holds
    assert Mandate.objects.running(TODAY).exists() is holds


@pytest.mark.parametrize(
    ("own", "stays"),
    [
        ({"since": TODAY + DAY}, True),
        ({"until": TODAY}, True),
        ({"until": TODAY - DAY}, False),
        ({"ended": True}, False),
        ({"ended": True, "ended_from": TODAY + 5 * DAY, "since": TODAY + 9 * DAY}, False),
        ({"ended": True, "ended_from": TODAY + 9 * DAY, "since": TODAY + 5 * DAY}, True),
    ],
)
def test_what_holds_now_or_later_is_not_over(own, stays):
    MandateFactory(**own)

    assert Mandate.objects.not_over(TODAY).exists() is stays


def test_the_last_day_is_the_earlier_of_the_decree_and_the_end():
    ended = {"ended": True, "ended_from": TODAY}

    assert MandateFactory().last_day is None
    assert MandateFactory(until=TODAY).last_day == TODAY
    assert MandateFactory(until=TODAY + DAY, **ended).last_day == TODAY - DAY
    assert MandateFactory(until=TODAY - 5 * DAY, **ended).last_day == TODAY - 5 * DAY
    assert MandateFactory(since=TODAY, **ended).is_withdrawn
    assert not MandateFactory(since=TODAY - DAY, **ended).is_withdrawn


@pytest.mark.parametrize(
    "wrong",
    [
        {"until": TODAY - DAY, "since": TODAY},
        {"longest_months": 0},
        {"longest_months": MOST_MONTHS + 1},
        {"yearly_cents": 0},
        {"yearly_cents": MOST_CENTS + 1},
        {"reference": ""},
        {"ended_from": TODAY},
        {"ended": True, "end_reason": ""},
        {"ended": True, "ended_from": None},
    ],
)
def test_the_database_refuses_what_cannot_be(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        MandateFactory(**wrong)


@pytest.mark.parametrize("wrong", [{"category": "onzin"}, {"unit": "onzin"}])
def test_a_product_is_of_a_kind_and_counted_in_something(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        ProductFactory(**wrong)


@pytest.mark.parametrize("agb_code", ["1234567", "123456789", "1234567a", ""])
def test_an_agb_code_has_eight_digits_or_is_not_there(agb_code):
    with pytest.raises(DatabaseError), transaction.atomic():
        ProviderFactory(agb_code=agb_code)
    with pytest.raises(ValidationError):
        Provider(code="x", label="X", position=1, agb_code=agb_code or "0").full_clean()


def test_two_providers_without_an_agb_code_are_fine():
    ProviderFactory()
    ProviderFactory()

    assert Provider.objects.filter(agb_code=None).count() == 2


@pytest.mark.parametrize("model", [Product, Provider])
def test_the_first_filling_is_whole_and_says_it_is_made_up(model):
    assert faults(model) == []
    assert len(sync(model)) == model.objects.count() > 5
    if model is Provider:
        assert {row.label.split()[0] for row in Provider.objects.all()} == {"Voorbeeld"}
    else:
        assert Product.objects.get(code="01A03").contribution_due
        assert not Product.objects.get(code="11A03").contribution_due


def test_only_who_works_on_decisions_or_steers_knows_the_register(cast):
    MandateFactory()
    readers = {
        role for role in Role if Mandate.objects.visible_to(getattr(cast, role.value)).exists()
    }

    assert readers == READING_ROLES
    assert readers == {
        Role.TEAM_WORKER,
        Role.CITY_HALL_TEAM,
        Role.CITY_SOCIAL_TEAM,
        Role.TEAM_MANAGER,
        Role.GENERAL_MANAGER,
        Role.APPLICATION_MANAGER,
    }
