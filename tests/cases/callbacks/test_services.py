"""What holds for every act: who, when, one line in the trail, closed is read-only (TB-8, TB-13)."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction

from audit.models import AuditEvent
from cases.callbacks import services
from cases.callbacks.lifecycle import CallbackState
from cases.models import CallbackRequest
from clusters.models import Role
from common.errors import RuleViolation
from tests.cases.callbacks.acts import ACTS, lines_of, of_noord, ready_for, steps_of
from tests.factories.cases import in_state

PEOPLE = (*Role.values, "handler", "outsider", "outsider_worker", "other_desk")
STATES_OF = {  # from where an act may start; the grid itself is in test_lifecycle
    "claim": {"waiting"},
    "release": {"claimed"},
    "forward": {"waiting", "claimed", "stuck"},
    "assign": {"waiting", "claimed", "stuck"},
    "attempt": {"claimed"},
    "next_step": {"stuck"},
    "pause": {"claimed"},
    "resume": {"paused"},
    "close": {"claimed", "stuck", "paused"},
    "cancel": {"waiting", "claimed", "stuck", "paused"},
    "reopen": {"closed"},
}

pytestmark = pytest.mark.usefixtures("monday")


NO_STEP = {
    "register_callback",
    "deliver_reminder",
    "add_question",
    "create_added_question",
    "change_card",
    "create_question_set",
    "change_question_set",
    "publish_question_set",
    "retire_question_set",
    "restore_question_set",
    "create_answers",
}
"""Acts that are not a step in the life of a request; each has tests of its own."""


def test_every_act_is_in_the_table():
    written = set(services.__all__) - NO_STEP

    assert {act.service.__name__ for act in ACTS.values()} == {
        name for name in written if name.islower()
    }


@pytest.mark.parametrize("name", ACTS)
def test_an_act_leads_to_its_state_and_leaves_one_line_and_one_step(cast, name):
    act = ACTS[name]
    callback = ready_for(name, cast)
    by = getattr(cast, act.may[0])

    act.do(callback, cast, by)

    callback.refresh_from_db()
    assert callback.state == act.end
    assert lines_of(callback) == [f"callback.{act.step}"]
    assert steps_of(callback) == [act.step]
    step, event = callback.steps.get(), AuditEvent.objects.get(code=f"callback.{act.step}")
    assert (step.by, event.actor_id, event.role) == (by, by.pk, by.acting_role)
    assert event.rule


@pytest.mark.parametrize("name", ACTS)
def test_an_act_is_for_who_the_table_grants_it(cast, name):
    act, refused = ACTS[name], []
    for person in PEOPLE:
        callback = ready_for(name, cast)
        try:
            act.do(callback, cast, getattr(cast, person))
        except PermissionDenied:
            refused.append(person)
            callback.refresh_from_db()
            assert callback.state == act.start
            assert lines_of(callback) == steps_of(callback) == []

    assert refused == [person for person in PEOPLE if person not in act.may]


@pytest.mark.parametrize("name", ACTS)
def test_an_act_from_another_state_changes_nothing(cast, name):
    act = ACTS[name]
    person = next(each for each in reversed(act.may) if each != "handler" or name == "attempt")
    for state in set(CallbackState.values) - STATES_OF[name]:
        callback = in_state(state, **of_noord(cast, state))
        before = CallbackRequest.objects.values().get(pk=callback.pk)
        refusal = PermissionDenied if (name, state) == ("attempt", "waiting") else RuleViolation

        with pytest.raises(refusal), transaction.atomic():
            act.do(callback, cast, getattr(cast, person))

        assert CallbackRequest.objects.values().get(pk=callback.pk) == before
        assert lines_of(callback) == steps_of(callback) == []


@pytest.mark.parametrize("name", sorted(set(ACTS) - {"reopen"}))
def test_a_closed_request_is_read_only(cast, name):
    """TB-8: the handler and the manager are refused by the rule, not only by their role."""
    act = ACTS[name]
    callback = in_state("closed", **of_noord(cast, "closed"))

    for person in act.may:
        with pytest.raises(RuleViolation):
            act.do(callback, cast, getattr(cast, person))


@pytest.mark.parametrize("name", ACTS)
def test_an_act_on_a_request_that_is_not_there_says_so(cast, name):
    callback = ready_for(name, cast)
    missing = CallbackRequest(pk=callback.pk + 1000)

    with pytest.raises(CallbackRequest.DoesNotExist):
        ACTS[name].do(missing, cast, cast.handler)
