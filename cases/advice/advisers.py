"""Which colleagues can be asked for advice from a dossier; only reads (AV-1, SST-8, DIF-3)."""

from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from cases.dossiers.models import ResidentFile
from clusters.models import Membership, Role, SpecialismPeriod

OF_THE_CITY = (Role.CITY_SOCIAL_TEAM, Role.CITY_HALL_TEAM)
KIND_OF_ROLE = {
    Role.CITY_SOCIAL_TEAM: "sst",
    Role.CITY_HALL_TEAM: "stadhuis",
    Role.TEAM_WORKER: "wijkteam",
}
"""As what kind of recipient a consent is asked for a colleague outside the team (AV-3)."""


def memberships_of_advisers(file: ResidentFile, day: date) -> QuerySet[Membership]:
    """The SST, the Stadhuis team, and who has a specialism in the team or its cluster."""
    periods = SpecialismPeriod.objects.valid_on(day).filter(user=OuterRef("user_id"))
    near = Q(team_id=file.team_id)
    if file.team.cluster_id is not None:
        near |= Q(team__cluster_id=file.team.cluster_id)
    skilled = Q(Exists(periods), near, role=Role.TEAM_WORKER)
    return Membership.objects.running(day).filter(skilled | Q(role__in=OF_THE_CITY))


def with_skills(rows: QuerySet[Membership], day: date) -> QuerySet[Membership]:
    """With the person, the team and the specialisms of today; two queries."""
    periods = SpecialismPeriod.objects.valid_on(day).select_related("specialism")
    skills = Prefetch(
        "user__specialism_periods",
        periods.order_by("specialism__position"),
        to_attr="current_specialisms",
    )
    return rows.select_related("user", "team").prefetch_related(skills)


def works_in_team(membership: Membership, file: ResidentFile) -> bool:
    """Whether this is a wijkwerker of the team of the dossier: then nothing is shared outside."""
    return membership.role == Role.TEAM_WORKER and membership.team_id == file.team_id
