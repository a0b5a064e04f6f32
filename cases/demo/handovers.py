"""Dossiers of the demo city that are offered to the Sociaal Stedelijk Team (SST-1)."""

import uuid
from datetime import datetime, timedelta

from cases.demo.cast import Cast
from cases.demo.talks import NAMESPACE
from cases.dossiers.models import ResidentFile
from cases.handovers import services
from cases.handovers.models import Agreed, Expertise, Handover, Offer, Urgency
from cases.handovers.receiving import workers_of
from cases.handovers.services.offering import Draft
from clusters.models import Team, TeamKind
from common.deadlines import local_day

HOUR = timedelta(hours=1)
OFFERED = 2
WORDS = Offer(
    "Drie schuldeisers, huurachterstand van twee maanden, en somber sinds de zomer. Er is een zus "
    "die wil helpen.",
    "Schulden en psychiatrie samen; die kennis heeft ons team niet.",
    "Besproken aan de keukentafel. De inwoner wil dat iemand met kennis van schulden meekijkt.",
)


def create_handovers(*, cast: Cast, now: datetime) -> None:
    """One that waits for an answer and one with a question."""
    team = Team.objects.filter(kind=TeamKind.CITY_SOCIAL_TEAM).order_by("pk").first()
    if team is None or not workers_of(team, local_day(now)).exists():
        return
    files = ResidentFile.objects.open().filter(handovers__isnull=True, team__cluster__isnull=False)
    for number, file in enumerate(files.select_related("director").order_by("-pk")[:OFFERED]):
        handover = _offer(number, file, team, now)
        if number:
            services.ask_about_handover(
                handover_id=handover.pk,
                words="Loopt er al beslag op het inkomen?",
                by=cast.workers[team.pk][0],
                at=now - HOUR / 4,
            )


def _offer(number: int, file: ResidentFile, team: Team, now: datetime) -> Handover:
    draft = Draft(team, Expertise.DEBT, Urgency.SOON, Agreed.RESIDENT, WORDS)
    by = file.director
    made = services.save_handover(
        submission_key=uuid.uuid5(NAMESPACE, f"handover:{number}"),
        file_id=file.pk,
        draft=draft,
        by=by,
        at=now - HOUR,
    )
    return services.offer_handover(
        handover_id=made.pk, version=made.version, by=by, at=now - HOUR / 2
    )
