"""Keeping the register: by whom, nothing twice, nothing lost."""

import uuid
from dataclasses import replace
from datetime import time, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent
from cases.liaisons.models import Liaison
from cases.liaisons.services import LiaisonFacts, change_liaison, create_liaison, review_liaison
from common.errors import RuleViolation
from tests.factories.cases import MONDAY
from tests.factories.liaisons import LiaisonFactory

TODAY, DAY = MONDAY.date(), timedelta(days=1)
FACTS = LiaisonFacts("jgz", "J. Jong", "JGZ Haven", TODAY, TODAY + 182 * DAY)
pytestmark = pytest.mark.usefixtures("monday")


def create(team, by, facts=FACTS, key=None):
    return create_liaison(submission_key=key or uuid.uuid4(), team=team, facts=facts, by=by)


def change(liaison, by, version=1, **own):
    facts = replace(FACTS, **own)
    return change_liaison(liaison_id=liaison.pk, facts=facts, version=version, by=by)


def test_create_liaison_by_the_manager_of_the_team_or_the_application_manager(cast, noord):
    for person in (cast.team_manager, cast.application_manager):
        liaison = create(noord, person)
        assert (liaison.team, liaison.changed_by, liaison.version) == (noord, person, 1)
    assert AuditEvent.objects.filter(code="liaison.created").count() == 2
    for person in (cast.outsider_manager, cast.team_worker, cast.general_manager):
        with pytest.raises(PermissionDenied):
            create(noord, person)


def test_two_clicks_make_one(cast, noord):
    key = uuid.uuid4()
    assert create(noord, cast.team_manager, key=key) == create(noord, cast.team_manager, key=key)
    assert Liaison.objects.count() == 1


@pytest.mark.parametrize(
    ("own", "field"),
    [
        ({"name": " "}, "name"),
        ({"valid_until": TODAY - DAY}, "valid_until"),
        ({"review_by": TODAY}, "review_by"),
        ({"age_from": 3}, "age_until"),
        ({"age_from": 5, "age_until": 4}, "age_until"),
        ({"age_from": 5, "age_until": 121}, "age_until"),
        ({"on_call_days": "1"}, "on_call_until"),
        ({"on_call_from": time(9), "on_call_until": time(10)}, "on_call_until"),
        ({"on_call_days": "1", "on_call_from": time(9)}, "on_call_until"),
        (
            {"on_call_days": "1", "on_call_from": time(9), "on_call_until": time(9)},
            "on_call_until",
        ),
    ],
    ids=str,
)
def test_what_cannot_be(cast, noord, own, field):
    with pytest.raises(RuleViolation) as broken:
        create(noord, cast.team_manager, replace(FACTS, **own))
    assert broken.value.field == field


def test_change_liaison_by_who_keeps_it_and_not_over_a_colleague(cast, noord):
    liaison = create(noord, cast.team_manager)
    changed = change(liaison, cast.team_manager, valid_until=TODAY + DAY, specialism="Slapen")
    assert (changed.version, changed.valid_until) == (2, TODAY + DAY)
    kept = {"valid_until": TODAY + DAY, "specialism": "Slapen"}
    assert change(liaison, cast.team_manager, **kept).version == 2
    with pytest.raises(RuleViolation, match="intussen gewijzigd") as broken:
        change(liaison, cast.application_manager, name="Ander")
    assert broken.value.field == "version"
    for person in (cast.outsider_manager, cast.team_worker):
        with pytest.raises(PermissionDenied):
            change(liaison, person, version=2, name="Ander")
    with pytest.raises(Liaison.DoesNotExist):
        change(liaison, cast.contact_centre, version=2)
    event = AuditEvent.objects.get(code="liaison.changed")
    assert set(event.fields) == {"valid_until", "specialism"}


def test_review_liaison_says_it_is_right_for_another_half_year(cast, noord):
    liaison = LiaisonFactory(team=noord, review_by=TODAY)
    for _ in range(2):
        assert review_liaison(liaison_id=liaison.pk, by=cast.team_manager).review_by == (
            TODAY + 182 * DAY
        )
    assert AuditEvent.objects.filter(code="liaison.reviewed").count() == 1
    with pytest.raises(PermissionDenied):
        review_liaison(liaison_id=liaison.pk, by=cast.outsider_manager)
