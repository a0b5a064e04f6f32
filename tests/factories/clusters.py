"""Who we are, in the smallest valid record of each kind."""

from datetime import date
from typing import Any

import factory

from clusters.models import (
    TEAM_ROLES,
    ClosingDay,
    Cluster,
    District,
    Membership,
    Neighbourhood,
    NeighbourhoodAssignment,
    OpeningHours,
    PartnerOrganisation,
    PostcodeRule,
    Role,
    Specialism,
    SpecialismPeriod,
    Team,
    TeamKind,
    User,
    WorkLocation,
)

BEGIN = date(2020, 1, 1)
KIND_OF_ROLE = {
    Role.CONTACT_CENTRE: TeamKind.CONTACT_CENTRE,
    Role.HELP_DESK: TeamKind.CONTACT_CENTRE,
    Role.CITY_SOCIAL_TEAM: TeamKind.CITY_SOCIAL_TEAM,
    Role.CITY_HALL_TEAM: TeamKind.CITY_HALL_TEAM,
}


class DistrictFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = District

    code = factory.Sequence(lambda n: f"stadsdeel-{n}")
    name = factory.Sequence(lambda n: f"Stadsdeel {n}")


class NeighbourhoodFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Neighbourhood

    code = factory.Sequence(lambda n: f"wijk-{n}")
    name = factory.Sequence(lambda n: f"Wijk {n}")
    district = factory.SubFactory(DistrictFactory)


class ClusterFactory(factory.django.DjangoModelFactory):
    """A cluster without a team; ``deviating=True`` makes one like the tenth (CLU-8)."""

    class Meta:
        model = Cluster

    class Params:
        deviating = factory.Trait(
            deviating_service=True,
            routes_to=factory.SubFactory("tests.factories.clusters.TeamFactory"),
        )

    code = factory.Sequence(lambda n: f"cluster-{n}")
    name = factory.Sequence(lambda n: f"Cluster {n}")
    district = factory.SubFactory(DistrictFactory)
    valid_from = BEGIN


class AssignmentFactory(factory.django.DjangoModelFactory):
    """Neighbourhood and cluster share a district, whichever of the two is given."""

    class Meta:
        model = NeighbourhoodAssignment

    cluster = factory.SubFactory(ClusterFactory)
    neighbourhood = factory.SubFactory(
        NeighbourhoodFactory, district=factory.SelfAttribute("..cluster.district")
    )
    valid_from = BEGIN

    @classmethod
    def _generate(cls, strategy: str, params: dict[str, Any]) -> Any:
        if "neighbourhood" in params and "cluster" not in params:
            params.setdefault("cluster__district", params["neighbourhood"].district)
        return super()._generate(strategy, params)


class PostcodeRuleFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = PostcodeRule

    pc4 = factory.Sequence(lambda n: f"{1000 + n % 9000}")
    neighbourhood = factory.SubFactory(NeighbourhoodFactory)
    valid_from = BEGIN


class WorkLocationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = WorkLocation

    code = factory.Sequence(lambda n: f"locatie-{n}")
    name = factory.Sequence(lambda n: f"Locatie {n}")
    address = factory.Sequence(lambda n: f"Voorbeeldplein {n}")


class PartnerOrganisationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = PartnerOrganisation

    code = factory.Sequence(lambda n: f"partner-{n}")
    name = factory.Sequence(lambda n: f"Partner {n}")
    agreement_from = BEGIN


class TeamFactory(factory.django.DjangoModelFactory):
    """A wijkteam with a cluster of its own; another ``kind`` has no cluster."""

    class Meta:
        model = Team

    class Params:
        in_cluster = factory.LazyAttribute(lambda team: team.kind == TeamKind.WIJKTEAM)

    code = factory.Sequence(lambda n: f"team-{n}")
    name = factory.Sequence(lambda n: f"Team {n}")
    kind = TeamKind.WIJKTEAM
    cluster = factory.Maybe("in_cluster", factory.SubFactory(ClusterFactory), None)
    valid_from = BEGIN


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = User

    username = factory.Sequence(lambda n: f"medewerker-{n}")
    first_name = "Kim"
    last_name = factory.Sequence(lambda n: f"Achternaam {n}")
    email = factory.LazyAttribute(lambda user: f"{user.username}@example.org")
    job_title = "Medewerker"


class MembershipFactory(factory.django.DjangoModelFactory):
    """A role; one that is held in a team brings a new team of the kind that fits."""

    class Meta:
        model = Membership

    class Params:
        in_team = factory.LazyAttribute(lambda membership: membership.role in TEAM_ROLES)

    user = factory.SubFactory(UserFactory)
    role = Role.TEAM_WORKER
    team = factory.Maybe(
        "in_team",
        factory.SubFactory(
            TeamFactory,
            kind=factory.LazyAttribute(
                lambda team: KIND_OF_ROLE.get(team.factory_parent.role, TeamKind.WIJKTEAM)
            ),
        ),
        None,
    )
    organisation = factory.SubFactory(PartnerOrganisationFactory)
    valid_from = BEGIN


class SpecialismFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Specialism

    code = factory.Sequence(lambda n: f"specialisme-{n}")
    label = factory.Sequence(lambda n: f"Specialisme {n}")
    position = factory.Sequence(lambda n: n)


class SpecialismPeriodFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = SpecialismPeriod

    user = factory.SubFactory(UserFactory)
    specialism = factory.SubFactory(SpecialismFactory)
    valid_from = BEGIN


class OpeningHoursFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = OpeningHours

    weekday = factory.Sequence(lambda n: n % 7)
    opens = "08:30"
    closes = "17:00"


class ClosingDayFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ClosingDay

    date = factory.Sequence(lambda n: date.fromordinal(date(2026, 1, 2).toordinal() + n))
    label = "Sluitingsdag"
