"""Referrers in the demo city: one who must hear, one too late, one who heard, one who will not."""

import uuid
from datetime import datetime, timedelta

from cases.advice.models import Recipient
from cases.demo.talks import NAMESPACE
from cases.dossiers.models import ResidentFile
from cases.feedback import services
from cases.feedback.models import Phrase, Way, WhyNot
from cases.liaisons.models import Liaison, LiaisonKind
from cases.residents.services import ConsentFacts, give_consent
from clusters.models import TeamKind
from common.deadlines import local_day

GROWN = 20  # who gives consent alone
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
STORIES = ((3, 10), (20, -2), (6, 5), (8, 3))
"""How many days ago it was written down, and how many days from now they hear."""
HEARD, NOT_TOLD = 2, 3


def create_feedback(*, now: datetime) -> None:
    """Dossiers to which the huisarts referred somebody."""
    rows = ResidentFile.objects.open().filter(team__kind=TeamKind.WIJKTEAM)
    rows = rows.filter(
        resident__birth_year__lte=now.year - GROWN,
        resident__parties__isnull=True,
        opened_at__lte=now - 21 * DAY,
    )
    found = rows.select_related("director", "resident").order_by("-opened_at", "pk")
    for number, file in enumerate(found[: len(STORIES)]):
        _play(number, file, now)


def _play(number: int, file: ResidentFile, now: datetime) -> None:
    """As far as its story goes."""
    ago, ahead = STORIES[number]
    today, by = local_day(now), file.director
    practice = Liaison.objects.of_team(file.team_id, today).filter(kind=LiaisonKind.GP).first()
    if practice is None:
        return
    feedback = services.name_referrer(
        submission_key=uuid.uuid5(NAMESPACE, f"feedback:{number}"),
        file_id=file.pk,
        recipient=Recipient.of_liaison(practice),
        referred_on=today - (ago + 1) * DAY,
        due_on=today + ahead * DAY,
        by=by,
        at=now - ago * DAY,
    )
    if number == HEARD:
        _consent(file, practice, now)
        services.send_feedback(
            feedback_id=feedback.pk,
            phrase=Phrase.WORKING,
            way=Way.PHONE,
            told_on=today,
            by=by,
            at=now - HOUR / 2,
        )
    elif number == NOT_TOLD:
        why = WhyNot.REFUSED
        services.drop_feedback(feedback_id=feedback.pk, why_not=why, by=by, at=now - HOUR / 2)


def _consent(file: ResidentFile, practice: Liaison, now: datetime) -> None:
    """The resident says that the huisarts may know."""
    facts = ConsentFacts(
        recipient_kind=practice.kind,
        recipient=practice.organisation,
        categories=["contactgegevens", "hulpvraag"],
        ground="uitdrukkelijk",
        given_on=local_day(now),
        valid_from=local_day(now),
        way="oral",
    )
    give_consent(
        resident_id=file.resident_id,
        submission_key=uuid.uuid5(NAMESPACE, "feedback-consent"),
        facts=facts,
        by=file.director,
    )
