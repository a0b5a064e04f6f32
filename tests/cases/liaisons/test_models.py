"""Who sees linking pins, who keeps them, when one can call, and what the database refuses."""

from datetime import datetime, time, timedelta

import pytest
from django.db import IntegrityError, transaction

from cases.liaisons.models import READING_ROLES, Liaison, LiaisonKind
from cases.models import RecipientKind
from clusters.models import Role
from common.deadlines import AMSTERDAM
from common.reference import sync
from tests.factories.cases import MONDAY
from tests.factories.liaisons import LiaisonFactory

TODAY, DAY = MONDAY.date(), timedelta(days=1)
HOURS = {"on_call_days": "135", "on_call_from": time(9), "on_call_until": time(12)}


def test_who_reads_and_who_keeps(cast, noord, monday):
    liaison = LiaisonFactory(team=noord)

    for role in Role:
        person = getattr(cast, role.value)
        assert Liaison.objects.visible_to(person).exists() == (role in READING_ROLES), role
        keeps = role in (Role.TEAM_MANAGER, Role.APPLICATION_MANAGER)
        assert liaison.is_kept_by(person) == keeps, role
        assert Liaison.objects.kept_by(person).exists() == keeps, role
    assert not liaison.is_kept_by(cast.outsider_manager)
    assert liaison.relations_to(cast.outsider_manager) == frozenset()


def test_every_kind_is_a_kind_of_recipient(db):
    sync(RecipientKind)
    assert set(LiaisonKind.values) <= set(RecipientKind.objects.values_list("code", flat=True))


def test_of_a_team_on_a_day(noord):
    here = LiaisonFactory(team=noord)
    LiaisonFactory(team=noord, valid_from=TODAY + DAY)
    LiaisonFactory()

    assert list(Liaison.objects.of_team(noord.pk, TODAY)) == [here]


@pytest.mark.parametrize(
    ("moment", "can"),
    [
        (datetime(2026, 11, 23, 9, 0, tzinfo=AMSTERDAM), True),
        (datetime(2026, 11, 23, 8, 59, tzinfo=AMSTERDAM), False),
        (datetime(2026, 11, 23, 12, 0, tzinfo=AMSTERDAM), False),
        (datetime(2026, 11, 24, 10, 0, tzinfo=AMSTERDAM), False),
        (datetime(2026, 7, 1, 9, 30, tzinfo=AMSTERDAM), True),
    ],
    ids=str,
)
def test_when_one_can_call(moment, can):
    liaison = LiaisonFactory.build(**HOURS, team=None, changed_by=None)
    assert liaison.is_on_call(moment) is can
    assert liaison.days_on_call == "ma, wo, vr"
    assert not LiaisonFactory.build(team=None, changed_by=None).is_on_call(MONDAY)


@pytest.mark.parametrize(
    "fault",
    [
        {"name": ""},
        {"kind": "buur"},
        {"age_from": 3},
        {"age_from": 4, "age_until": 3},
        {"age_from": 4, "age_until": 121},
        {"on_call_days": "1"},
        {**HOURS, "on_call_until": time(9)},
        {"valid_until": TODAY - DAY},
    ],
    ids=str,
)
def test_the_database_refuses_what_cannot_be(db, fault):
    LiaisonFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        Liaison.objects.update(**fault)
