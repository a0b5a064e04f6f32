"""A promise written down: one form, the right team, the right term (TB-1, TB-2, TB-12)."""

import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent
from cases.callbacks.services import Caller, CallWish, register_callback
from cases.models import CallbackRequest, CallbackSubject, Resident
from cases.residents.services import SafeContact
from clusters.models import Neighbourhood, Role
from common.errors import RuleViolation
from tests.cases.callbacks.acts import bells_of, lines_of, steps_of
from tests.factories import AssignmentFactory, ClusterFactory, NeighbourhoodFactory
from tests.factories.cases import MONDAY, CallbackFactory

HOUR, DAY = timedelta(hours=1), timedelta(days=1)

pytestmark = pytest.mark.usefixtures("monday", "noord")


def register(by, *, urgency="normaal", key=None, neighbourhood=None, window=None, **caller):
    """Register a request; keyword arguments are what the caller tells."""
    told = {"name": "A. Jansen", "is_anonymous": False, "phone": "+31612345678"} | caller
    card = SafeContact(voicemail_allowed=True, language="Arabisch", needs_interpreter=True)
    start, end = window or (None, None)
    wish = CallWish(
        subject=CallbackSubject.objects.get(code="geld"),
        question="Mag ik iets vragen?",
        urgency=urgency,
        window_from=start,
        window_until=end,
    )
    return register_callback(
        submission_key=key or uuid.uuid4(),
        caller=Caller(**{"postcode": "1315AA", "house_number": 12, "card": card, **told}),
        wish=wish,
        neighbourhood=neighbourhood,
        by=by,
    )


def test_what_the_caller_told_is_kept(cast, desk, noord):
    callback = register(cast.contact_centre, house_suffix="A")

    callback.refresh_from_db()
    assert (callback.state, callback.handler, callback.term_round) == ("waiting", None, 1)
    assert (callback.registered_at, callback.registered_by) == (MONDAY, cast.contact_centre)
    assert callback.registered_in == desk
    assert callback.question == "Mag ik iets vragen?"
    resident = callback.resident
    assert (resident.language, resident.voicemail_allowed) == ("Arabisch", True)
    assert (resident.needs_interpreter, resident.hide_municipality) == (True, False)
    assert (resident.name, resident.phone) == ("A. Jansen", "+31612345678")
    assert resident.address_line == "1315 AA 12A"


def test_registering_leaves_a_line_a_step_and_three_bells(cast):
    callback = register(cast.help_desk)

    assert lines_of(callback) == ["callback.registered"]
    assert steps_of(callback) == ["registered"]
    assert AuditEvent.objects.filter(code="resident.created").count() == 1
    assert bells_of(callback) == {
        "before": MONDAY + DAY + 5 * HOUR,
        "term": callback.due_at,
        "twice": callback.escalate_at,
    }


@pytest.mark.parametrize("role", sorted(set(Role.values) - {"contact_centre", "help_desk"}))
def test_registering_is_for_the_desks(cast, role):
    with pytest.raises(PermissionDenied):
        register(getattr(cast, role))

    assert not Resident.objects.exists()


@pytest.mark.parametrize(
    ("urgency", "due", "twice"),
    [
        ("spoed", MONDAY + 2 * HOUR, MONDAY + 4 * HOUR),
        ("normaal", MONDAY + DAY + 7 * HOUR, MONDAY + 2 * DAY + 7 * HOUR),
        ("ruim", MONDAY + 3 * DAY + 7 * HOUR, MONDAY + 8 * DAY + 7 * HOUR),
    ],
)
def test_the_term_follows_the_norm_and_twice_the_norm_escalates(cast, urgency, due, twice):
    callback = register(cast.contact_centre, urgency=urgency)

    assert (callback.due_at, callback.escalate_at) == (due, twice)


def test_a_wanted_window_is_the_promise(cast):
    window = (MONDAY + 2 * DAY, MONDAY + 2 * DAY + 2 * HOUR)

    callback = register(cast.contact_centre, window=window)

    assert (callback.window_from, callback.window_until) == window
    assert callback.due_at == window[1]
    assert callback.escalate_at == MONDAY + 3 * DAY + 7 * HOUR


