"""Keeping the register: a mandate is given and ended, and never becomes another one."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from audit.services import record
from cases.mandates.models import MOST_CENTS, MOST_MONTHS, Mandate, Product, deciders_on
from cases.permissions import GRANTS, Action
from clusters.models import User
from clusters.notices.services import notify
from common.errors import RuleViolation

OUTSIDE = (
    "Deze medewerker werkt niet bij de gemeente. Vink aan dat het mandaatbesluit deze organisatie "
    "uitdrukkelijk noemt, of kies iemand anders."
)


@dataclass(frozen=True)
class MandateTerms:
    """A mandate as the decree says it; None is no limit, or no last day."""

    holder: User
    products: Collection[Product]
    longest_months: int | None
    yearly_cents: int | None
    may_refuse: bool
    needs_second: bool
    since: date
    until: date | None
    reference: str

    @property
    def columns(self) -> dict[str, Any]:
        """Everything that stands in the row itself."""
        return {name: value for name, value in vars(self).items() if name != "products"}


@transaction.atomic
def create_mandate(
    *,
    submission_key: uuid.UUID,
    terms: MandateTerms,
    names_organisation: bool,
    by: User,
    at: datetime | None = None,
) -> Mandate:
    """Write down that somebody may decide in the name of the college, and tell them.

    ``names_organisation``: the decree says that the organisation of the holder may decide, for
    somebody who does not work for the municipality.

    Rules: MD-7 (who can hold one, WMO 2.6.3), MD-8 (by the application manager, never for
        oneself), MD-10 (two clicks make one).
    Raises: RuleViolation for a holder who cannot hold one, no products, an impossible limit or a
        period that is over or ends before it begins; PermissionDenied.
    Effects: the mandate; a notice to the holder; audit line.
    """
    at = at or timezone.now()
    decision = GRANTS.require(by, Action.KEEP_MANDATES)
    there = Mandate.objects.filter(submission_key=submission_key).first()
    if there is not None:
        return there
    _check_terms(terms, timezone.localdate(at))
    _check_holder(terms.holder, timezone.localdate(at), by, names_organisation)
    try:
        with transaction.atomic():
            mandate = Mandate.objects.create(
                submission_key=submission_key, created_at=at, created_by=by, **terms.columns
            )
    except IntegrityError:
        return Mandate.objects.get(submission_key=submission_key)
    mandate.products.set(terms.products)
    _tell(mandate, f"U hebt een mandaat gekregen: {mandate}.", "given", at)
    said = ["other_organisation"] if names_organisation else []
    record("mandate.given", mandate, by=by, decision=decision, fields=said)
    return mandate


@transaction.atomic
def end_mandate(
    *, mandate_id: int, ended_from: date, reason: str, by: User, at: datetime | None = None
) -> Mandate:
    """From a day on the mandate no longer holds; what was decided before stays as it is.

    Rules: MD-5 (ended, never changed and not with a day that is over), MD-10 (a second click
        changes nothing).
    Raises: RuleViolation when it is over or a colleague ended it; PermissionDenied.
    Effects: the first day without it and the reason; a notice to the holder; audit line.
    """
    at = at or timezone.now()
    rows = Mandate.objects.visible_to(by).select_for_update(of=("self",))
    mandate = rows.get(pk=mandate_id)
    decision = GRANTS.require(by, Action.KEEP_MANDATES)
    if mandate.ended_from is not None:
        if (mandate.ended_from, mandate.end_reason, mandate.ended_by_id) == (
            ended_from,
            reason,
            by.pk,
        ):
            return mandate
        raise RuleViolation(f"{mandate.ended_by} heeft dit mandaat al beëindigd.")
    _check_end(mandate, ended_from, timezone.localdate(at))
    mandate.ended_from, mandate.end_reason = ended_from, reason
    mandate.ended_at, mandate.ended_by = at, by
    mandate.save(update_fields=["ended_from", "end_reason", "ended_at", "ended_by"])
    text = f"Uw mandaat {mandate} geldt niet meer vanaf {ended_from:%d-%m-%Y}."
    _tell(mandate, text, "ended", at)
    record("mandate.ended", mandate, by=by, decision=decision, fields=["ended_from"])
    return mandate


def _check_terms(terms: MandateTerms, today: date) -> None:
    """Something to decide about, limits that leave something, and a period that is not over."""
    if not terms.products:
        raise RuleViolation("Kies ten minste één product.", field="products")
    if terms.longest_months is not None and not 1 <= terms.longest_months <= MOST_MONTHS:
        raise RuleViolation(f"Kies 1 tot en met {MOST_MONTHS} maanden.", field="longest_months")
    if terms.yearly_cents is not None and not 1 <= terms.yearly_cents <= MOST_CENTS:
        raise RuleViolation("Kies een bedrag boven 0, tot een miljoen.", field="yearly_cents")
    if not terms.reference.strip():
        raise RuleViolation("Vul het kenmerk van het mandaatbesluit in.", field="reference")
    if terms.until is None:
        return
    if terms.until < terms.since:
        raise RuleViolation("De laatste dag ligt voor de eerste dag.", field="until")
    if terms.until < today:
        raise RuleViolation("Dit mandaat is al voorbij.", field="until")


def _check_holder(holder: User, today: date, by: User, names_organisation: bool) -> None:
    """Somebody else, who works here in a role that decides, for whom the decree allows it."""
    if holder.pk == by.pk:
        raise RuleViolation("U geeft uzelf geen mandaat. Vraag een collega.", field="holder")
    held = deciders_on(today).filter(user=holder)
    homes = set(held.values_list("organisation__code", flat=True))
    if not homes:
        raise RuleViolation("Deze medewerker heeft nu geen rol die besluit.", field="holder")
    if settings.MUNICIPALITY_CODE not in homes and not names_organisation:
        raise RuleViolation(OUTSIDE, field="names_organisation")


def _check_end(mandate: Mandate, ended_from: date, today: date) -> None:
    """Not with a day that is over, and not what ends by itself before."""
    if mandate.until is not None and mandate.until < today:
        raise RuleViolation("Dit mandaat is al voorbij.")
    if ended_from < today:
        raise RuleViolation(
            "Kies vandaag of een latere dag. Wat al besloten is, blijft besloten.",
            field="ended_from",
        )
    if mandate.until is not None and ended_from > mandate.until:
        raise RuleViolation(
            f"Dit mandaat loopt al af op {mandate.until:%d-%m-%Y}.", field="ended_from"
        )


def _tell(mandate: Mandate, text: str, what: str, at: datetime) -> None:
    """A notice to the holder."""
    notify(
        person_ids=[mandate.holder_id],
        text=text,
        url_name="mandate-detail",
        object_id=mandate.pk,
        dedup_key=f"mandate:{mandate.pk}:{what}",
        at=at,
    )
