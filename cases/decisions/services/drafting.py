"""The draft of a decision: words, products, and no two people over each other unseen."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.decisions.models import (
    REPLACING,
    WITHOUT_REFUSAL,
    Application,
    Decision,
    DecisionOutcome,
    Form,
    Hearing,
    Provision,
    Refusal,
)
from cases.decisions.replacing import outcomes_for
from cases.decisions.tracing import lock_draft
from cases.mandates.models import Product, Provider
from clusters.models import User
from common.errors import RuleViolation

CHANGED = "Een collega heeft dit besluit net gewijzigd. Lees wat er nu staat en bewaar opnieuw."
WRITTEN = ["outcome", "refusal", "hearing", "heard_on", "review_on", "effective_on", "content"]


@dataclass(frozen=True)
class Draft:
    """What the form of a decision says, but for the products.

    ``effective_on`` is the day from which it takes the place of the decision that it changes.
    """

    outcome: str
    refusal: str
    hearing: str
    heard_on: date | None
    review_on: date | None
    motivation: str
    effective_on: date | None = None


@dataclass(frozen=True)
class Granted:
    """One product as the form says it; ``yearly_cents`` in cents."""

    product: Product
    is_granted: bool
    volume: Decimal
    frequency: str
    since: date
    until: date | None
    form: str
    provider: Provider | None
    yearly_cents: int | None


@transaction.atomic
def save_draft(
    *, application_id: int, draft: Draft, version: int, by: User, at: datetime | None = None
) -> Decision:
    """Keep the draft of a decision; ``version`` is what the page showed, 0 for a first draft.

    Rules: AB-11 (a refusal has a legal ground), AB-19 (not over what a colleague wrote), AB-23
        (what changes a decision holds from a day).
    Raises: RuleViolation; PermissionDenied.
    Effects: the draft, one version on; audit line.
    """
    application, decision = lock_draft(application_id, by)
    made = Decision.objects.filter(application=application).first()
    made = made or Decision(application=application, resident_id=application.resident_id, version=0)
    made.application = application
    if version != made.version:
        raise RuleViolation(CHANGED, field="version")
    _fill(made, draft)
    _touch(made, by, at or timezone.now())
    record("decision.drafted", made, by=by, decision=decision, fields=WRITTEN)
    return made


@transaction.atomic
def add_provision(
    *,
    submission_key: uuid.UUID,
    application_id: int,
    granted: Granted,
    by: User,
    at: datetime | None = None,
) -> Provision:
    """Add a product to the draft.

    Rules: AB-12 (in kind has a provider; an end after the beginning; a temporary one has an end),
        AB-19 (a form sent twice).
    Raises: RuleViolation; PermissionDenied.
    Effects: a product with the draft, one version on; audit line.
    """
    application, decision = lock_draft(application_id, by)
    draft = _draft_of(application)
    earlier = draft.provisions.filter(pk=submission_key).first()
    if earlier is not None:
        return earlier
    _check(application, granted)
    made = Provision(pk=submission_key, decision=draft, resident_id=draft.resident_id)
    for name, value in vars(granted).items():
        setattr(made, name, value)
    made.save(force_insert=True)
    _touch(draft, by, at or timezone.now())
    record("decision.drafted", draft, by=by, decision=decision, fields=["provisions"])
    return made


@transaction.atomic
def remove_provision(
    *, application_id: int, provision_id: uuid.UUID, by: User, at: datetime | None = None
) -> Decision:
    """Take a product out of the draft; taken out twice is once.

    Rules: AB-12 (only of a draft).
    Raises: RuleViolation when it was decided; PermissionDenied.
    Effects: the draft, one version on; audit line.
    """
    application, decision = lock_draft(application_id, by)
    draft = _draft_of(application)
    gone, _ = draft.provisions.filter(pk=provision_id).delete()
    if gone:
        _touch(draft, by, at or timezone.now())
        record("decision.drafted", draft, by=by, decision=decision, fields=["provisions"])
    return draft


def _draft_of(application: Application) -> Decision:
    draft = Decision.objects.filter(application=application).first()
    if draft is None:
        raise RuleViolation("Schrijf eerst het besluit, en daarna wat u toekent of weigert.")
    draft.application = application
    return draft


def _fill(made: Decision, draft: Draft) -> None:
    outcome = DecisionOutcome(draft.outcome)
    if outcome not in outcomes_for(made):
        raise RuleViolation("Dit besluit past niet bij deze aanvraag.", field="outcome")
    if outcome not in WITHOUT_REFUSAL and not draft.refusal:
        raise RuleViolation("Kies op welke grond u weigert.", field="refusal")
    if draft.hearing == Hearing.HEARD and draft.heard_on is None:
        raise RuleViolation("Vul in op welke dag de inwoner is gehoord.", field="heard_on")
    if outcome in REPLACING and draft.effective_on is None:
        raise RuleViolation("Vul in vanaf welke dag dit geldt.", field="effective_on")
    made.outcome = outcome
    made.refusal = "" if outcome in WITHOUT_REFUSAL else Refusal(draft.refusal)
    made.hearing = "" if outcome == DecisionOutcome.GRANTED else draft.hearing
    made.effective_on = draft.effective_on if outcome in REPLACING else None
    made.heard_on = draft.heard_on if made.hearing == Hearing.HEARD else None
    made.review_on = draft.review_on
    made.seal_in("content", draft.motivation)


def _check(application: Application, granted: Granted) -> None:
    if granted.until is not None and granted.until < granted.since:
        raise RuleViolation("De laatste dag ligt vóór de eerste.", field="until")
    if not granted.is_granted:
        return
    if granted.form == Form.IN_KIND and granted.provider is None:
        raise RuleViolation("Kies welke aanbieder de hulp geeft.", field="provider")
    if application.is_urgent and granted.until is None:
        raise RuleViolation("Een tijdelijke voorziening heeft een laatste dag.", field="until")


def _touch(draft: Decision, by: User, at: datetime) -> None:
    """Save the draft, one version on."""
    draft.version += 1
    draft.saved_at, draft.saved_by = at, by
    draft.save()
