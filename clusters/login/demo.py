"""Signing in as a demo person, in demo mode and with a database of demo data only (design 10)."""

from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone

from clusters.people.models import Membership, Role, User

WHAT_YOU_SEE = {
    Role.TEAM_WORKER: "De terugbelverzoeken van één wijkteam: oppakken, bellen, afronden.",
    Role.TEAM_MANAGER: "Wat te laat is, wie te veel heeft, en het dashboard van het team.",
    Role.GENERAL_MANAGER: "Alle clusters: wat ver over de termijn is, en de cijfers.",
    Role.CONTACT_CENTRE: "Een beller aan de lijn: binnen een halve minuut vastgelegd.",
    Role.HELP_DESK: "Vragen uit de wijk aannemen en naar het juiste team sturen.",
    Role.CITY_SOCIAL_TEAM: "Wat aan het Sociaal Stedelijk Team is aangeboden, en de cijfers.",
    Role.CITY_HALL_TEAM: "De terugbelverzoeken van het Wmo-team in het Stadhuis.",
    Role.LIAISON: "Wie bij welk wijkteam hoort.",
    Role.CLIENT_SUPPORT: "Wie bij welk wijkteam hoort.",
    Role.STEERING_GROUP: "Wat de stuurgroep ziet: geen namen van inwoners.",
    Role.COMMISSIONER: "Wat de opdrachtgever ziet: geen namen van inwoners.",
    Role.APPLICATION_MANAGER: "Clusters, teams en lijsten beheren; geen gegevens van inwoners.",
    Role.PRIVACY_OFFICER: "Het logboek: wie zag of wijzigde wat, wanneer en waarom.",
    Role.CONTROLLER: "Wat de controller ziet: geen namen van inwoners.",
}


@dataclass(frozen=True)
class DemoPerson:
    """A card on the login page."""

    user: User
    role: str
    role_label: str
    team: str
    what_you_see: str


def demo_database_is_clean() -> bool:
    """Whether every account is a demo account; a demo never opens a database with real people."""
    return not User.objects.filter(is_demo=False).exists()


def demo_people() -> list[DemoPerson]:
    """One demo person for every role that somebody has, in the order of the roles."""
    if not settings.DEMO or not demo_database_is_clean():
        return []
    rows = (
        Membership.objects.running(timezone.localdate())
        .filter(user__is_demo=True)
        .select_related("user", "team")
        .order_by("pk")
    )
    first: dict[str, Membership] = {}
    for row in rows:
        first.setdefault(row.role, row)
    return [_card(first[role]) for role in Role if role in first]


def _card(row: Membership) -> DemoPerson:
    """What the card of this person says."""
    role = Role(row.role)
    return DemoPerson(
        user=row.user,
        role=role.value,
        role_label=role.label,
        team=str(row.team or ""),
        what_you_see=WHAT_YOU_SEE[role],
    )
