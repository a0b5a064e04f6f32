"""What the rules did so far: counts for the functional administrator, never a case; only reads."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count, Q

from cases.intakes.deciding import Facts
from cases.intakes.models.triage import FACTS, Advice, Triage, TriageVersion


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
