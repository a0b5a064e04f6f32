"""Whose figures of the Sociaal Stedelijk Team somebody sees (SD-1, security 3.3 rows 9 and 14)."""

from django.http import Http404

from clusters.models import Role, Team, TeamKind, User

NAMED_ROLES = frozenset({Role.CITY_SOCIAL_TEAM, Role.TEAM_MANAGER})
"""Who may read with which colleague something lies; above the team nobody is named."""


def sst_teams(user: User) -> frozenset[int]:
    """The teams of which this employee sees the figures.

    Raises: Http404 for who leads a wijkteam only: for them this team is not there.
    """
    if user.acting_role == Role.GENERAL_MANAGER:
        found = Team.objects.filter(kind=TeamKind.CITY_SOCIAL_TEAM).values_list("pk", flat=True)
        return frozenset(found)
    if user.acting_role == Role.CITY_SOCIAL_TEAM:
        return user.team_ids
    if not leads_sst(user):
        raise Http404
    teams = [row.team for row in user.acting_memberships]
    return frozenset(team.pk for team in teams if team is not None and _is_sst(team))


def leads_sst(user: User) -> bool:
    """Whether a manager leads the Sociaal Stedelijk Team; no query."""
    rows = user.acting_memberships if user.acting_role == Role.TEAM_MANAGER else ()
    return any(_is_sst(row.team) for row in rows)


def _is_sst(team: Team | None) -> bool:
    return team is not None and team.kind == TeamKind.CITY_SOCIAL_TEAM
