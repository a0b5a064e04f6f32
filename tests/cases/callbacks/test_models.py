"""What the database refuses, who sees what, and what each list counts."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from cases.callbacks.lifecycle import CallbackState
from cases.callbacks.models import SELECTIONS
from cases.models import CallbackNorm, CallbackReminder, CallbackRequest
from tests.factories import MembershipFactory
from tests.factories.cases import (
    MONDAY,
    AttemptFactory,
    CallbackFactory,
    NormFactory,
    ReminderFactory,
    ResidentFactory,
    in_state,
)

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    "broken",
    [
        {"state": "lost"},
        {"state": CallbackState.CLAIMED},  # on nobody's desk
        {"state": CallbackState.STUCK},
        {"state": CallbackState.CLOSED},  # without an outcome
        {"paused_until": MONDAY},  # not paused
        {"claimed": True, "state": CallbackState.WAITING},  # waiting on a desk
        {"paused": True, "paused_until": None},
        {"closed": True, "outcome": None},
        {"closed": True, "closed_at": None},
        {"closed": True, "state": CallbackState.CLAIMED},  # an outcome while it is open
        {"escalate_at": MONDAY, "due_at": MONDAY},
    ],
)
def test_the_database_refuses_a_request_that_cannot_be(broken):
    with pytest.raises(IntegrityError), transaction.atomic():
        CallbackFactory(**broken)


@pytest.mark.parametrize("state", CallbackState)
def test_the_database_accepts_every_state(state):
    assert in_state(state).state == state


@pytest.mark.parametrize("factory", [CallbackFactory, AttemptFactory])
def test_a_form_makes_one_row(factory):
    row = factory()

    with pytest.raises(IntegrityError), transaction.atomic():
        factory(submission_key=row.submission_key)


def test_a_reminder_of_a_term_exists_once():
    reminder = ReminderFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        ReminderFactory(callback=reminder.callback)
    assert ReminderFactory(callback=reminder.callback, term_round=2)


@pytest.mark.parametrize(
    "broken",
    [
        {"hours": 2, "days": 1},
        {"hours": None, "days": None},
        {"days": 0},
        {"code": "ooit"},
    ],
)
def test_a_norm_is_hours_or_days_of_a_known_urgency(broken):
    with pytest.raises(IntegrityError), transaction.atomic():
        NormFactory(**broken)


@pytest.mark.parametrize(("anonymous", "name"), [(True, "Jansen"), (False, "")])
def test_a_resident_has_a_name_or_is_anonymous(anonymous, name):
    with pytest.raises(IntegrityError), transaction.atomic():
        ResidentFactory(is_anonymous=anonymous, name=name)


def test_the_norms_give_the_terms_of_the_house(calendar_data):
    from clusters.models import working_calendar

    norms = {norm.code: norm for norm in CallbackNorm.objects.all()}
    calendar = working_calendar()

    terms = {code: norm.term_after(MONDAY, calendar) for code, norm in norms.items()}

    assert terms == {
        "spoed": MONDAY + 2 * HOUR,
        "normaal": MONDAY + timedelta(days=1, hours=7),
        "ruim": MONDAY + timedelta(days=3, hours=7),
    }
    reminders = {code: norm.reminder_before(terms[code], calendar) for code, norm in norms.items()}
    assert reminders == {
        "spoed": MONDAY + HOUR,
        "normaal": MONDAY + timedelta(days=1, hours=5),
        "ruim": MONDAY + timedelta(days=3, hours=3),
    }


def test_a_team_sees_its_own_list_and_no_other(cast, noord):
    own = CallbackFactory(team=noord)
    CallbackFactory()

    for person in (cast.team_worker, cast.team_manager, cast.handler):
        assert list(CallbackRequest.objects.visible_to(person)) == [own]


def test_a_desk_sees_what_it_wrote_and_no_other(cast, noord, desk):
    own = CallbackFactory(team=noord, registered_in=desk)
    CallbackFactory(team=noord)

    for person in (cast.contact_centre, cast.help_desk):
        assert list(CallbackRequest.objects.visible_to(person)) == [own]


def test_the_general_manager_sees_what_is_late_wherever_it_is(cast, noord, time_machine):
    time_machine.move_to(MONDAY, tick=False)
    late = CallbackFactory(team=noord, due_at=MONDAY - HOUR)
    elsewhere = CallbackFactory(due_at=MONDAY - HOUR)
    CallbackFactory(due_at=MONDAY)
    CallbackFactory(due_at=MONDAY - HOUR, closed=True)
    CallbackFactory(due_at=MONDAY - HOUR, paused=True)

    seen = CallbackRequest.objects.visible_to(cast.general_manager)

    assert set(seen) == {late, elsewhere}


@pytest.mark.parametrize(
    "role",
    [
        "liaison",
        "client_support",
        "steering_group",
        "commissioner",
        "application_manager",
        "privacy_officer",
        "controller",
    ],
)
def test_other_roles_see_no_request_at_all(cast, noord, role):
    CallbackFactory(team=noord, due_at=MONDAY - timedelta(days=900))

    assert not CallbackRequest.objects.visible_to(getattr(cast, role)).exists()


def test_who_is_no_longer_in_the_team_sees_nothing(cast, noord):
    gone = MembershipFactory(team=noord, valid_until=date(2026, 1, 1)).user
    CallbackFactory(team=noord)

    assert not CallbackRequest.objects.visible_to(gone).exists()


@pytest.fixture
def ladder(noord):
    """One request per place in time and per state, by name."""
    before, after = MONDAY - HOUR, MONDAY + HOUR
    tomorrow = MONDAY + timedelta(hours=14)  # midnight begins another day
    return {
        "today": CallbackFactory(due_at=after),
        "tonight": CallbackFactory(due_at=tomorrow - timedelta(seconds=1)),
        "tomorrow": CallbackFactory(due_at=tomorrow),
        "just": CallbackFactory(due_at=MONDAY),
        "late": CallbackFactory(due_at=before, claimed=True),
        "far": CallbackFactory(due_at=before - HOUR, escalate_at=before, stuck=True),
        "paused": CallbackFactory(due_at=before, escalate_at=MONDAY, paused=True),
        "closed": CallbackFactory(due_at=before, escalate_at=MONDAY, closed=True),
    }


WAITING = {"today", "tonight", "tomorrow", "just"}


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("te-doen", WAITING | {"late", "far"}),
        ("open", WAITING | {"late", "far", "paused"}),
        ("vandaag", {"today", "tonight", "just"}),
        ("te-laat", {"late", "far"}),
        ("veel-te-laat", {"far"}),
        ("niet-opgepakt", WAITING),
        ("keuze", {"far"}),
        ("wacht", {"paused"}),
        ("gebeld", set()),
        ("afgesloten", {"closed"}),
        ("onzin", WAITING | {"late", "far"}),
    ],
)
def test_a_selection_holds_what_its_word_says(ladder, code, names):
    found = set(CallbackRequest.objects.selected(code, MONDAY))

    assert found == {ladder[name] for name in names}


def test_first_called_this_month_begins_at_midnight_of_the_first():
    first = MONDAY.replace(day=1, hour=0)
    inside = CallbackFactory(first_attempt_at=first)
    CallbackFactory(first_attempt_at=first - timedelta(seconds=1))
    CallbackFactory(first_attempt_at=MONDAY + HOUR)
    CallbackFactory()

    assert list(CallbackRequest.objects.selected("gebeld", MONDAY)) == [inside]


def test_every_selection_has_a_word_on_screen():
    assert all(each.label for each in SELECTIONS.values())


def test_due_reminders_are_the_pending_ones_whose_moment_has_come():
    now = ReminderFactory(due_at=MONDAY)
    earlier = ReminderFactory(due_at=MONDAY - HOUR)
    ReminderFactory(due_at=MONDAY + HOUR)
    ReminderFactory(due_at=MONDAY, state="done")
    ReminderFactory(due_at=MONDAY, state="dropped")

    assert list(CallbackReminder.objects.due(MONDAY)) == [earlier, now]


def test_the_worklist_is_in_order_of_term_and_then_of_arrival():
    later = CallbackFactory(due_at=MONDAY + HOUR)
    first = CallbackFactory(due_at=MONDAY)
    second = CallbackFactory(due_at=MONDAY)

    assert list(CallbackRequest.objects.for_worklist()) == [first, second, later]


def test_the_general_manager_gets_rows_without_the_resident():
    CallbackFactory()

    row = CallbackRequest.objects.pseudonymised().get()

    assert "question" in row.get_deferred_fields()
    assert "resident" not in row._state.fields_cache


def test_a_request_is_called_by_its_number():
    assert str(CallbackRequest(pk=123)) == "TB-000123"


def test_only_the_handler_is_tied_to_a_request(cast):
    callback = CallbackFactory(claimed=True, handler=cast.handler)

    assert callback.relations_to(cast.handler) == {"handler"}
    assert callback.relations_to(cast.team_worker) == frozenset()
    assert CallbackFactory().relations_to(cast.handler) == frozenset()
