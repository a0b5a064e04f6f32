"""What people do in any order: be ill, cover, hand out, leave, come back, hand over (issue 8).

Every act is of who may do it, in the world of ``test_any_order``: two teams, each with a manager.
"""

import uuid
from datetime import timedelta

from django.utils import timezone

from cases.callbacks.services import claim_callback
from cases.dossiers.services import transfer_direction
from cases.handout.models import HandOut
from cases.handout.services import undo_hand_out
from cases.handovers.models import Handover
from cases.handovers.worker import expire_handovers
from cases.models import CallbackRequest, ResidentFile
from clusters.absence.services import enter_absence
from clusters.cover.services import arrange_cover, end_cover
from clusters.models import Cover, Membership, Team, User
from clusters.people.services import end_role, grant_role
from tests.cases.handout.conftest import board, give
from tests.cases.handovers import acting as handovers
from tests.factories.cases import CallbackFactory

DAY = timedelta(days=1)


def user(number):
    """As a new request knows them."""
    return User.objects.get(pk=number)


def _home(one):
    """The team in which somebody works, or worked last."""
    return Membership.objects.filter(user=one).order_by("-pk").first().team


def _leader(world, one):
    """Who leads that team."""
    return user(world.managers[_home(one).pk])


def _absent(world, one, other, days):
    today = timezone.localdate()
    enter_absence(
        submission_key=uuid.uuid4(),
        employee_id=one,
        kind="sick",
        first_day=today,
        last_day=today + days * DAY,
        half="whole",
        by=_leader(world, one),
    )


def _cover(world, one, other, days):
    today = timezone.localdate()
    arrange_cover(
        submission_key=uuid.uuid4(),
        employee_id=one,
        deputy=user(other),
        first_day=today,
        last_day=today + days * DAY,
        by=_leader(world, one),
    )


def _uncover(world, one, other, days):
    row = Cover.objects.running(timezone.localdate()).filter(employee=one).get()
    end_cover(cover_id=row.pk, by=_leader(world, one))


def _hand(world, one, other, days):
    chosen = board(user(one), _home(one)).proposal()
    give(user(one), _home(one), _leader(world, one), chosen)


def _undo(world, one, other, days):
    newest = HandOut.objects.latest("pk")
    undo_hand_out(handout_id=newest.pk, by=user(world.managers[newest.team_id]))


def _depart(world, one, other, days):
    held = Membership.objects.running(timezone.localdate()).get(user=one)
    end_role(membership_id=held.pk, on=timezone.localdate(), by=user(world.maintainer))


def _back(world, one, other, days):
    before = Membership.objects.filter(user=one).order_by("-pk").first()
    grant_role(
        user_id=one,
        role=before.role,
        team_id=before.team_id,
        organisation_id=before.organisation_id,
        valid_from=timezone.localdate(),
        valid_until=None,
        by=user(world.maintainer),
    )


def _direct(world, one, other, days):
    file = ResidentFile.objects.open().get(director=one)
    manager = world.managers.get(file.team_id, 0)
    transfer_direction(
        file_id=file.pk,
        version=file.version,
        person=user(other),
        reason="x",
        by=user(manager),
    )


def _claim(world, one, other, days):
    row = CallbackRequest.objects.filter(state="waiting").first()
    claim_callback(callback_id=row.pk if row else 0, by=user(one))


def _call(world, one, other, days):
    """Somebody calls; now and then the resident of the dossier, and the casusregisseur has it."""
    if days % 2:
        CallbackFactory(team=world.team)
        return
    file = ResidentFile.objects.open().get()
    facts = {"resident": file.resident, "team": file.team, "handler": file.director}
    CallbackFactory(claimed=True, **facts)


def _offer(world, one, other, days):
    """To the other of the two teams."""
    file = ResidentFile.objects.open().get()
    to_team = Team.objects.exclude(pk=file.team_id).get(pk__in=world.managers)
    handovers.offer(file, file.director, to_team)


def _accept(world, one, other, days):
    """By somebody of that team, mostly as is usual, now and then everything along or nothing."""
    found = Handover.objects.latest("pk")
    chosen = handovers.choices_of(found, timezone.localdate())
    if days < 2:
        chosen = dict.fromkeys(chosen, ("along", "stays")[days])
    handovers.accept(found, user(one), director=user(other), chosen=chosen)


def _refuse(world, one, other, days):
    handovers.refuse(Handover.objects.latest("pk"), user(one))


def _withdraw(world, one, other, days):
    found = Handover.objects.latest("pk")
    handovers.withdraw(found, user(found.file.director_id))


def _early(world, one, other, days):
    handovers.early(Handover.objects.latest("pk"), user(one))


def _expire(world, one, other, days):
    expire_handovers(at=timezone.now())


ACTS = {
    "absent": _absent,
    "cover": _cover,
    "uncover": _uncover,
    "hand": _hand,
    "undo": _undo,
    "depart": _depart,
    "back": _back,
    "direct": _direct,
    "claim": _claim,
    "call": _call,
    "offer": _offer,
    "accept": _accept,
    "refuse": _refuse,
    "withdraw": _withdraw,
    "early": _early,
    "expire": _expire,
}
