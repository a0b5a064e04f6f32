"""The way of a melding: started, investigated, withdrawn or without follow-up (ML-8)."""

import pytest
from django.core.exceptions import PermissionDenied

from cases.intakes import services
from common.errors import RuleViolation
from tests.factories.cases import MONDAY
from tests.factories.intakes import BellFactory, NotificationFactory

pytestmark = pytest.mark.usefixtures("monday")
ENDINGS = {
    "complete": (services.complete_investigation, "investigated", {"investigating": True}, {}),
    "withdraw": (services.withdraw_notification, "withdrawn", {}, {"reason": "Wil niet meer."}),
    "drop": (services.drop_notification, "no_follow_up", {}, {"reason": "Is geholpen."}),
}


def test_the_investigation_starts_after_the_confirmation(noord, cast):
    ready = NotificationFactory(team=noord, confirmed=True, handler=cast.handler)
    due = ready.due_at

    started = services.start_investigation(notification_id=ready.pk, by=cast.handler)

    assert (started.state, started.due_at) == ("investigating", due)


def test_an_unconfirmed_melding_is_not_investigated(noord, cast):
    new = NotificationFactory(team=noord, handler=cast.handler)

    with pytest.raises(RuleViolation, match="Onderzoek starten kan niet meer"):
        services.start_investigation(notification_id=new.pk, by=cast.handler)


@pytest.mark.parametrize("name", ENDINGS)
def test_an_end_has_a_moment_and_silences_its_bells(noord, cast, name):
    service, state, own, told = ENDINGS[name]
    running = NotificationFactory(team=noord, handler=cast.handler, **own)
    rung = BellFactory(notification=running, kind="confirm", state="done")
    waiting = BellFactory(notification=running)

    ended = service(notification_id=running.pk, by=cast.handler, **told)

    assert (ended.state, ended.ended_at, ended.end_reason) == (
        state,
        MONDAY,
        told.get("reason", ""),
    )
    for bell, expected in ((rung, "done"), (waiting, "dropped")):
        bell.refresh_from_db()
        assert bell.state == expected
    with pytest.raises(RuleViolation):
        service(notification_id=running.pk, by=cast.handler, **told)


@pytest.mark.parametrize("name", ENDINGS)
@pytest.mark.parametrize("person", ["team_worker", "outsider_manager", "contact_centre"])
def test_somebody_else_ends_nothing(noord, cast, name, person):
    service, _, own, told = ENDINGS[name]
    running = NotificationFactory(team=noord, handler=cast.handler, **own)

    with pytest.raises(PermissionDenied):
        service(notification_id=running.pk, by=getattr(cast, person), **told)


@pytest.mark.parametrize("name", ["withdraw", "drop"])
def test_an_end_without_investigation_has_a_reason(noord, cast, name):
    running = NotificationFactory(team=noord, handler=cast.handler)

    with pytest.raises(RuleViolation) as refused:
        ENDINGS[name][0](notification_id=running.pk, by=cast.handler, reason=" ")
    assert refused.value.field == "reason"
