"""A short contact is a count: nobody is in it, and one click makes one (IA-1)."""

import uuid

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError

from audit.models import AuditEvent, AuditSubject
from cases.intakes.services import register_advice
from cases.models import AdviceContact
from common.errors import RuleViolation
from tests.factories.cases import MONDAY, SubjectFactory
from tests.factories.intakes import AdviceAnswerFactory, AdviceContactFactory

pytestmark = pytest.mark.usefixtures("monday")


def count(by, **own):
    facts = {"submission_key": uuid.uuid4(), "channel": "walk_in", "minutes": 5}
    facts |= {"topic": SubjectFactory(), "answer": AdviceAnswerFactory()}
    return register_advice(by=by, **facts | own)


def test_a_contact_is_a_count_of_the_team(noord, cast):
    made = count(cast.team_worker)

    assert (made.team, made.on, made.minutes) == (noord, MONDAY.date(), 5)
    line = AuditEvent.objects.get(code="advice.registered")
    assert not AuditSubject.objects.filter(event=line).exists()


def test_the_row_has_no_place_for_anybody():
    """TRI-11: no text field, no resident, no employee."""
    fields = {field.name: field.get_internal_type() for field in AdviceContact._meta.fields}

    assert set(fields) == {
        "id",
        "submission_key",
        "team",
        "on",
        "channel",
        "topic",
        "answer",
        "minutes",
    }
    assert "TextField" not in fields.values()


def test_twice_is_one(cast):
    key = uuid.uuid4()

    assert count(cast.team_worker, submission_key=key) == count(
        cast.team_worker, submission_key=key
    )
    assert AuditEvent.objects.filter(code="advice.registered").count() == 1


@pytest.mark.parametrize("minutes", [0, -5, 241])
def test_minutes_are_those_of_a_short_contact(cast, minutes):
    with pytest.raises(RuleViolation) as refused:
        count(cast.team_worker, minutes=minutes)
    assert refused.value.field == "minutes"


@pytest.mark.parametrize("minutes", [0, 241])
def test_the_database_refuses_them_too(minutes):
    with pytest.raises(IntegrityError):
        AdviceContactFactory(minutes=minutes)


@pytest.mark.parametrize("person", ["contact_centre", "general_manager", "application_manager"])
def test_others_count_nothing(cast, person):
    with pytest.raises(PermissionDenied):
        count(getattr(cast, person))


def test_a_team_counts_its_own(noord, cast):
    AdviceContactFactory(team=noord, minutes=10)
    AdviceContactFactory(team=noord, minutes=20)
    AdviceContactFactory(team=noord, topic=SubjectFactory(code="wonen", label="Wonen"))
    AdviceContactFactory(team=cast.elsewhere)
    AdviceContactFactory(team=noord, on=MONDAY.date().replace(year=2025))

    rows = AdviceContact.objects.visible_to(cast.team_worker)

    assert [(row["times"], row["minutes"]) for row in rows.counts(MONDAY.date())] == [
        (2, 30),
        (1, 10),
    ]
    assert not AdviceContact.objects.visible_to(cast.application_manager).exists()
