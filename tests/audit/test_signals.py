"""Signing in and out is in the trail; what was typed is not."""

from typing import Any

import pytest
from axes.signals import user_locked_out
from django.contrib.auth import authenticate, user_logged_out
from django.test import Client, RequestFactory

from audit.models import AuditEvent, Outcome
from tests.factories.clusters import MembershipFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_sign_in_and_out_are_in_the_trail():
    user: Any = MembershipFactory().user
    client = Client()

    client.force_login(user)
    client.logout()

    events = AuditEvent.objects.order_by("id")
    assert [(event.code, event.actor_id, event.outcome) for event in events] == [
        ("login.succeeded", user.pk, 0),
        ("logout", user.pk, 0),
    ]


def test_signing_out_without_being_signed_in_is_no_event(rf: RequestFactory):
    user_logged_out.send(sender=None, request=rf.get("/"), user=None)

    assert not AuditEvent.objects.exists()


def test_failed_sign_in_keeps_only_a_mark_of_the_name(rf: RequestFactory):
    UserFactory(username="kim")

    for typed in ("Wachtwoord-in-het-verkeerde-veld", "wachtwoord-in-het-verkeerde-veld", "kim"):
        assert authenticate(rf.post("/inloggen/"), username=typed, password="fout") is None

    events = list(AuditEvent.objects.order_by("id"))
    assert {(event.code, event.outcome, event.actor_login) for event in events} == {
        ("login.failed", Outcome.DENIED, "")
    }
    marks = [event.object_id for event in events]
    assert marks[0] == marks[1] != marks[2]
    assert not any("wachtwoord" in str(vars(event)).lower() for event in events)


def test_lockout_is_in_the_trail(rf: RequestFactory):
    user_locked_out.send("axes", request=rf.post("/"), username="kim", ip_address="127.0.0.1")

    event = AuditEvent.objects.get()
    assert (event.code, event.outcome, event.object_type) == ("login.locked", 8, "login-name")
    assert len(event.object_id) == 32
