"""One factory per model; a factory makes the smallest valid record and nothing surprising."""

from tests.factories.clusters import (
    AssignmentFactory,
    ClosingDayFactory,
    ClusterFactory,
    DistrictFactory,
    MembershipFactory,
    NeighbourhoodFactory,
    OpeningHoursFactory,
    PartnerOrganisationFactory,
    PostcodeRuleFactory,
    SpecialismFactory,
    SpecialismPeriodFactory,
    TeamFactory,
    UserFactory,
    WorkLocationFactory,
)

__all__ = [
    "AssignmentFactory",
    "ClosingDayFactory",
    "ClusterFactory",
    "DistrictFactory",
    "MembershipFactory",
    "NeighbourhoodFactory",
    "OpeningHoursFactory",
    "PartnerOrganisationFactory",
    "PostcodeRuleFactory",
    "SpecialismFactory",
    "SpecialismPeriodFactory",
    "TeamFactory",
    "UserFactory",
    "WorkLocationFactory",
]
