"""To which teams a dossier can be handed, and who answers there (SST-1); only reads."""

from datetime import date

from django.db.models import QuerySet

from cases.dossiers.models import ResidentFile
from clusters.models import Membership, Role, Team, TeamKind, User

WORKS_IN = {
    TeamKind.WIJKTEAM: Role.TEAM_WORKER,
    TeamKind.CITY_SOCIAL_TEAM: Role.CITY_SOCIAL_TEAM,
    TeamKind.CITY_HALL_TEAM: Role.CITY_HALL_TEAM,
}
"""The kinds of teams that direct dossiers, with the role that does."""


def workers_of(team: Team, day: date) -> QuerySet[Membership]:
    """Who can direct a dossier of this team on ``day``."""
    role = WORKS_IN.get(TeamKind(team.kind), "")
    return Membership.objects.running(day).filter(team=team, role=role)


def managers_of(team_id: int, day: date) -> set[int]:
    """The managers of a team on ``day``."""
    running = Membership.objects.running(day).filter(team_id=team_id, role=Role.TEAM_MANAGER)
    return set(running.values_list("user_id", flat=True))


def teams_for(file: ResidentFile, day: date) -> QuerySet[Team]:
    """Every team in which somebody could take this dossier over, without its own."""
    able = Team.objects.none()
    for kind, role in WORKS_IN.items():
        staff = Membership.objects.running(day).filter(role=role).values("team_id")
        able |= Team.objects.filter(kind=kind, pk__in=staff)
    return able.exclude(pk=file.team_id).order_by("kind", "name", "pk")


def works_for(user: User, team: Team, day: date) -> bool:
    """Whether somebody can direct a dossier of this team on ``day``."""
    return workers_of(team, day).filter(user=user).exists()
