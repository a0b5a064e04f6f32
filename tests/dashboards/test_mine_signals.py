"""Mijn werk knows of signals this employee has, and says about nobody whom it is (SG-6)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from audit.models import AuditEvent, AuditSubject
from tests.factories.signals import DAY, TODAY, SignalFactory


def shown(client):
    found = client.get(reverse("home"))
    return [
        (line.label, line.light.text, line.status, line.resident) for line in found.context["lines"]
    ]


def test_a_signal_stands_with_who_has_it(monday, as_user, cast, noord):
    row = SignalFactory(team=noord, taken=True, handler=cast.handler, told={"whom": "Kanarie"})
    SignalFactory(team=noord)
    client = as_user(cast.handler)
    assert shown(client) == [("Signaal", "over 3 dagen", "Opgepakt", None)]
    assert "Kanarie" not in client.get(reverse("home")).content.decode()
    event = AuditEvent.objects.filter(code="work.mine_listed").latest("pk")
    assert not AuditSubject.objects.filter(event=event).exists()
    row.plan(TODAY - DAY)
    row.save()
    assert shown(client) == [("Signaal", "1 dag te laat", "Opgepakt", None)]
    assert shown(as_user(cast.team_worker)) == []


@pytest.mark.parametrize("count", [1, 5])
def test_it_costs_the_same_for_many(monday, as_user, cast, noord, count):
    for _ in range(count):
        SignalFactory(team=noord, taken=True, handler=cast.handler)
    client = as_user(cast.handler)
    with CaptureQueriesContext(connection) as seen:
        assert len(client.get(reverse("home")).context["lines"]) == count
    assert len(seen) == 10
