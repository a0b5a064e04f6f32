"""Which requests the demo city gets: how many of each story, when, and for which team."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from random import Random

from cases.demo import stories
from cases.demo.stories import DAY, FINISHED, HOUR, Story
from common.deadlines import WorkCalendar

WORKING_DAYS = 60
FINISHED_AFTER = 4  # a finished story begins at least so many working days ago
URGENCIES = {"normaal": 65, "ruim": 22, "spoed": 13}
SUBJECTS = {
    "geld": 16,
    "wonen": 9,
    "hulp-thuis": 13,
    "hulpmiddel": 12,
    "mantelzorg": 8,
    "dagbesteding": 6,
    "gezin": 8,
    "psychisch": 8,
    "verslaving": 3,
    "eenzaam": 6,
    "veiligheid": 3,
    "lopend": 14,
    "anders": 4,
}

OnTheDesk = tuple[Story, str, tuple[int, int]]
EVERY_TEAM: tuple[OnTheDesk, ...] = (
    # story, urgency, how many working minutes ago it was written down
    (stories.left_alone, "spoed", (5, 80)),
    (stories.left_alone, "normaal", (5, 200)),
    (stories.left_alone, "normaal", (60, 400)),
    (stories.left_alone, "ruim", (2 * HOUR, 2 * DAY)),
    (stories.left_alone, "normaal", (DAY + 9 * HOUR, DAY + 12 * HOUR)),
    (stories.on_a_desk, "normaal", (60, 400)),
    (stories.on_a_desk, "ruim", (60, 2 * DAY)),
    (stories.tried_once, "normaal", (120, 420)),
    (stories.tried_once, "normaal", (7 * HOUR, DAY + 2 * HOUR)),
    (stories.will_call_later, "ruim", (2 * HOUR, DAY)),
    (stories.stuck, "ruim", (2 * DAY, 2 * DAY + 4 * HOUR)),
    (stories.waiting_for_resident, "normaal", (3 * DAY, 5 * DAY)),
)
SOME_TEAMS: tuple[OnTheDesk, ...] = (
    (stories.left_alone, "normaal", (4 * DAY, 5 * DAY)),
    (stories.opened_again, "normaal", (2 * DAY, 2 * DAY + 3 * HOUR)),
    (stories.on_a_desk, "spoed", (DAY, DAY + 3 * HOUR)),
)
SENT_ON = 7


@dataclass(frozen=True)
class Plan:
    """One request before it exists; without a cluster anybody in the city can be the caller."""

    registered_at: datetime
    story: Story
    urgency: str
    subject: str
    cluster_id: int | None = None


def plan_requests(
    count: int, clusters: list[int], rng: Random, now: datetime, calendar: WorkCalendar
) -> list[Plan]:
    """``count`` requests in the order in which they were written down."""

    def ago(minutes: int) -> datetime:
        """A working moment so many working minutes before the present."""
        return calendar.subtract_minutes(now, minutes)

    def plan(story: Story, urgency: str, minutes: int, cluster_id: int | None = None) -> Plan:
        subject = rng.choices(list(SUBJECTS), list(SUBJECTS.values()))[0]
        return Plan(ago(minutes), story, urgency, subject, cluster_id)

    plans = [
        plan(story, urgency, rng.randint(*between), cluster_id)
        for cluster_id, (story, urgency, between) in _on_the_desks(clusters)
    ]
    while len(plans) < count:
        minutes = rng.randint(FINISHED_AFTER * DAY, WORKING_DAYS * DAY)
        story = rng.choices(list(FINISHED), list(FINISHED.values()))[0]
        urgency = rng.choices(list(URGENCIES), list(URGENCIES.values()))[0]
        plans.append(plan(story, urgency, minutes))
    return sorted(plans, key=lambda each: each.registered_at)


def _on_the_desks(clusters: list[int]) -> Iterator[tuple[int, OnTheDesk]]:
    """What is open now: a dozen per cluster with a team, and some that were sent on."""
    for position, cluster_id in enumerate(clusters):
        for desk in EVERY_TEAM:
            yield cluster_id, desk
        yield cluster_id, SOME_TEAMS[position % len(SOME_TEAMS)]
    for number in range(SENT_ON):
        between = (60, DAY)
        yield clusters[number % len(clusters)], (stories.sent_on, "ruim", between)
