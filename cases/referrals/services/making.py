"""Refer a hulpvraag to somebody outside."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.advice.models import Recipient, SharedBy, Sharing, Told
from cases.advice.sharing import must_be_there, register_row, shared_data
from cases.dossiers.models import LineKind, ResidentFile
from cases.dossiers.tracing import leave_line, may
from cases.permissions import Action
from cases.referrals.models import Referral
from cases.residents.models import DataCategory, RecipientKind
from clusters.models import User
from common.deadlines import local_day
from common.errors import RuleViolation

LONGEST_AGO, LONGEST_WAIT = timedelta(days=365), timedelta(days=183)


@dataclass(frozen=True)
class ReferralWish:
    """Why a question goes on, on which day it did, and when somebody asks whether it arrived."""

    words: str
    referred_on: date
    follow_up_on: date


@transaction.atomic
def make_referral(
    *,
    submission_key: uuid.UUID,
    file_id: int,
    question_id: uuid.UUID,
    recipient: Recipient,
    wish: ReferralWish,
    sharing: Sharing,
    by: User,
    at: datetime | None = None,
) -> Referral:
    """Write down that a question goes on to somebody outside, and when one asks about it.

    Rules: VW-1 (a question that runs, to somebody, on days that can be), VW-2 (a consent or a
        ground that is in force today and covers the data), LP-7, DS-9 (sent twice).
    Raises: RuleViolation with the field when one of these is lacking; PermissionDenied.
    Effects: a referral; a line; audit line.
    """
    at = at or timezone.now()
    file = ResidentFile.objects.visible_to(by).select_for_update(of=("self",)).get(pk=file_id)
    decision = may(file, Action.MAKE_REFERRAL, by)
    earlier = Referral.objects.filter(uuid=submission_key, file=file).first()
    if earlier is not None:
        return earlier
    referral = Referral(uuid=submission_key, file=file, recorded_at=at, recorded_by=by)
    referral.question = file.questions.select_related("domain").get(pk=question_id)
    if not referral.question.is_open:
        raise RuleViolation("Deze hulpvraag is intussen afgesloten.")
    _check_days(wish, local_day(at))
    kind = _must_be_somebody(recipient, file, local_day(at))
    data = _share(referral, kind, sharing, local_day(at))
    _keep(referral, recipient, wish, sharing, data)
    said, question = _said(referral), referral.question
    leave_line(file, LineKind.REFERRED, by=by, at=at, words=said, question=question)
    record("referral.made", referral, by=by, decision=decision)
    return referral


def _said(referral: Referral) -> str:
    """For the line: to whom, why, and why without consent."""
    told = referral.told
    why = f"Gedeeld zonder toestemming: {told.reason}" if told.reason else ""
    return "\n".join(filter(None, [f"Naar {referral.referred_to}", told.words, why]))


def _check_days(wish: ReferralWish, today: date) -> None:
    """Not in the future and not long ago; asked from today on; raises RuleViolation."""
    if not today - LONGEST_AGO <= wish.referred_on <= today:
        raise RuleViolation("Kies vandaag of een dag in het afgelopen jaar.", field="referred_on")
    if not today <= wish.follow_up_on <= today + LONGEST_WAIT:
        raise RuleViolation(
            "Kies een dag vanaf vandaag, en binnen een half jaar.", field="follow_up_on"
        )


def _must_be_somebody(recipient: Recipient, file: ResidentFile, day: date) -> RecipientKind:
    """An organisation of some kind, or a linking pin of today; raises RuleViolation."""
    if recipient.kind is None or not recipient.organisation:
        raise RuleViolation("Vul in naar welke organisatie u verwijst.", field="organisation")
    must_be_there(recipient.liaison, file, day)
    return recipient.kind


def _share(
    referral: Referral, kind: RecipientKind, sharing: Sharing, day: date
) -> list[DataCategory]:
    """Fill in why it may be shared, and say which data go along; raises RuleViolation."""
    if sharing.by_law and not sharing.reason:
        raise RuleViolation("Schrijf op waarom delen zonder toestemming moet.", field="reason")
    data, number = shared_data(sharing.data), referral.file.resident_id
    referral.recipient_kind = kind
    referral.shared_by = SharedBy.GROUND if sharing.by_law else SharedBy.CONSENT
    referral.consent = register_row(number, kind, data, by_law=sharing.by_law, day=day)
    return data


def _keep(
    referral: Referral,
    recipient: Recipient,
    wish: ReferralWish,
    sharing: Sharing,
    data: list[DataCategory],
) -> None:
    """Fill in what follows from the rest, seal the words, and save the row."""
    referral.resident_id, referral.liaison = referral.file.resident_id, recipient.liaison
    referral.referred_on, referral.follow_up_on = wish.referred_on, wish.follow_up_on
    reason = sharing.reason if sharing.by_law else ""
    referral.keep_told(Told(wish.words, recipient.name, recipient.organisation, reason))
    referral.save(force_insert=True)
    referral.data.set(data)
