"""What a line says, where it may be written and what it costs."""

import uuid
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.test import RequestFactory

from audit import context, services
from audit.models import AuditEvent, AuditSubject, Outcome
from audit.services import record, record_view
from audit.verification import verify
from audit.writing import action_of, time_ordered_uuid
from common.access import Decision
from tests.factories.audit import Person, Visit, act
from tests.factories.clusters import MembershipFactory

pytestmark = pytest.mark.django_db


def test_record_says_who_what_why_and_about_whom():
    user = MembershipFactory(team__code="haven", organisation__code="de-schoor").user
    visit = Visit(pk=7, person_id=12)

    act(
        "callback.claimed",
        visit,
        by=user,
        decision=Decision(rule="team_worker:claim", relation="own"),
        fields=["state", "handler"],
        reason="collega is ziek",
    )

    event = AuditEvent.objects.get()
    assert (event.code, event.action, event.outcome) == ("callback.claimed", "U", Outcome.SUCCESS)
    assert (event.actor_id, event.actor_login) == (user.pk, user.username)
    assert (event.role, event.team, event.organisation) == ("team_worker", "haven", "de-schoor")
    assert (event.rule, event.relation) == ("team_worker:claim", "own")
    assert (event.object_type, event.object_id) == ("audit.visit", "7")
    assert (event.fields, event.purpose) == (["handler", "state"], "collega is ziek")
    assert (event.request_id, event.route, event.session_mac) == (None, "", "")
    assert list(event.subjects.values_list("resident_id", flat=True)) == [12]


def test_record_without_actor_is_the_system():
    act("callback.reminded", Visit(pk=7, person_id=12), by=None)

    event = AuditEvent.objects.get()
    assert (event.actor_id, event.actor_login, event.role) == (None, "", "")


def test_record_makes_one_event_per_subject_and_one_without():
    act("callback.claimed", *(Visit(pk=number, person_id=number) for number in (1, 2, 3)))
    act("retention.run")

    assert list(AuditEvent.objects.order_by("id").values_list("object_id", flat=True)) == [
        "1",
        "2",
        "3",
        "",
    ]


@pytest.mark.parametrize("count", [1, 5])
def test_record_costs_two_statements_however_many(count, django_assert_num_queries):
    visits = [Visit(pk=number, person_id=number) for number in range(count)]

    with transaction.atomic(), django_assert_num_queries(2):  # events, residents
        record("callback.claimed", *visits, by=None)


def test_record_outside_a_transaction_is_refused():
    with pytest.raises(RuntimeError, match="inside the transaction"):
        record("callback.claimed", by=None)

    assert not AuditEvent.objects.exists()


def test_record_disappears_with_its_act():
    def fail() -> None:
        with transaction.atomic():
            record("callback.claimed", Visit(pk=1, person_id=1), by=None)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()

    assert not AuditEvent.objects.exists()


@pytest.mark.parametrize("value", ["Jan Jansen", "06-12345678", "naam=Jan"])
def test_record_refuses_values_where_names_of_fields_belong(value):
    with pytest.raises(ValueError, match="never values"):
        act("resident.changed", fields=[value])


@pytest.mark.parametrize("count", [1, 5])
def test_record_view_costs_two_statements_however_many(count, rf, django_assert_num_queries):
    request = rf.get("/")
    request.user = AnonymousUser()

    with django_assert_num_queries(4):  # savepoint of the test, event, residents, release
        record_view(request, "callback.listed", residents=range(count))

    assert AuditSubject.objects.count() == count


def test_record_view_inside_a_transaction_is_refused(rf):
    request = rf.get("/")

    with pytest.raises(RuntimeError), transaction.atomic():
        record_view(request, "callback.read", subject=Person(pk=1))


def test_record_view_adds_the_resident_of_the_subject(rf: RequestFactory):
    request = rf.get("/")
    request.user = MembershipFactory().user

    with context.serving(context.RequestFacts(request)) as facts:
        record_view(request, "callback.read", subject=Visit(pk=3, person_id=9), residents=[4, 9])

    assert facts.shown == {4, 9}
    event = AuditEvent.objects.get()
    assert (event.object_id, event.result_count, event.request_id) == ("3", 2, facts.request_id)


@pytest.mark.parametrize(
    ("code", "action"),
    [
        ("callback.registered", "C"),
        ("callback.read", "R"),
        ("work.mine_listed", "R"),
        ("callback.claimed", "U"),
        ("attachment.deleted", "D"),
        ("login.succeeded", "E"),
    ],
)
def test_kind_of_act_follows_from_the_last_word(code, action):
    assert action_of(code) == action


def test_number_of_a_line_grows_with_time():
    numbers = [time_ordered_uuid() for _ in range(100)]

    assert {(number.version, number.variant) for number in numbers} == {(7, uuid.RFC_4122)}
    assert len(set(numbers)) == 100
    assert sorted(number.int >> 80 for number in numbers) == [n.int >> 80 for n in numbers]


def test_line_of_an_employee_with_a_very_long_name_is_written_all_the_same():
    user: Any = MembershipFactory(user__first_name="x" * 150, user__last_name="y" * 150).user

    act("callback.claimed", by=user, decision=Decision("r" * 300, "t" * 300))

    assert len(AuditEvent.objects.get().actor_name) == 200
    services.seal_trail(at=AuditEvent.objects.get().at)
    assert verify().tampered == []