@pytest.mark.parametrize(
    ("window", "field", "words"),
    [
        ((MONDAY - DAY, MONDAY - DAY + HOUR), "window_day", "voorbij"),
        ((MONDAY - HOUR, MONDAY), "window_day", "voorbij"),
        ((MONDAY + 6 * DAY, MONDAY + 6 * DAY + HOUR), "window_day", "niet gebeld"),  # Sunday
        ((MONDAY - 2 * HOUR + DAY, MONDAY + DAY), "window_from", "08:30 en 17:00"),
        ((MONDAY + 6 * HOUR + DAY, MONDAY + 8 * HOUR + DAY), "window_until", "08:30 en 17:00"),
        ((MONDAY + 12 * HOUR, MONDAY + 13 * HOUR), "window_until", "08:30 en 17:00"),  # at night
        ((MONDAY + 15 * DAY, MONDAY + 15 * DAY + HOUR), "window_day", "10 werkdagen"),
        (
            (MONDAY.replace(year=9999), MONDAY.replace(year=9999) + HOUR),
            "window_day",
            "10 werkdagen",
        ),
    ],
)
def test_a_window_that_cannot_be_kept_is_refused_at_its_field(cast, window, field, words):
    with pytest.raises(RuleViolation, match=words) as refused:
        register(cast.contact_centre, window=window)

    assert refused.value.field == field
    assert not Resident.objects.exists()


def test_a_window_that_has_begun_can_still_be_kept(cast):
    callback = register(cast.contact_centre, window=(MONDAY - HOUR, MONDAY + HOUR))

    assert callback.due_at == MONDAY + HOUR


def test_a_window_in_ten_working_days_is_possible(cast):
    window = (MONDAY + 14 * DAY, MONDAY + 14 * DAY + HOUR)

    assert register(cast.contact_centre, window=window).due_at == window[1]


def test_the_postcode_finds_the_team_and_says_why(cast, noord):
    callback = register(cast.contact_centre)

    assert (callback.team, callback.cluster) == (noord, noord.cluster)
    assert callback.neighbourhood == Neighbourhood.objects.get(assignments__cluster=noord.cluster)
    assert "postcode 1315AA 12" in callback.routing_reason


def test_a_wijk_chosen_by_hand_wins_over_the_postcode(cast, noord):
    other = AssignmentFactory(cluster__deviating=True)

    callback = register(cast.contact_centre, neighbourhood=other.neighbourhood)

    assert callback.cluster == other.cluster
    assert callback.team == other.cluster.routes_to
    assert "met de hand gekozen" in callback.routing_reason


@pytest.mark.parametrize(
    ("postcode", "words"), [("9999AA", "staat niet in de tabel"), ("", "Vul een postcode in")]
)
def test_without_a_team_the_postcode_is_asked_again(cast, postcode, words):
    with pytest.raises(RuleViolation, match=words) as refused:
        register(cast.contact_centre, postcode=postcode)

    assert refused.value.field == "postcode"
    assert not Resident.objects.exists()


def test_a_wijk_without_a_team_is_refused_at_its_own_field(cast):
    lonely = AssignmentFactory(cluster=ClusterFactory()).neighbourhood

    for neighbourhood in (lonely, NeighbourhoodFactory()):
        with pytest.raises(RuleViolation, match="geen team") as refused:
            register(cast.contact_centre, neighbourhood=neighbourhood)
        assert refused.value.field == "neighbourhood"


def test_the_same_form_sent_twice_makes_one_request_and_one_resident(cast):
    key = uuid.uuid4()

    first = register(cast.contact_centre, key=key)
    second = register(cast.contact_centre, key=key, name="Iemand anders")

    assert first == second
    assert (CallbackRequest.objects.count(), Resident.objects.count()) == (1, 1)
    assert lines_of(first) == ["callback.registered"]


def test_the_form_of_a_colleague_is_refused(cast):
    sent = CallbackFactory(registered_by=cast.help_desk)

    with pytest.raises(RuleViolation, match="collega"):
        register(cast.contact_centre, key=sent.submission_key)


def test_an_anonymous_caller_leaves_no_name(cast):
    callback = register(cast.contact_centre, name="Toch getypt", is_anonymous=True)

    assert (callback.resident.name, str(callback.resident)) == ("", "Anonieme beller")
