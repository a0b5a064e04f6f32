"""What the resident says about a report that was sent, and the signature under it."""

import uuid
from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.permissions import GRANTS, Action
from cases.talks.hearing import tell_above
from cases.talks.models import KitchenTableTalk, Reaction, ReportVersion, Signature, Signer
from clusters.models import User
from common.access import Decision
from common.deadlines import local_day
from common.errors import RuleViolation

WITH_WORDS = (Reaction.REMARKS, Reaction.DISAGREED)
AGREEING = (Reaction.AGREED, Reaction.REMARKS)
SIGNED = ["signature", "signed_on", "signed", "application_on"]


@transaction.atomic
def record_reaction(
    *,
    version_id: uuid.UUID,
    talk_id: int,
    reaction: str,
    words: str,
    reacted_on: date,
    signature: str,
    by: User,
    signer: Signer | None = None,
    at: datetime | None = None,
) -> ReportVersion:
    """Write down what the resident says about a report that was sent (GES-9).

    Rules: KT-9 (one reaction per version; remarks and disagreement in own words), KT-10 (a signed
        report with agreement counts as aanvraag when the municipality chose so), KT-11 (who signs
        on the screen does so today).
    Raises: RuleViolation for another reaction than was noted, without words, on a day that
        cannot be, or without the signature that was promised; PermissionDenied.
    Effects: the reaction with the version; audit line.
    """
    sent, decision = _locked(version_id, talk_id, by)
    if sent.reaction:
        told = (reaction, words, reacted_on, signature, signer)
        if told == (sent.reaction, sent.words, sent.reacted_on, sent.signature, sent.signer):
            return sent
        raise RuleViolation("Bij deze versie is al een reactie vastgelegd.")
    if reaction in WITH_WORDS and not words.strip():
        raise RuleViolation("Schrijf op wat de inwoner zegt, in eigen woorden.", field="words")
    today = local_day(at or timezone.now())
    _check_day(sent, reacted_on, today, field="reacted_on")
    sent.reaction, sent.reacted_on = reaction, reacted_on
    sent.keep_words(words)
    _sign(sent, signature, signer, today if signature == Signature.SCREEN else reacted_on)
    names = ["reaction", "reacted_on", "reaction_words", *SIGNED]
    sent.save(update_fields=names)
    record("report.reacted", sent, by=by, decision=decision, fields=names)
    tell_above(sent, by=by, at=at or timezone.now())
    return sent


@transaction.atomic
def sign_report(
    *,
    version_id: uuid.UUID,
    talk_id: int,
    signature: str,
    signed_on: date | None,
    by: User,
    signer: Signer | None = None,
    at: datetime | None = None,
) -> ReportVersion:
    """Add the signature to a version on which the resident reacted earlier (GES-9).

    Rules: KT-10 (with agreement it counts as aanvraag, from this day), KT-11 (one signature per
        version, after the reaction; who signs on the screen does so today).
    Raises: RuleViolation before there is a reaction, when it was signed otherwise, or on a day that
        cannot be; PermissionDenied.
    Effects: the signature with the version; audit line.
    """
    sent, decision = _locked(version_id, talk_id, by)
    today = local_day(at or timezone.now())
    day = today if signature == Signature.SCREEN else signed_on
    if sent.signature != Signature.NONE:
        if (signature, day, signer) == (sent.signature, sent.signed_on, sent.signer):
            return sent
        raise RuleViolation("Deze versie is al ondertekend.")
    if not sent.reaction:
        raise RuleViolation("Leg eerst vast wat de inwoner van het verslag vindt.")
    if day is None:
        raise RuleViolation("Vul in welke datum er op het papier staat.", field="signed_on")
    _check_day(sent, day, today, field="signed_on")
    _sign(sent, signature, signer, day)
    sent.save(update_fields=SIGNED)
    record("report.signed", sent, by=by, decision=decision, fields=SIGNED)
    tell_above(sent, by=by, at=at or timezone.now())
    return sent


def _locked(version_id: uuid.UUID, talk_id: int, by: User) -> tuple[ReportVersion, Decision]:
    """The version of a talk in scope, locked, and why this employee may write under it."""
    talks = KitchenTableTalk.objects.visible_to(by).filter(pk=talk_id)
    rows = ReportVersion.objects.select_related("talk__notification__handler", "talk__resident")
    sent = rows.select_for_update(of=("self",)).get(pk=version_id, talk__in=talks)
    return sent, GRANTS.require(by, Action.WRITE_REPORT, sent.talk)


def _check_day(sent: ReportVersion, day: date, today: date, *, field: str) -> None:
    """A reaction or signature comes after the report, and not from the future."""
    if not sent.sent_on <= day <= today:
        raise RuleViolation("Deze dag ligt vóór het versturen of na vandaag.", field=field)


def _sign(sent: ReportVersion, signature: str, signer: Signer | None, day: date) -> None:
    """Put the signature under it, if there is one; with agreement it may be an aanvraag."""
    if signature == Signature.NONE:
        return
    sent.signature, sent.signed_on = signature, day
    if signature == Signature.SCREEN:
        if signer is None:
            raise RuleViolation("Laat de inwoner tekenen in het vlak.", field="drawing")
        sent.keep_signer(signer)
    if sent.reaction in AGREEING and settings.SIGNED_REPORT_IS_APPLICATION:
        sent.application_on = day
