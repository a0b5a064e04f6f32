"""Index of the rooms' models: Django looks here, and so do the apps above."""

from clusters.absence.models import Absence, AbsenceChange, AbsenceKind, DayHalf, WorkPattern
from clusters.cover.models import Cover
from clusters.login.models import Authenticator, Invitation, OpenSession, RecoveryCode
from clusters.notices.models import Notice, OutboxMail
from clusters.operations.models import SweepRun
from clusters.organisation.models import (
    ClosingDay,
    Cluster,
    District,
    Neighbourhood,
    NeighbourhoodAssignment,
    OpeningHours,
    PartnerOrganisation,
    PostcodeRule,
    Team,
    TeamKind,
    WorkLocation,
    decree_days,
    working_calendar,
)
from clusters.people.models import (
    HANDLING_ROLES,
    SEPARATED_ROLES,
    TEAM_ROLES,
    Membership,
    Role,
    Specialism,
    SpecialismPeriod,
    User,
)
from clusters.profile.models import ProfileWish

__all__ = [
    "HANDLING_ROLES",
    "SEPARATED_ROLES",
    "TEAM_ROLES",
    "Absence",
    "AbsenceChange",
    "AbsenceKind",
    "Authenticator",
    "ClosingDay",
    "Cluster",
    "Cover",
    "DayHalf",
    "District",
    "Invitation",
    "Membership",
    "Neighbourhood",
    "NeighbourhoodAssignment",
    "Notice",
    "OpenSession",
    "OpeningHours",
    "OutboxMail",
    "PartnerOrganisation",
    "PostcodeRule",
    "ProfileWish",
    "RecoveryCode",
    "Role",
    "Specialism",
    "SpecialismPeriod",
    "SweepRun",
    "Team",
    "TeamKind",
    "User",
    "WorkLocation",
    "WorkPattern",
    "decree_days",
    "working_calendar",
]
