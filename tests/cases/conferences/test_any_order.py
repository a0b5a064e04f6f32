"""Whatever is done in whatever order: no guest sees too much, no point is lost, the regie stays."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.conferences.models import (
    Conference,
    ConferenceItem,
    ItemAgreement,
    ItemInvitation,
)
from cases.conferences.services import plan_conferences
from cases.dossiers import services as dossiers
from cases.dossiers.models import ResidentFile
from cases.models import Consent, Resident, Task
from clusters.models import PartnerOrganisation, User
from common.errors import RuleViolation
from tests.cases.conferences.acting import (
    agree,
    bring,
    cancel,
    close,
    end,
    guest,
    invite,
    minutes,
    move,
    move_item,
    outside,
    uninvite,
    withdraw,
)
from tests.factories.advice import consent_for
from tests.factories.cases import MONDAY
from tests.factories.conferences import DAY, TODAY

NAMES = ["bring", "anonymous", "invite", "outside", "uninvite", "withdraw", "minutes", "agree"]
NAMES += ["end", "move", "move_item", "cancel", "close", "plan", "revoke", "die", "leave", "shut"]
ACTS = st.lists(st.tuples(st.sampled_from(NAMES), st.integers(0, 3)), max_size=16)
KEPT = ("running_memberships", "roles", "acting_role", "acting_memberships", "team_ids")
GONE = (
    RuleViolation,
    PermissionDenied,
    Conference.DoesNotExist,
    ConferenceItem.DoesNotExist,
    ItemInvitation.DoesNotExist,
    ItemAgreement.DoesNotExist,
    ResidentFile.DoesNotExist,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=ACTS)
def test_no_sequence_of_acts_shows_too_much_or_loses_a_point(acts, file, cast, meeting):
    people = [cast.handler, cast.team_worker, cast.team_manager, cast.liaison]
    with transaction.atomic():
        consent = consent_for(file.resident, "wi", given_on=TODAY)
        plan_conferences(at=MONDAY)
        for act, number in acts:
            _try(act, people[number], people, file, number)
        file.refresh_from_db()
        assert (file.director, file.team) == (cast.handler, meeting.series.team)
        consent.refresh_from_db()
        for item in ConferenceItem.objects.select_related("conference"):
            _must_hold(item, cast, consent)
        assert Task.objects.exclude(owner=cast.handler).count() == 0
        transaction.set_rollback(True)


def _must_hold(item, cast, consent):
    """What is true of one point at any moment."""
    fresh = User.objects.get(pk=cast.liaison.pk)
    sees = item in ConferenceItem.objects.visible_to(fresh)
    standing = item.invitations.current().filter(person=fresh).exists()
    assert standing or not sees
    if sees and not item.is_anonymous:
        assert consent.is_in_force(TODAY)
        assert Resident.objects.get(pk=item.resident_id).deceased_on is None
    if item.state == "withdrawn" or not PartnerOrganisation.objects.get(
        code="moeder"
    ).takes_part_on(TODAY):
        assert not sees
    assert (item.answer == b"") == (item.state == "waiting")
    if item.is_waiting:
        later = Conference.objects.planned().filter(series=item.conference.series_id)
        later = later.filter(held_on__gt=item.conference.held_on)
        assert item.conference.is_planned or not later.exists()
    for agreed in item.agreements.all():
        assert (agreed.task is None) != (agreed.guest is None)
        assert item.is_discussed


def _try(act, by, people, file, number):
    """One act of the sequence on the newest point; what is refused changes nothing."""
    item = ConferenceItem.objects.order_by("-pk").first()
    guests = ItemInvitation.objects.order_by("-pk")
    agreed = ItemAgreement.objects.filter(task=None).order_by("-pk").first()
    meetings = list(Conference.objects.planned().order_by("held_on", "pk"))
    first = Conference.objects.order_by("held_on", "pk").first()
    if item is None and act not in ("bring", "anonymous", "plan", "revoke", "die", "leave", "shut"):
        return
    gone = {"withdrawn_on": TODAY, "withdrawn_by": "resident", "withdrawn_at": MONDAY}
    acts = {
        "bring": lambda: bring(file, by, meetings[number]),
        "anonymous": lambda: bring(file, by, meetings[0], is_anonymous=True),
        "invite": lambda: invite(item, by, guest(people[3], "wi"), guest(people[1])),
        "outside": lambda: invite(item, by, outside("wi")),
        "uninvite": lambda: uninvite(guests[0], by) if guests else None,
        "withdraw": lambda: withdraw(item, by),
        "minutes": lambda: minutes(item, by, words=f"Advies {number}."),
        "agree": lambda: agree(item, by, people[0] if number % 2 or not guests else guests[0]),
        "end": lambda: end(agreed, by) if agreed else None,
        "move": lambda: move(first, by, days=number),
        "move_item": lambda: move_item(item, by, meetings[-1]),
        "cancel": lambda: cancel(first, by),
        "close": lambda: close(first, by),
        "plan": lambda: plan_conferences(at=MONDAY + number * 7 * DAY),
        "revoke": lambda: Consent.objects.update(**gone, withdrawn_noted_by=people[0]),
        "die": lambda: Resident.objects.filter(pk=file.resident_id).update(deceased_on=TODAY),
        "leave": lambda: PartnerOrganisation.objects.update(agreement_until=TODAY - DAY),
        "shut": lambda: dossiers.close_file(file_id=file.pk, words="x", by=by),
    }
    for person in people:
        for name in (
            "running_memberships",
            "roles",
            "acting_role",
            "acting_memberships",
            "team_ids",
        ):
            person.__dict__.pop(name, None)
    try:
        with transaction.atomic():
            acts[act]()
    except (*GONE, IndexError):
        pass
