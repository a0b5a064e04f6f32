"""Roles begin and end here: nobody gets two that must stay apart, nobody changes their own."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from audit.services import record
from clusters.organisation.models import PartnerOrganisation, Team, TeamKind
from clusters.people.leaving import must_have_no_work
from clusters.people.models import EXCLUSIVE_ROLES, TEAM_ROLES, Membership, Role, User
from clusters.permissions import Action, require
from common.access import Decision
from common.errors import RuleViolation

KINDS = {
    Role.TEAM_WORKER: TeamKind.WIJKTEAM,
    Role.CONTACT_CENTRE: TeamKind.CONTACT_CENTRE,
    Role.CITY_SOCIAL_TEAM: TeamKind.CITY_SOCIAL_TEAM,
    Role.CITY_HALL_TEAM: TeamKind.CITY_HALL_TEAM,
}
"""Roles that belong in one kind of team only."""


@transaction.atomic
def grant_role(
    *,
    user_id: int,
    role: str,
    team_id: int | None,
    organisation_id: int,
    valid_from: date,
    valid_until: date | None,
    by: User | None,
) -> Membership:
    """Somebody holds a role for a period, in a team or for the city, on behalf of a partner.

    Rules: H2 (separated roles), H3 (never one's own), ORG-1 (one home organisation per role).
    Raises: RuleViolation when the role clashes with another, is held already or does not fit the
        team; PermissionDenied.
    Effects: audit line.
    """
    user = User.objects.select_for_update().get(pk=user_id)
    decision = _require(by, Action.GRANT_ROLE, user_id)
    team = Team.objects.get(pk=team_id) if team_id is not None else None
    _check_role_fits(role, team)
    if valid_until is not None and valid_until < valid_from:
        raise RuleViolation("De einddatum ligt voor de begindatum.", field="valid_until")
    _refuse_clash(_overlapping(user, valid_from, valid_until), role, team)
    membership = Membership.objects.create(
        user=user,
        role=role,
        team=team,
        organisation=PartnerOrganisation.objects.get(pk=organisation_id),
        valid_from=valid_from,
        valid_until=valid_until,
    )
    record("role.created", membership, by=by, decision=decision)
    return membership


@transaction.atomic
def end_role(*, membership_id: int, on: date, by: User | None) -> Membership:
    """``on`` is the last day this role counts; the line stays as history.

    Rules: H3 (never one's own), CLU-1 (history stays), UD-6 (today or earlier only when no work is
        left behind in the team).
    Raises: RuleViolation when the role begins later or ends earlier, or work is still with the
        employee; PermissionDenied.
    Effects: audit line; from the next day on, and at the next click, the rights are gone.
    """
    membership = Membership.objects.select_for_update().get(pk=membership_id)
    decision = _require(by, Action.END_ROLE, membership.user_id)
    if on < membership.valid_from:
        raise RuleViolation("De rol was toen nog niet begonnen.", field="valid_until")
    if membership.valid_until is not None and on > membership.valid_until:
        raise RuleViolation(
            "Deze rol eindigt al eerder. Geef een nieuwe rol om te verlengen.", field="valid_until"
        )
    if on <= timezone.localdate() and membership.team_id is not None and by is not None:
        must_have_no_work(membership.user_id, membership.team_id, field="valid_until")
    membership.valid_until = on
    membership.save(update_fields=["valid_until"])
    record("role.ended", membership, by=by, decision=decision, fields=["valid_until"])
    return membership


def _require(by: User | None, action: Action, user_id: int) -> Decision | None:
    """The reason ``by`` may do this; nobody may do it to themselves (H3)."""
    if by is None:
        return None
    if by.pk == user_id:
        raise PermissionDenied("H3")
    return require(by, action)


def _check_role_fits(role: str, team: Team | None) -> None:
    """A team role needs a team of the right kind, a city role has none."""
    if (role in TEAM_ROLES) != (team is not None):
        text = (
            "Kies een team bij deze rol." if team is None else "Deze rol hoort niet bij een team."
        )
        raise RuleViolation(text, field="team")
    kind = KINDS.get(Role(role))
    if team is not None and kind is not None and team.kind != kind:
        raise RuleViolation(f"Deze rol hoort bij een ander soort team: {kind.label}.", field="team")


def _overlapping(user: User, begin: date, end: date | None) -> QuerySet[Membership]:
    """Roles of this person that share a day with the period."""
    rows = user.memberships.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=begin))
    return rows if end is None else rows.filter(valid_from__lte=end)


def _refuse_clash(held: QuerySet[Membership], role: str, team: Team | None) -> None:
    """H2: commissioner, steering group, controller and application manager stand alone."""
    for other in held:
        if other.role == role and other.team_id == (team.pk if team else None):
            raise RuleViolation("Deze medewerker heeft deze rol al in deze periode.", field="role")
        if other.role != role and {other.role, role} & EXCLUSIVE_ROLES:
            raise RuleViolation(
                f"{Role(role).label} gaat niet samen met {other.get_role_display()}.", field="role"
            )
