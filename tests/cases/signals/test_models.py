"""What the database holds, who sees it, and what opens only in its own place."""

import pytest
from cryptography.exceptions import InvalidTag
from django.db import IntegrityError, transaction

from cases.models import OutreachAttempt, Resident, Signal
from cases.permissions import GRANTS, Action
from cases.signals.models import quarter_of, working_day
from clusters.models import ClosingDay, Membership, User
from tests.factories import MembershipFactory
from tests.factories.cases import MONDAY
from tests.factories.signals import DAY, TODAY, AttemptFactory, SignalFactory

SECRET = "Kanarie in het signaal"
READ = Action.READ_SIGNAL


def seeing(cast):
    people = {name: who for name, who in vars(cast).items() if isinstance(who, User)}
    return {name for name, who in people.items() if Signal.objects.visible_to(who).exists()}


def may(person, signal):
    return GRANTS.allowed_actions(person, signal)


def test_the_team_knows_of_it_and_nobody_else(taken, cast):
    assert seeing(cast) == {"handler", "team_worker", "team_manager"}


def test_who_wrote_it_for_another_team_sees_that_it_is_there_and_no_word(signal, cast):
    Signal.objects.update(registered_by=cast.outsider_worker)
    assert "outsider_worker" in seeing(cast)
    found = Signal.objects.get(pk=signal.pk)
    assert may(cast.outsider_worker, found) & {READ, Action.TAKE_SIGNAL} == set()
    assert Action.SEE_SIGNAL in may(cast.outsider_worker, found)


def test_the_team_reads_until_it_is_taken_and_then_only_who_has_it(signal, taken, cast):
    for person in (cast.handler, cast.team_worker):
        assert may(person, signal) >= {READ, Action.TAKE_SIGNAL}
    assert READ not in may(cast.team_manager, signal)
    assert may(cast.handler, taken) >= {READ, Action.KEEP_SIGNAL, Action.STEER_SIGNAL}
    assert may(cast.team_worker, taken) & {READ, Action.KEEP_SIGNAL, Action.STEER_SIGNAL} == set()
    assert may(cast.team_manager, taken) & {READ, Action.KEEP_SIGNAL} == set()
    assert Action.STEER_SIGNAL in may(cast.team_manager, taken)


def test_who_left_the_team_sees_it_no_more(taken, cast):
    Membership.objects.filter(user=cast.handler).update(valid_until=TODAY - DAY)
    assert not Signal.objects.visible_to(User.objects.get(pk=cast.handler.pk)).exists()


def test_the_tie_is_of_a_wijkwerker_only(taken, cast):
    assert taken.relations_to(cast.handler) == {"signal_handler"}
    MembershipFactory(user=cast.handler, team=taken.team, role="team_manager")
    both = User.objects.get(pk=cast.handler.pk)
    both.chosen_role = "team_manager"
    assert taken.relations_to(both) == frozenset()


def test_what_was_told_is_sealed_under_its_own_key(monday, noord):
    first, second = (SignalFactory(team=noord, told={"what": SECRET}) for _ in range(2))
    assert SECRET.encode() not in bytes(first.content) + bytes(first.data_key)
    assert Signal.objects.get(pk=first.pk).words["what"] == SECRET
    Signal.objects.filter(pk=first.pk).update(content=second.content)
    with pytest.raises(InvalidTag):
        _ = Signal.objects.get(pk=first.pk).words


def test_words_of_an_attempt_do_not_open_in_another_one(taken):
    first, second = (AttemptFactory(signal=taken, words=SECRET) for _ in range(2))
    OutreachAttempt.objects.filter(pk=first.pk).update(content=second.content)
    with pytest.raises(InvalidTag):
        _ = OutreachAttempt.objects.get(pk=first.pk).words


def test_a_signal_is_about_no_resident(signal):
    related = {each.related_model for each in Signal._meta.get_fields() if each.is_relation}
    assert Resident not in related


def test_the_database_refuses_what_cannot_be(signal, taken, cleared, cast):
    wrong = (
        (signal, {"handler": cast.handler}),
        (taken, {"handler": None}),
        (taken, {"ground": "consent"}),
        (cleared, {"ground": ""}),
        (cleared, {"cleared_at": None}),
        (taken, {"state": "ended"}),
        (taken, {"outcome": "nothing"}),
        (taken, {"empty_at": MONDAY}),
        (taken, {"content": b""}),
        (taken, {"data_key": b""}),
        (taken, {"emptied_at": MONDAY}),
    )
    over = {"state": "ended", "ended_at": MONDAY, "empty_at": MONDAY, "remind_at": None}
    wrong += tuple((taken, {**over, "outcome": each}) for each in ("melding", "police", "vt"))
    wrong += ((taken, {**over, "outcome": "nothing", "remind_at": MONDAY}),)
    for row, change in wrong:
        with pytest.raises(IntegrityError), transaction.atomic():
            Signal.objects.filter(pk=row.pk).update(**change)
    one = AttemptFactory(signal=taken)
    for change in ({"way": "card"}, {"way": "fax"}, {"result": "maybe"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            OutreachAttempt.objects.filter(pk=one.pk).update(**change)


def test_days_are_working_days_and_reminders_climb_in_them(monday, noord):
    ClosingDay.objects.create(date=TODAY + DAY, label="Dicht")
    assert working_day(TODAY, 0) == TODAY
    assert working_day(TODAY, 3) == TODAY + 4 * DAY
    signal = SignalFactory(team=noord)
    signal.plan(TODAY + 4 * DAY)  # a Friday
    found = []
    for rung in (1, 2):
        found.append(((signal.remind_at.date() - TODAY).days, signal.remind_at.hour))
        signal.climb(rung)
    assert (found, signal.remind_at) == ([(7, 8), (9, 8)], None)


def test_a_quarter_is_of_the_day_it_was_written_down():
    days = (TODAY, TODAY.replace(month=1, day=1), TODAY.replace(month=9, day=30))
    assert [quarter_of(day) for day in days] == ["2026-4", "2026-1", "2026-3"]


def test_work_is_what_comes_soon_of_who_has_it(taken, cast):
    def due(person, days=0):
        return Signal.objects.work_of(person, MONDAY + days * DAY).exists()

    assert (due(cast.handler), due(cast.team_worker), due(cast.team_manager)) == (True, 0, 0)
    taken.plan(TODAY + 16 * DAY)
    taken.save()
    assert (due(cast.handler), due(cast.handler, 3)) == (False, True)
