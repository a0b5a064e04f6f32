"""Index of the organisation's models."""

from clusters.organisation.models.areas import (
    Cluster,
    District,
    Neighbourhood,
    NeighbourhoodAssignment,
    PostcodeRule,
)
from clusters.organisation.models.hours import (
    ClosingDay,
    OpeningHours,
    decree_days,
    working_calendar,
)
from clusters.organisation.models.teams import PartnerOrganisation, Team, TeamKind, WorkLocation

__all__ = [
    "ClosingDay",
    "Cluster",
    "District",
    "Neighbourhood",
    "NeighbourhoodAssignment",
    "OpeningHours",
    "PartnerOrganisation",
    "PostcodeRule",
    "Team",
    "TeamKind",
    "WorkLocation",
    "decree_days",
    "working_calendar",
]
