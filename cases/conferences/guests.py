"""Who can be a guest at a point; only reads (CT-11, KET-5)."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from cases.advice.advisers import KIND_OF_ROLE
from cases.conferences.models import ConferenceItem, ItemInvitation
from clusters.models import Membership, Role

KIND_OF_GUEST: dict[Role, str] = {**KIND_OF_ROLE, Role.CLIENT_SUPPORT: "oco"}
"""As what kind of recipient a consent is asked; of a linking pin whoever invites says so."""
CITYWIDE = (Role.CITY_SOCIAL_TEAM, Role.CITY_HALL_TEAM, Role.CLIENT_SUPPORT)
NO_DEBTS, DEBTS, SAFETY = "jgz", "schulden", "veiligheid"
"""What the JGZ is never shown, and what is ticked per guest (security 3.3 rows 7 and 8)."""


def memberships_of_guests(item: ConferenceItem, day: date) -> QuerySet[Membership]:
    """Colleagues of the team, linking pins and citywide colleagues, today and on the day itself.

    At a casustafel also wijkwerkers and linking pins of the other teams in the stadsdeel.
    """
    series = item.conference.series
    teams = series.teams(day).values("pk")
    near = Q(role=Role.TEAM_WORKER, team_id=item.file.team_id)
    near |= Q(role__in=(Role.TEAM_WORKER, Role.LIAISON), team_id__in=teams)
    rows = Membership.objects.running(day).filter(near | Q(role__in=CITYWIDE))
    then = Membership.objects.running(max(day, item.conference.held_on))
    return rows.filter(pk__in=then.values("pk")).exclude(
        user__in=item.file.workers(day).order_by().values("pk")
    )


def who_comes(rows: QuerySet[ItemInvitation], day: date) -> QuerySet[ItemInvitation]:
    """Each with ``comes``: still in the role, the team and under the agreement (CT-8)."""
    same = Q(team=OuterRef("team")) | Q(team__isnull=True)
    held = Membership.objects.running(day).filter(
        same, user=OuterRef("person"), role=OuterRef("role")
    )
    return rows.annotate(comes=Exists(held) | Q(person__isnull=True))


def needs_kind(membership: Membership) -> bool:
    """Whether who invites must say what kind of recipient this is."""
    return membership.role == Role.LIAISON
