"""Somebody who is ill in the demo city is covered by a colleague who is there (VER-1)."""

import uuid
from datetime import datetime, timedelta

from cases.demo.cast import Cast
from cases.demo.talks import NAMESPACE
from clusters.absence.presence import presence_of
from clusters.cover.services import arrange_cover
from clusters.models import Team
from common.deadlines import local_day

LAST = timedelta(days=1)
"""As long as who is ill is away."""


def create_covers(*, cast: Cast, now: datetime) -> None:
    """In one wijkteam, arranged by its manager; what others leave lying shows on the dashboard."""
    today = local_day(now)
    for team in Team.objects.filter(pk__in=cast.managers, cluster__isnull=False).order_by("pk"):
        workers = list(dict.fromkeys(cast.workers[team.pk]))
        others = workers[:-1]
        known = presence_of([person.pk for person in others], today, today + LAST)
        there = [
            person
            for person in others
            if not known.is_away(person.pk, today) and not known.is_away(person.pk, today + LAST)
        ]
        if there:
            arrange_cover(
                submission_key=uuid.uuid5(NAMESPACE, f"cover:{workers[-1].pk}"),
                employee_id=workers[-1].pk,
                deputy=there[0],
                first_day=today,
                last_day=today + LAST,
                by=cast.managers[team.pk],
                at=now,
            )
            return
