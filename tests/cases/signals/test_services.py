"""The rules of writing down, taking, moving, trying, going on and ending."""

import uuid

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent, AuditSubject
from cases.models import OutreachAttempt, Resident, Signal, WmoNotification
from cases.signals.reaching import NO_PLACE, NO_TEAM, NOT_HERE, UNKNOWN_POSTCODE
from cases.signals.services.carrying import NOT_OF_YOURS
from cases.signals.services.ending import LINK_IT, NO_GROUND, NO_WORDS, TOO_SOON
from cases.signals.services.reaching import CARD_IS_LEFT, NEEDS_REASON
from clusters.models import Membership, Neighbourhood, Notice
from common.errors import RuleViolation
from tests.cases.signals.acting import (
    attempt,
    carry,
    clear,
    end,
    hand,
    link,
    move,
    register,
    take,
)
from tests.factories import AssignmentFactory, ClusterFactory, TeamFactory
from tests.factories.cases import MONDAY, CallbackFactory
from tests.factories.clusters import NeighbourhoodFactory
from tests.factories.dossiers import FileFactory
from tests.factories.intakes import NotificationFactory
from tests.factories.signals import DAY, TODAY, SignalFactory

SECRET = "Kanarie in het signaal"
pytestmark = pytest.mark.usefixtures("monday")


def refused(act, *args, **own):
    with pytest.raises(RuleViolation) as broken:
        act(*args, **own)
    return broken.value.field, str(broken.value)


def people():
    return sorted(each.person.username for each in Notice.objects.all())


def test_a_signal_goes_to_the_team_of_the_place_and_makes_no_card(cast, noord):
    made = register(cast.handler, facts={"what": SECRET, "whom": SECRET})

    made = Signal.objects.get(pk=made.pk)
    assert (made.team, made.handler, made.quarter) == (noord, None, "2026-4")
    assert made.next_on == TODAY + 3 * DAY
    assert (made.words["what"], Resident.objects.count()) == (SECRET, 0)
    assert people() == ["team_worker"]
    assert SECRET not in str(vars(Notice.objects.get()))
    event = AuditEvent.objects.get(code="signal.registered")
    assert not AuditSubject.objects.filter(event=event).exists()
    assert "1315" not in str(vars(made))


def test_today_is_told_to_the_manager_too_and_by_wijk_to_another_team(cast, noord):
    place = Neighbourhood.objects.get()
    made = register(cast.outsider_worker, neighbourhood=place, facts={"urgency": "today"})
    assert (made.team, made.next_on) == (noord, TODAY)
    assert people() == ["handler", "team_manager", "team_worker"]


def test_without_words_or_a_place_nothing_is_written_down(cast, noord):
    alone = NeighbourhoodFactory()
    for own, expected in (
        ({"facts": {"what": "  "}}, ("what", "Schrijf kort op wat er is gezien of gehoord.")),
        ({"postcode": ""}, ("postcode", NO_PLACE)),
        ({"postcode": "9999"}, ("neighbourhood", UNKNOWN_POSTCODE)),
        ({"neighbourhood": alone}, ("neighbourhood", NO_TEAM)),
    ):
        assert refused(register, cast.handler, **own) == expected
    assert not Signal.objects.exists()


def test_only_a_wijkwerker_writes_one_down(cast):
    for name in ("team_manager", "contact_centre", "help_desk", "city_social_team", "liaison"):
        with pytest.raises(PermissionDenied):
            register(getattr(cast, name))
    with pytest.raises(PermissionDenied):
        register(cast.city_hall_team)


def test_a_form_sent_twice_makes_one_and_a_key_of_another_is_none(cast, noord):
    key = uuid.uuid4()
    made = [register(cast.handler, submission_key=key) for _ in range(2)]
    assert (made[0], Signal.objects.count()) == (made[1], 1)
    assert "verouderd" in refused(register, cast.team_worker, submission_key=key)[1]


def test_one_takes_it_and_the_next_one_hears_who(signal, cast):
    for _ in range(2):
        take(signal, cast.handler)
    signal.refresh_from_db()
    assert (signal.state, signal.handler, signal.version) == ("taken", cast.handler, 2)
    assert (
        refused(take, signal, cast.team_worker)[1]
        == f"{cast.handler} heeft dit signaal al opgepakt."
    )
    with pytest.raises(Signal.DoesNotExist):
        take(signal, cast.outsider_worker)
    Signal.objects.update(registered_by=cast.outsider_worker, state="open", handler=None)
    for person in (cast.outsider_worker, cast.team_manager):
        with pytest.raises(PermissionDenied):
            take(signal, person)


