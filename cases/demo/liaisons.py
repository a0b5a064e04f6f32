"""Linking pins of the wijkteams in the demo city; one team lacks somebody for older children."""

import uuid
from datetime import datetime, time, timedelta

from cases.community.models import next_look
from cases.demo.cast import Cast
from cases.demo.talks import NAMESPACE
from cases.liaisons.models import LiaisonKind
from cases.liaisons.services import LiaisonFacts, create_liaison
from clusters.models import TeamKind
from common.deadlines import local_day

DAY = timedelta(days=1)
WEEK = {"on_call_days": "1245", "on_call_from": time(9), "on_call_until": time(16, 30)}
PINS = (
    (LiaisonKind.JGZ, "A. Postma", "Jeugdgezondheidszorg", "0 tot en met 12 jaar", (0, 12)),
    (LiaisonKind.YOUTH, "K. Aydin", "Jeugdhulp in de wijk", "Pubers en jongvolwassenen", (13, 23)),
    (LiaisonKind.WORK, "M. Verhoeven", "Gemeente, afdeling Werk en Inkomen", "Uitkering", None),
    (LiaisonKind.GP, "D. van Rijn", "Huisartsenpraktijk in de wijk", "", None),
)


def create_liaisons(*, cast: Cast, now: datetime) -> None:
    """Four for every wijkteam; every third team has nobody for older children."""
    teams = [team for team in cast.teams.values() if team.kind == TeamKind.WIJKTEAM]
    for place, team in enumerate(teams):
        manager = cast.managers.get(team.pk)
        for number, (kind, name, organisation, specialism, ages) in enumerate(PINS):
            if manager is None or (kind == LiaisonKind.YOUTH and place % 3 == 0):
                continue
            facts = LiaisonFacts(
                kind=kind,
                name=name,
                organisation=organisation,
                specialism=specialism,
                age_from=ages[0] if ages else None,
                age_until=ages[1] if ages else None,
                valid_from=local_day(now) - 90 * DAY,
                review_by=next_look(now),
                **(WEEK if number == 0 else {}),  # type: ignore[arg-type]
            )
            key = uuid.uuid5(NAMESPACE, f"liaison:{team.pk}:{number}")
            create_liaison(submission_key=key, team=team, facts=facts, by=manager, at=now)
