"""Referrals in the demo city: one that waits, and one that arrived (KET-11)."""

import uuid
from datetime import datetime, timedelta

from cases.advice.models import Recipient, Sharing
from cases.demo.talks import NAMESPACE
from cases.dossiers.models import HelpRequest
from cases.models import Consent, RecipientKind
from cases.referrals import services
from cases.referrals.services.following import Came
from cases.residents.services import ConsentFacts, give_consent
from clusters.models import TeamKind
from common.deadlines import local_day

GROWN = 20  # who gives consent alone
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
TO = (
    ("oco", "Cliëntondersteuning", "De inwoner wil hulp bij het gesprek over de aanvraag."),
    ("schuldhulp", "Schuldhulpverlening gemeente", "Er zijn schulden bij zes schuldeisers."),
)


def create_referrals(*, now: datetime) -> None:
    """Questions that go on to somebody outside, each with the consent it needs."""
    questions = HelpRequest.objects.filter(ended_at__isnull=True)
    grown = {"resident__birth_year__lte": now.year - GROWN, "resident__parties__isnull": True}
    questions = questions.filter(file__team__kind=TeamKind.WIJKTEAM, **grown)
    rows = questions.select_related("file__director", "resident").order_by("-asked_at", "pk")
    found = list(rows[: len(TO)])
    for number, (code, organisation, words) in enumerate(TO if found else ()):
        question = found[number % len(found)]
        _consent(question, code, organisation, now)
        kind = RecipientKind.objects.get(code=code)
        today, by = local_day(now), question.file.director
        referral = services.make_referral(
            submission_key=uuid.uuid5(NAMESPACE, f"referral:{number}"),
            file_id=question.file_id,
            question_id=question.pk,
            recipient=Recipient(None, kind, "", organisation),
            wish=services.ReferralWish(words, today, today + 14 * DAY),
            sharing=Sharing(),
            by=by,
            at=now - HOUR / 2,
        )
        if number:
            services.follow_up_referral(
                referral_id=referral.pk,
                came=Came.YES,
                words="Het eerste gesprek is afgesproken.",
                by=by,
                at=now - HOUR / 3,
            )


def _consent(question: HelpRequest, code: str, organisation: str, now: datetime) -> Consent:
    """The resident says yes to this organisation."""
    facts = ConsentFacts(
        recipient_kind=code,
        recipient=organisation,
        categories=["contactgegevens", "hulpvraag"],
        ground="uitdrukkelijk",
        given_on=local_day(now),
        valid_from=local_day(now),
        way="oral",
    )
    return give_consent(
        resident_id=question.resident_id,
        submission_key=uuid.uuid5(NAMESPACE, f"referral-consent:{code}"),
        facts=facts,
        by=question.file.director,
        at=now - HOUR,
    )
