"""At the table: begin, write per leefgebied, switch one on with a reason, agree on something."""

import uuid
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.permissions import GRANTS, Action
from cases.talks.lifecycle import LIFECYCLE
from cases.talks.models import CardState, KitchenTableTalk, LifeDomain, TalkAgreement, TalkCard
from cases.talks.models.cards import STATE, SWITCH
from clusters.models import User
from common.access import Decision
from common.autosave import Stamp, Typed
from common.errors import RuleViolation

SITTING = timedelta(minutes=15)
"""Saves of one employee within this time are one line in the trail, not one per second."""


@transaction.atomic
def hold_talk(*, talk_id: int, by: User, at: datetime | None = None) -> KitchenTableTalk:
    """Begin: every leefgebied that is in use gets an empty card; none of them has to be filled.

    Rules: KT-1, KT-3 (no leefgebied is mandatory), WMO 2.3.2 lid 3 (support is pointed out first).
    Raises: RuleViolation when the melding was not confirmed, or the talk is not planned any more;
        PermissionDenied.
    Effects: cards; audit line.
    """
    at = at or timezone.now()
    talk, decision = _locked(talk_id, by)
    if talk.notification.confirmed_at is None:
        raise RuleViolation(
            "Bevestig eerst de melding. De inwoner moet vóór het gesprek weten van "
            "cliëntondersteuning en het persoonlijk plan."
        )
    talk.state = LIFECYCLE.target("hold", talk.state)
    talk.held_at = at
    talk.save(update_fields=["state", "held_at"])
    domains = LifeDomain.objects.in_use().filter(needs_reason=False)
    TalkCard.objects.bulk_create(_blank(talk, domain, by, at, {}) for domain in domains)
    record("talk.held", talk, by=by, decision=decision, fields=["state"])
    return talk


@transaction.atomic
def save_card(
    *,
    talk_id: int,
    domain_code: str,
    typed: Typed,
    stamp: Stamp,
    by: User,
    at: datetime | None = None,
) -> TalkCard:
    """Keep what stands on one card; what was sent twice is kept once (design 9).

    Rules: KT-1, KT-6 (two windows do not overwrite each other unseen), KT-7 (frozen at the end).
    Raises: SaveConflict when another window saved since the version of the stamp; RuleViolation
        when the talk is concluded or there is too much text; TalkCard.DoesNotExist;
        PermissionDenied.
    Effects: the card, one version on; an audit line for the first save of a sitting.
    """
    at = at or timezone.now()
    talk, decision = _locked(talk_id, by)
    LIFECYCLE.target("note", talk.state)
    card = talk.cards.select_for_update(of=("self",)).get(domain__code=domain_code)
    is_first = card.version == 1 or card.saved_by_id != by.pk or at - card.saved_at > SITTING
    if not card.accept(typed, stamp, at=at):
        return card
    chosen = (typed.get(STATE) or [""])[-1]
    card.state = chosen if chosen in CardState.values else card.state
    card.saved_by = by
    card.save(update_fields=["content", "version", "saved_at", "saved_by", "state"])
    if is_first:
        record("talk.noted", card, by=by, decision=decision, fields=["content", "state"])
    return card


@transaction.atomic
def switch_on_domain(
    *, talk_id: int, domain: LifeDomain, reason: str, by: User, at: datetime | None = None
) -> TalkCard:
    """Open a leefgebied that is off: what is written there must be needed, and here is why.

    Rules: KT-4 (justice and substances only with a reason), KT-7.
    Raises: RuleViolation without a reason or after the end; PermissionDenied.
    Effects: a card with the reason on it, sealed; audit line without the reason. A second click
        finds the card that is there.
    """
    at = at or timezone.now()
    talk, decision = _locked(talk_id, by)
    LIFECYCLE.target("note", talk.state)
    if not reason.strip():
        raise RuleViolation("Schrijf op waarom dit nodig is.", field="reason")
    there = talk.cards.filter(domain=domain).first()
    if there is not None:
        return there
    card = _blank(talk, domain, by, at, {SWITCH: [reason.strip()]})
    card.save(force_insert=True)
    record("talk.domain_switched_on", card, by=by, decision=decision)
    return card


@transaction.atomic
def agree_on(
    *,
    submission_key: uuid.UUID,
    talk_id: int,
    what: str,
    owner: str,
    owner_name: str,
    due_on: date,
    by: User,
) -> TalkAgreement:
    """Write down what was agreed at the table: what, who, and before when (GES-9).

    Rules: KT-1, KT-7; a form sent twice makes one agreement.
    Raises: RuleViolation after the end; PermissionDenied.
    Effects: an agreement; audit line.
    """
    talk, decision = _locked(talk_id, by)
    LIFECYCLE.target("note", talk.state)
    earlier = TalkAgreement.objects.filter(pk=submission_key).first()
    if earlier is not None and earlier.talk_id != talk.pk:
        raise RuleViolation("Dit formulier is verouderd. Open de pagina opnieuw.")
    if earlier is not None:
        return earlier
    agreement = TalkAgreement(
        id=submission_key, talk=talk, resident_id=talk.resident_id, owner=owner, due_on=due_on
    )
    agreement.keep(what, owner_name)
    agreement.save(force_insert=True)
    record("talk.agreed", agreement, by=by, decision=decision)
    return agreement


@transaction.atomic
def drop_agreement(*, talk_id: int, agreement_id: uuid.UUID, by: User) -> bool:
    """Take an agreement off the list; False when it was gone already.

    Rules: KT-1, KT-7.
    Raises: RuleViolation after the end; PermissionDenied.
    Effects: the agreement is gone; audit line.
    """
    talk, decision = _locked(talk_id, by)
    LIFECYCLE.target("note", talk.state)
    agreement = talk.agreements.filter(pk=agreement_id).first()
    if agreement is None:
        return False
    record("talk.agreement_dropped", agreement, by=by, decision=decision)
    agreement.delete()
    return True


def _locked(talk_id: int, by: User) -> tuple[KitchenTableTalk, Decision]:
    """The talk in scope, locked, and why this employee may write in it."""
    scope = KitchenTableTalk.objects.visible_to(by).select_related("notification")
    talk = scope.select_for_update(of=("self",)).get(pk=talk_id)
    return talk, GRANTS.require(by, Action.WRITE_TALK, talk)


def _blank(
    talk: KitchenTableTalk, domain: LifeDomain, by: User, at: datetime, typed: Typed
) -> TalkCard:
    """A card nobody wrote on yet; the caller saves it."""
    card = TalkCard(talk=talk, resident_id=talk.resident_id, domain=domain)
    card.saved_by, card.saved_at = by, at
    card.keep(typed)
    return card
