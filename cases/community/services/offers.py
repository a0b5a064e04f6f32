"""Writing down what is offered: somebody keeps it right, nobody overwrites a colleague."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from audit.services import record
from cases.community.models import Offer, Organisation, writers_on
from cases.community.services.words import create_words
from cases.intakes.models import LifeDomain
from cases.permissions import GRANTS, Action
from clusters.models import Cluster, Membership, User
from common.errors import RuleViolation

LISTS = ("topics", "clusters")


@dataclass(frozen=True)
class OfferText:
    """An offer as it was typed; without clusters it is there for the whole city."""

    name: str
    organisation: Organisation
    description: str
    kind: str
    topics: Collection[LifeDomain]
    clusters: Collection[Cluster]
    audience: str
    cost: str
    cost_note: str
    sign_up: str
    contact_role: str
    runs_from: date | None
    runs_until: date | None
    review_by: date
    owner: User

    @property
    def columns(self) -> dict[str, Any]:
        """Everything that stands in the row itself."""
        return {name: value for name, value in vars(self).items() if name not in LISTS}


@transaction.atomic
def create_offer(
    *, submission_key: uuid.UUID, text: OfferText, by: User, at: datetime | None = None
) -> Offer:
    """Put something on the map that residents can be sent to.

    Rules: SK-1 (an owner who keeps the map, a day to look again), SK-4 (two clicks make one).
    Raises: RuleViolation for an owner who may not write, a day that is over or an end before the
        beginning; PermissionDenied.
    Effects: the offer and its words; audit line.
    """
    at = at or timezone.now()
    decision = GRANTS.require(by, Action.WRITE_OFFERS)
    _check(text, at, before=None)
    try:
        with transaction.atomic():
            offer = Offer.objects.create(
                submission_key=submission_key, changed_at=at, changed_by=by, **text.columns
            )
    except IntegrityError:
        return Offer.objects.get(submission_key=submission_key)
    _keep(offer, text, {text.organisation.pk})
    record("offer.created", offer, by=by, decision=decision)
    return offer


@transaction.atomic
def change_offer(
    *, offer_id: int, text: OfferText, version: int, by: User, at: datetime | None = None
) -> Offer:
    """Correct what is written about an offer; ``version`` is the one the form was opened with.

    Rules: SK-1, SK-3 (who opened an older text does not overwrite the newer one).
    Raises: RuleViolation when a colleague changed it meanwhile, or as for a new one;
        PermissionDenied.
    Effects: the offer and its words; audit line with names of fields.
    """
    at = at or timezone.now()
    offer = Offer.objects.select_for_update(no_key=True).get(pk=offer_id)
    decision = GRANTS.require(by, Action.WRITE_OFFERS)
    changed = _changed(offer, text)
    if not changed:
        return offer
    if offer.version != version:
        raise RuleViolation(
            f"{offer.changed_by} heeft dit aanbod intussen gewijzigd. Uw tekst staat hier nog; "
            "die van uw collega staat erbij.",
            field="version",
        )
    _check(text, at, before=offer)
    organisations = {offer.organisation_id, text.organisation.pk}
    for name, value in text.columns.items():
        setattr(offer, name, value)
    offer.version += 1
    offer.changed_at, offer.changed_by = at, by
    offer.save(update_fields=[*text.columns, "version", "changed_at", "changed_by"])
    _keep(offer, text, organisations)
    record("offer.changed", offer, by=by, decision=decision, fields=changed)
    return offer


def _changed(offer: Offer, text: OfferText) -> list[str]:
    """The names of what is said differently now."""
    changed = [name for name, value in text.columns.items() if getattr(offer, name) != value]
    for name in LISTS:
        now = set(getattr(offer, name).values_list("pk", flat=True))
        if now != {row.pk for row in getattr(text, name)}:
            changed.append(name)
    return changed


def _check(text: OfferText, at: datetime, *, before: Offer | None) -> None:
    """Somebody who keeps the map owns it, somebody looks again, and it ends after it begins.

    Who owns it now may stay as long as they work here; a day that stood there may stay too.
    """
    day = timezone.localdate(at)
    stays = before is not None and text.owner.pk == before.owner_id
    roles = Membership.objects.running(day) if stays else writers_on(day)
    if not roles.filter(user=text.owner).exists():
        raise RuleViolation(
            "Deze collega mag de sociale kaart niet bijwerken. Kies een ander.", field="owner"
        )
    is_new_day = before is None or text.review_by != before.review_by
    if is_new_day and text.review_by <= day:
        raise RuleViolation("Kies een dag die nog komt.", field="review_by")
    if text.runs_from and text.runs_until and text.runs_until < text.runs_from:
        raise RuleViolation("De laatste dag ligt vóór de eerste.", field="runs_until")
    if not text.topics:
        raise RuleViolation("Kies waar het over gaat.", field="topics")


def _keep(offer: Offer, text: OfferText, organisations: set[int]) -> None:
    """The lists beside the row, and the words; the organisations keep their names meanwhile."""
    offer.topics.set(text.topics)
    offer.clusters.set(text.clusters)
    held = Organisation.objects.select_for_update(no_key=True).filter(pk__in=organisations)
    list(held.order_by("pk"))
    fresh = Offer.objects.select_related("organisation").filter(pk=offer.pk)
    create_words(offers=fresh)
