"""Collective work of the wijkteams in the demo city, and plans of clusters (COL-1, CLU-12)."""

import uuid
from datetime import date, datetime, timedelta

from cases.collective.models import (
    ClusterPlan,
    CollectiveEntry,
    CollectiveKind,
    EffortClass,
    GoalStand,
    Reach,
)
from cases.collective.services import (
    EntryText,
    GoalText,
    add_progress,
    create_entry,
    create_goal,
    end_entry,
    write_vision,
)
from cases.community.models import Organisation
from cases.demo.cast import Cast
from cases.demo.talks import NAMESPACE
from cases.intakes.models import LifeDomain
from clusters.models import Neighbourhood, NeighbourhoodAssignment, Role, Team, TeamKind, User
from common.deadlines import local_day

DAY = timedelta(days=1)
K, R = CollectiveKind, Reach
MOMENTS = (
    (K.NETWORK, "Kennismaken met de praktijkondersteuner", "kort", R.FEW, 9),
    (K.PRESENCE, "Inloop in het buurthuis", "dagdeel", R.SOME, 23),
    (K.NETWORK, "Overleg met de school over schulden", "kort", R.FEW, 41),
    (K.PRESENCE, "Op de markt met de bakfiets", "dagdeel", R.MANY, 66),
    (K.NETWORK, "Lunch met de vrijwilligers van de voedselbank", "kort", R.SOME, 95),
    (K.PRESENCE, "Buurtfeest", "dag", R.MOST, 133),
    (K.NETWORK, "Rondje langs de winkeliers", "dagdeel", R.SOME, 172),
)
"""Kind, title, time, reach, and how many days ago."""
RUNNING = (
    (K.ACTIVITY, "Koffieochtend voor nieuwe bewoners", "dagdeel", R.SOME, 150, ""),
    (K.INITIATIVE, "Moestuin achter de flat", "kort", R.SOME, 80, ""),
    (K.ACTIVITY, "Cursus omgaan met geld", "dag", R.SOME, 170, "Elf mensen maakten de cursus af."),
    (K.INITIATIVE, "Repaircafé", "kort", R.UNKNOWN, None, ""),
)
"""Kind, title, time per month, reach, since how many days (None: an idea), and what came of it."""
VISION = (
    "Bewoners kennen elkaar en weten waar ze terechtkunnen. Het wijkteam is op vaste plekken te "
    "vinden en ondersteunt wat bewoners zelf beginnen."
)
GOALS = (
    (
        GoalText(
            "Minder eenzaamheid onder ouderen",
            "Ouderen in de flats doen mee aan iets in de buurt.",
            "Bezoekers van de koffieochtend per week, geteld door het buurthuis",
            "30 per week eind volgend jaar",
        ),
        GoalStand.ON_TRACK,
        "Gemiddeld 18 bezoekers. De tweede ochtend begint na de vakantie.",
    ),
    (
        GoalText(
            "Schulden eerder in beeld",
            "Mensen komen voordat er een deurwaarder is.",
            "Gesprekken over geld op de inloop, geteld door het team",
            "20 per kwartaal",
        ),
        GoalStand.BEHIND,
        "De inloop over geld is twee keer uitgevallen.",
    ),
)
WITHOUT_PLAN = 4  # every fourth cluster has not written one yet


def create_collective(*, cast: Cast, now: datetime) -> None:
    """Some of everything for every wijkteam; each team begins a little further back in time."""
    lists = _Lists(now)
    for place, team in enumerate(_wijkteams(cast)):
        people = [each for each in cast.workers[team.pk] if each.acting_role == Role.TEAM_WORKER]
        where = _neighbourhoods(team, lists.today)
        if people and where:
            _moments(lists, team, people, where, place)
            _running(lists, team, people[0], where, place)
    _plans(cast, now)


