"""What the rules and the pilot did so far: counts, never a case; only reads."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from statistics import median

from django.db.models import Count, Min, Q

from cases.intakes.deciding import Facts
from cases.intakes.models import WmoNotification
from cases.intakes.models.triage import FACTS, Advice, Triage, TriageVersion
from clusters.models import HANDLING_ROLES, User, working_calendar
from common.deadlines import AMSTERDAM, WorkCalendar, local_day

PILOT_PERIOD = timedelta(days=365)
FIRST_REPORT = "talks__report__versions__sent_on"
"""The way from a melding to the day its report went out; the talk knows the melding, not we it."""


@dataclass(frozen=True)
class Deviation:
    """How often an advice was given and how often something else was chosen."""

    label: str
    given: int
    deviated: int

    @property
    def share(self) -> int:
        """The share of deviations in whole per cents."""
        return round(100 * self.deviated / self.given) if self.given else 0


def past_triages() -> Iterator[tuple[Facts, str, int]]:
    """Every set of answers that was given, the advice then and how often; one query."""
    rows = Triage.objects.order_by().values_list(*FACTS, "advice").annotate(times=Count("pk"))
    for *facts, advice, times in rows:
        yield tuple(facts), advice, times


def deviations(version: TriageVersion | None) -> list[Deviation]:
    """Per advice of these rules, the total first; empty when nobody was advised yet."""
    if version is None:
        return []
    rows = Triage.objects.filter(version=version).exclude(advice="").order_by()
    counted = {
        advice: (given, deviated)
        for advice, given, deviated in rows.values_list("advice").annotate(
            given=Count("pk"), deviated=Count("pk", filter=Q(deviates=True))
        )
    }
    if not counted:
        return []
    total = Deviation("Alle adviezen", *(sum(pair) for pair in zip(*counted.values(), strict=True)))
    return [
        total,
        *(Deviation(each.label, *counted[each]) for each in Advice if each in counted),
    ]


@dataclass(frozen=True)
class PilotLine:
    """Meldingen of one kind: how many, how many had a report, and the median until it went out."""

    label: str
    count: int
    reported: int
    working_days: float | None


@dataclass(frozen=True)
class Pilot:
    """The verkorte procedure beside ordinary meldingen, over the year before a day (MAN-4)."""

    since: date
    short: PilotLine
    ordinary: PilotLine

    @property
    def lines(self) -> tuple[PilotLine, PilotLine]:
        """Both kinds."""
        return self.short, self.ordinary

    @property
    def total(self) -> int:
        """All meldingen."""
        return self.short.count + self.ordinary.count

    @property
    def share(self) -> int:
        """The share of verkorte procedures in whole per cents."""
        return round(100 * self.short.count / self.total) if self.total else 0


def pilot_of(user: User, at: datetime) -> Pilot:
    """The figures of one's teams, or of the city for who stands above them; two queries."""
    since = local_day(at) - PILOT_PERIOD
    rows = WmoNotification.objects.filter(received_on__gt=since)
    if user.acting_role in HANDLING_ROLES:
        rows = rows.filter(team_id__in=user.team_ids)
    counted = (
        rows.annotate(sent_on=Min(FIRST_REPORT))
        .order_by()
        .values_list("is_short", "received_on", "sent_on")
    )
    calendar = working_calendar()
    days: dict[bool, list[int | None]] = {True: [], False: []}
    for is_short, received_on, sent_on in counted:
        between = None if sent_on is None else _days(calendar, received_on, sent_on)
        days[is_short].append(between)
    return Pilot(
        since + timedelta(days=1),
        _line("Verkorte procedure", days[True]),
        _line("Gewone melding", days[False]),
    )


def _line(label: str, days: list[int | None]) -> PilotLine:
    found = [each for each in days if each is not None]
    return PilotLine(label, len(days), len(found), median(found) if found else None)


def _days(calendar: WorkCalendar, first: date, last: date) -> int:
    """Working days from a melding to its report."""
    noon = time(12)
    return calendar.days_between(
        datetime.combine(first, noon, AMSTERDAM), datetime.combine(last, noon, AMSTERDAM)
    )