def test_it_is_given_by_who_has_it_or_the_manager_to_one_of_the_team(signal, taken, cleared, cast):
    hand(signal, cast.team_manager, cast.handler)
    hand(taken, cast.handler, cast.team_worker)
    hand(cleared, cast.team_manager, cast.team_worker)
    found = Signal.objects.order_by("pk").values_list("state", "handler__username")
    assert list(found) == [
        ("taken", "handler"), ("taken", "team_worker"), ("cleared", "team_worker"),
    ]  # fmt: skip
    assert people() == ["handler", "team_worker", "team_worker"]
    assert refused(hand, signal, cast.team_manager, cast.outsider_worker) == ("person", NOT_HERE)
    assert refused(hand, signal, cast.team_manager, cast.team_manager) == ("person", NOT_HERE)
    with pytest.raises(PermissionDenied):
        hand(signal, cast.team_worker, cast.team_worker)
    field, text = refused(hand, signal, cast.handler, cast.team_worker, version=1)
    assert (field, "was u voor" in text) == ("version", True)


def test_another_wijk_is_another_team_and_the_day_stays(taken, cleared, cast):
    cluster = ClusterFactory()
    team = TeamFactory(cluster=cluster)
    place = AssignmentFactory(cluster=cluster).neighbourhood
    move(taken, cast.handler, place)
    taken.refresh_from_db()
    assert (taken.team, taken.handler, taken.state) == (team, None, "open")
    assert taken.next_on == TODAY + 3 * DAY
    with pytest.raises(Signal.DoesNotExist):
        move(taken, cast.handler, place)
    assert "mag verder" in refused(move, cleared, cast.handler, place)[1]


def test_another_wijk_of_the_same_team_leaves_who_has_it(taken, cast, noord):
    place = AssignmentFactory(cluster=noord.cluster).neighbourhood
    move(taken, cast.team_manager, place)
    taken.refresh_from_db()
    assert (taken.handler, taken.neighbourhood, taken.state) == (cast.handler, place, "taken")
    assert refused(move, taken, cast.handler, place)[0] == "neighbourhood"


def test_an_attempt_is_kept_and_plans_the_next_one(taken, cast):
    made = attempt(taken, cast.handler, words=SECRET)
    taken.refresh_from_db()
    assert (taken.unreached, taken.next_on, taken.told) == (1, TODAY + 5 * DAY, 0)
    assert OutreachAttempt.objects.get().words == SECRET
    attempt(taken, cast.handler, way="card", result="left")
    attempt(taken, cast.handler, result="spoken")
    taken.refresh_from_db()
    assert taken.unreached == 0
    key = made.uuid
    assert attempt(taken, cast.handler, submission_key=key) == made
    assert OutreachAttempt.objects.count() == 3
    other = SignalFactory(team=taken.team, taken=True, handler=cast.handler)
    assert "verouderd" in refused(attempt, other, cast.handler, submission_key=key)[1]


def test_an_attempt_that_cannot_be_is_refused(taken, signal, cast):
    for own, field in (
        ({"days": 0}, "next_on"),
        ({"days": -1}, "next_on"),
        ({"days": 93}, "next_on"),
        ({"version": 0}, "version"),
    ):
        assert refused(attempt, taken, cast.handler, **own)[0] == field
    assert refused(attempt, taken, cast.handler, way="card") == ("result", CARD_IS_LEFT)
    for person in (cast.team_worker, cast.team_manager):
        with pytest.raises(PermissionDenied):
            attempt(taken, person)
    with pytest.raises(PermissionDenied):
        attempt(signal, cast.handler)


def test_going_on_needs_consent_or_a_ground_with_its_reason(taken, cast):
    assert refused(clear, taken, cast.handler, ground="vital", words=" ") == ("words", NEEDS_REASON)
    clear(taken, cast.handler, ground="safety", words=SECRET)
    clear(taken, cast.handler, ground="safety", words=SECRET, version=1)
    taken = Signal.objects.get(pk=taken.pk)
    assert (taken.state, taken.ground, taken.clearing_words) == ("cleared", "safety", SECRET)
    assert (taken.next_on, taken.version) == (TODAY + 3 * DAY, 2)
    with pytest.raises(PermissionDenied):
        clear(taken, cast.team_manager)


def test_before_that_nothing_goes_anywhere(taken, cast):
    made = NotificationFactory(team=taken.team, handler=cast.handler, taken=True)
    assert "opgepakt" in refused(carry, taken, cast.handler)[1]
    assert "opgepakt" in refused(link, taken, cast.handler, f"melding:{made.pk}")[1]
    for outcome in ("police", "vt", "ggd", "care"):
        assert refused(end, taken, cast.handler, outcome) == ("outcome", NO_GROUND)
    assert (Resident.objects.count(), WmoNotification.objects.count()) == (1, 1)