class _Lists:
    """What the lines choose from, read once."""

    def __init__(self, now: datetime) -> None:
        self.now, self.today = now, local_day(now)
        self.efforts = {row.code: row for row in EffortClass.objects.all()}
        self.topics = list(LifeDomain.objects.in_use())
        self.partners = list(Organisation.objects.order_by("pk"))

    def topic(self, number: int) -> LifeDomain:
        """Every line another one."""
        return self.topics[number % len(self.topics)]

    def partner(self, number: int) -> list[Organisation]:
        """One of the sociale kaart."""
        return self.partners[number % len(self.partners) :][:1] if self.partners else []


def _moments(
    lists: _Lists, team: Team, people: list[User], where: list[Neighbourhood], place: int
) -> None:
    """Contacts and presence, by turns in each neighbourhood but the last."""
    seen = where[:-1] or where
    for number, (kind, title, effort, reach, ago) in enumerate(MOMENTS[: 7 - place % 3]):
        by = people[number % len(people)]
        text = EntryText(
            kind=kind,
            title=title,
            topic=lists.topic(place + number),
            neighbourhood=seen[number % len(seen)],
            employee=by,
            effort=lists.efforts[effort],
            day=lists.today - (ago + place) * DAY,
            reach=reach,
            partners=lists.partner(place + number) if kind == K.NETWORK else (),
        )
        _create(team, text, by, lists.now, f"moment-{number}")


def _running(lists: _Lists, team: Team, by: User, where: list[Neighbourhood], place: int) -> None:
    """Activities and initiatives: an idea, two that run, one that ended."""
    for number, (kind, title, effort, reach, ago, outcome) in enumerate(RUNNING):
        text = EntryText(
            kind=kind,
            title=title,
            topic=lists.topic(number),
            neighbourhood=where[number % len(where)],
            employee=by,
            effort=lists.efforts[effort],
            day=None if ago is None else lists.today - (ago + place) * DAY,
            reach=reach,
            partners=lists.partner(number),
        )
        entry = _create(team, text, by, lists.now, f"loopt-{number}")
        if outcome:
            end_entry(
                entry_id=entry.pk,
                step="complete",
                day=lists.today - 40 * DAY,
                outcome=outcome,
                by=by,
                at=lists.now,
            )


def _create(team: Team, text: EntryText, by: User, now: datetime, name: str) -> CollectiveEntry:
    key = uuid.uuid5(NAMESPACE, f"collective:{team.pk}:{name}")
    return create_entry(submission_key=key, team=team, text=text, by=by, at=now)


def _plans(cast: Cast, now: datetime) -> None:
    """A vision and two opgaven with progress, written by the manager of the cluster."""
    for place, team in enumerate(_wijkteams(cast)):
        by, cluster = cast.managers.get(team.pk), team.cluster
        if by is None or cluster is None or place % WITHOUT_PLAN == WITHOUT_PLAN - 1:
            continue
        if ClusterPlan.objects.filter(cluster=cluster).exists():
            continue
        write_vision(cluster=cluster, vision=VISION, version=0, by=by, at=now)
        for number, (text, stand, note) in enumerate(GOALS):
            key = uuid.uuid5(NAMESPACE, f"opgave:{cluster.pk}:{number}")
            goal = create_goal(submission_key=key, cluster=cluster, text=text, by=by, at=now)
            add_progress(
                submission_key=uuid.uuid5(NAMESPACE, f"voortgang:{cluster.pk}:{number}"),
                goal_id=goal.pk,
                on=local_day(now) - 20 * DAY,
                stand=stand,
                note=note,
                by=by,
                at=now,
            )


def _wijkteams(cast: Cast) -> list[Team]:
    return [team for team in cast.teams.values() if team.kind == TeamKind.WIJKTEAM]


def _neighbourhoods(team: Team, today: date) -> list[Neighbourhood]:
    """Those of the cluster of the team, by name."""
    rows = NeighbourhoodAssignment.objects.valid_on(today).filter(cluster=team.cluster_id)
    found = rows.select_related("neighbourhood").order_by("neighbourhood__name")
    return [row.neighbourhood for row in found]
