"""Ask whether a referral arrived, and give that up."""

from datetime import date, datetime

from django.db import models, transaction
from django.utils import timezone

from audit.services import record
from cases.dossiers.models import LineKind, ResidentFile
from cases.dossiers.tracing import leave_line
from cases.permissions import GRANTS, Action
from cases.referrals.lifecycle import LIFECYCLE, ReferralState
from cases.referrals.models import Referral
from cases.referrals.services.making import LONGEST_WAIT
from clusters.models import User
from common.deadlines import local_day
from common.errors import RuleViolation
from common.templatetags.screen import dutch_date


class Came(models.TextChoices):
    """What one hears when one asks."""

    YES = "yes", "Ja, het loopt"
    NO = "no", "Nee, het is niet gelukt"
    LATER = "later", "Nog niet: ik vraag het later opnieuw"


KINDS = {Came.YES: LineKind.REFERRAL_ARRIVED, Came.NO: LineKind.REFERRAL_FAILED}
STATES = {Came.YES: ReferralState.ARRIVED, Came.NO: ReferralState.FAILED}


@transaction.atomic
def follow_up_referral(
    *,
    referral_id: int,
    came: str,
    words: str = "",
    again_on: date | None = None,
    by: User,
    at: datetime | None = None,
) -> Referral:
    """Write down whether it arrived; not yet is another day.

    Rules: VW-3 (not yet has a new day, from tomorrow on), VW-4 (no has words; the same answer twice
        is one).
    Raises: RuleViolation without those, or when there is an answer already; PermissionDenied.
    Effects: the end or the new day, on the row locked by ``select_for_update`` after its dossier;
        a line; audit line.
    """
    at = at or timezone.now()
    file, referral = _locked(referral_id, by)
    decision = GRANTS.require(by, Action.MAKE_REFERRAL, referral)
    if came == Came.LATER:
        return _wait(file, referral, again_on, words, by=by, at=at)
    answer = Came(came)
    if referral.state == STATES[answer]:
        return referral
    referral.state = LIFECYCLE.target("arrive" if answer == Came.YES else "fail", referral.state)
    if answer == Came.NO and not words:
        raise RuleViolation("Schrijf op waarom het niet gelukt is.", field="words")
    _end(referral, words, by=by, at=at)
    leave_line(file, KINDS[answer], by=by, at=at, words=words, question=referral.question)
    record("referral.followed_up", referral, by=by, decision=decision, fields=["state"])
    return referral


@transaction.atomic
def give_up_referral(
    *, referral_id: int, words: str, by: User, at: datetime | None = None
) -> Referral:
    """Nobody will know any more whether it arrived.

    Rules: VW-5 (with a reason; then it no longer keeps the dossier open).
    Raises: RuleViolation without a reason, or when it is known; PermissionDenied.
    Effects: the end, on the row locked by ``select_for_update`` after its dossier; a line; audit
        line.
    """
    at = at or timezone.now()
    file, referral = _locked(referral_id, by)
    decision = GRANTS.require(by, Action.MAKE_REFERRAL, referral)
    referral.state = LIFECYCLE.target("give_up", referral.state)
    if not words:
        raise RuleViolation("Schrijf kort op waarom.", field="words")
    _end(referral, words, by=by, at=at)
    kind = LineKind.REFERRAL_GIVEN_UP
    leave_line(file, kind, by=by, at=at, words=words, question=referral.question)
    record("referral.given_up", referral, by=by, decision=decision, fields=["state"])
    return referral


def _locked(referral_id: int, by: User) -> tuple[ResidentFile, Referral]:
    """First the dossier, as its end does, and then the referral in scope."""
    scope = Referral.objects.visible_to(by)
    number = scope.values_list("file_id", flat=True).get(pk=referral_id)
    file = ResidentFile.objects.select_for_update(of=("self",)).get(pk=number)
    rows = scope.select_for_update(of=("self",)).select_related("question__domain")
    referral = rows.get(pk=referral_id)
    referral.file = file
    return file, referral


def _wait(
    file: ResidentFile,
    referral: Referral,
    again_on: date | None,
    words: str,
    *,
    by: User,
    at: datetime,
) -> Referral:
    """Another day; raises RuleViolation for a day that cannot be."""
    referral.state = LIFECYCLE.target("wait", referral.state)
    today = local_day(at)
    if again_on is None or not today < again_on <= today + LONGEST_WAIT:
        raise RuleViolation("Kies een dag vanaf morgen, binnen een half jaar.", field="again_on")
    if referral.follow_up_on == again_on:
        return referral
    referral.follow_up_on = again_on
    referral.save(update_fields=["follow_up_on"])
    said = "\n".join(filter(None, [f"Opnieuw nagaan op {dutch_date(again_on)}.", words]))
    kind = LineKind.REFERRAL_LATER
    leave_line(file, kind, by=by, at=at, words=said, question=referral.question)
    record("referral.postponed", referral, by=by, fields=["follow_up_on"])
    return referral


def _end(referral: Referral, words: str, *, by: User, at: datetime) -> None:
    """Keep what came of it."""
    referral.ended_at, referral.ended_by = at, by
    referral.result = referral.shut("result", words) if words else b""
    referral.__dict__.pop("outcome", None)
    referral.save(update_fields=["state", "ended_at", "ended_by", "result"])