def test_somebody_new_is_registered_with_the_melding_and_the_signal_ends(cleared, cast):
    key = uuid.uuid4()
    made = [carry(cleared, cast.handler, key) for _ in range(2)]
    cleared.refresh_from_db()
    assert made[0] == made[1] == cleared.notification
    assert (cleared.state, cleared.outcome, cleared.remind_at) == ("ended", "melding", None)
    assert (made[0].channel, made[0].resident.name) == ("outreach", "Jan Bos")
    assert Resident.objects.count() == 1
    assert "afgesloten" in refused(carry, cleared, cast.handler)[1]


def test_both_or_neither(cleared, cast):
    assert refused(carry, cleared, cast.handler, name=" ")[0] == "name"
    cleared.refresh_from_db()
    assert (cleared.state, Resident.objects.count()) == ("cleared", 0)


def test_who_stays_anonymous_is_not_in_the_melding(monday, cast, noord):
    own = {"team": noord, "handler": cast.handler, "cleared": True}
    hidden = SignalFactory(told={"stays_anonymous": True}, **own)
    question = "Volgens mevrouw JANSEN eet hij slecht."
    assert refused(carry, hidden, cast.handler, question=question)[0] == "question"
    assert carry(hidden, cast.handler).pk
    assert carry(SignalFactory(**own), cast.handler, question=question).pk


def test_what_runs_on_my_desk_can_be_linked(cast, noord):
    melding = NotificationFactory(team=noord, handler=cast.handler, taken=True)
    file = FileFactory(team=noord, director=cast.handler)
    callback = CallbackFactory(team=noord, handler=cast.handler, claimed=True)
    for kind, row in (("melding", melding), ("file", file), ("callback", callback)):
        signal = SignalFactory(team=noord, handler=cast.handler, cleared=True)
        for _ in range(2):
            link(signal, cast.handler, f"{kind}:{row.pk}")
        signal.refresh_from_db()
        assert (signal.outcome, signal.state) == (kind, "ended")
        assert row in (signal.notification, signal.file, signal.callback)


def test_what_is_of_others_cannot(cleared, cast, noord):
    theirs = FileFactory(team=noord, director=cast.team_worker)
    closed = CallbackFactory(team=noord, handler=cast.handler, closed=True)
    old = NotificationFactory(
        team=noord, registered_by=cast.handler, registered_at=MONDAY - 2 * DAY
    )
    for target in (
        f"file:{theirs.pk}",
        f"callback:{closed.pk}",
        f"melding:{old.pk}",
        "police:1",
        "melding:",
        "melding:x",
        "",
        f"melding:{'9' * 30}",
    ):
        assert refused(link, cleared, cast.handler, target) == ("target", NOT_OF_YOURS)
    assert refused(link, cleared, cast.handler, f"file:{theirs.pk}", version=0)[0] == "version"


def test_it_ends_with_an_outcome_that_fits(taken, cast):
    for outcome, words, expected in (
        ("nothing", " ", ("words", NO_WORDS)),
        ("melding", "x", ("outcome", LINK_IT)),
        ("unreached", "x", ("outcome", TOO_SOON)),
    ):
        assert refused(end, taken, cast.handler, outcome, words) == expected
    for _ in range(3):
        attempt(taken, cast.handler)
    end(taken, cast.handler, "unreached", SECRET)
    taken = Signal.objects.get(pk=taken.pk)
    assert (taken.state, taken.ending_words, taken.remind_at) == ("ended", SECRET, None)
    assert taken.empty_at == MONDAY + 365 * DAY
    end(taken, cast.handler, "unreached", SECRET, version=1)
    assert "afgesloten" in refused(end, taken, cast.handler, "nothing", "x")[1]


def test_it_is_passed_on_when_one_may(cleared, taken, cast):
    end(cleared, cast.handler, "vt", "Advies gevraagd.")
    cleared.refresh_from_db()
    assert (cleared.outcome, cleared.ground) == ("vt", "consent")
    with pytest.raises(PermissionDenied):
        end(taken, cast.team_manager)


def test_who_left_does_nothing_any_more(taken, cast):
    Membership.objects.filter(user=cast.handler).update(valid_until=TODAY - DAY)
    person = type(cast.handler).objects.get(pk=cast.handler.pk)
    with pytest.raises(Signal.DoesNotExist):
        attempt(taken, person)
