"""Days on which nobody of a specialism is there, per cluster; only reads (VER-3, AF-15).

Four queries however many clusters, people and days.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from clusters.absence.presence import Presence, presence_of
from clusters.organisation.models import Cluster, Team
from clusters.people.models import Membership, Role, Specialism, SpecialismPeriod, User
from common.deadlines import ONE_DAY, WorkCalendar
from common.dutch_dates import full_date

AHEAD = timedelta(days=27)
"""Four weeks, today included."""
COUNTING = (Role.TEAM_WORKER, Role.TEAM_MANAGER)


@dataclass(frozen=True)
class Gap:
    """Working days in a row on which nobody of the cluster with this specialism is there."""

    cluster: Cluster
    specialism: Specialism
    days: list[date]
    people: list[User]

    @property
    def period_text(self) -> str:
        """Which days, in words."""
        if len(self.days) == 1:
            return full_date(self.days[0])
        return f"{full_date(self.days[0])} t/m {full_date(self.days[-1])}"

    @property
    def count_text(self) -> str:
        """How many working days."""
        return "1 werkdag" if len(self.days) == 1 else f"{len(self.days)} werkdagen"


def gaps_for(user: User, today: date) -> list[Gap]:
    """The gaps of the coming four weeks in the clusters one leads, or in all, soonest first."""
    last = today + AHEAD
    roles = list(_roles(user, today, last))
    people = {row.user_id: row.user for row in roles}
    skills = SpecialismPeriod.objects.filter(user__in=people, valid_from__lte=last)
    skills = skills.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=today))
    known = presence_of(list(people), today, last)
    days = _working_days(known.calendar, today, last)
    found = [
        gap
        for (cluster, specialism), members in _members(roles, skills).items()
        for gap in _gaps(cluster, specialism, members, known, days)
    ]
    return sorted(found, key=lambda gap: (gap.days[0], gap.cluster.name, gap.specialism.position))


Members = dict[int, tuple[list[Membership], list[SpecialismPeriod]]]


def _roles(user: User, first: date, last: date) -> list[Membership]:
    """Who works in these clusters at some time in the period."""
    rows = Membership.objects.filter(
        Q(valid_until__isnull=True) | Q(valid_until__gte=first),
        valid_from__lte=last,
        role__in=COUNTING,
        team__cluster__isnull=False,
        user__is_active=True,
    )
    if user.acting_role != Role.GENERAL_MANAGER:
        led = Team.objects.filter(pk__in=user.team_ids, cluster__isnull=False)
        rows = rows.filter(team__cluster__in=led.values("cluster"))
    return list(rows.select_related("user", "team__cluster", "organisation").order_by("pk"))


def _members(
    roles: list[Membership], skills: QuerySet[SpecialismPeriod]
) -> dict[tuple[Cluster, Specialism], Members]:
    """Per cluster and specialism: whose role and whose specialism may count."""
    of_person: dict[int, list[SpecialismPeriod]] = defaultdict(list)
    for skill in skills.select_related("specialism"):
        of_person[skill.user_id].append(skill)
    found: dict[tuple[Cluster, Specialism], Members] = defaultdict(dict)
    for role in roles:
        assert role.team is not None and role.team.cluster is not None  # noqa: S101, PT018
        for skill in of_person[role.user_id]:
            members = found[role.team.cluster, skill.specialism]
            held, known = members.setdefault(role.user_id, ([], []))
            held.append(role)
            known.append(skill)
    return found


def _working_days(calendar: WorkCalendar, first: date, last: date) -> list[date]:
    days = [first + number * ONE_DAY for number in range((last - first).days + 1)]
    return [day for day in days if calendar.is_working_day(day)]


def _gaps(
    cluster: Cluster,
    specialism: Specialism,
    members: Members,
    known: Presence,
    days: list[date],
) -> list[Gap]:
    """Runs of working days without anybody."""
    people = [held[0].user for held, _ in members.values()]
    runs: list[list[date]] = [[]]
    for day in days:
        if _somebody(members, known, day):
            runs.append([])
        else:
            runs[-1].append(day)
    return [Gap(cluster, specialism, run, people) for run in runs if run]


def _somebody(members: Members, known: Presence, day: date) -> bool:
    """Whether anybody with the specialism holds a role and is there on ``day``."""
    return any(
        known.is_present(person_id, day)
        and any(role.runs_on(day) for role in held)
        and any(skill.holds_on(day) for skill in skills)
        for person_id, (held, skills) in members.items()
    )
