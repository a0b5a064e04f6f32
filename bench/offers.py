"""Three hundred offers on the sociale kaart, so that searching is measured on a full one."""

import uuid
from datetime import timedelta
from typing import Any

OFFERS = 300
OFFER: dict[str, Any] = {
    "description": "Samen koffie drinken en de post doornemen. " * 5,
    "kind": "general",
    "clusters": [],
    "audience": "everybody",
    "cost": "free",
    "cost_note": "",
    "sign_up": "Loop binnen.",
    "contact_role": "gastvrouw",
    "runs_from": None,
    "runs_until": None,
}


def ensure_offers(membership: Any) -> list[str]:
    """Three hundred offers on the sociale kaart, through the acts; returns words to look for."""
    from django.utils import timezone  # noqa: PLC0415

    from cases.community.services import (  # noqa: PLC0415
        OfferText,
        OrganisationText,
        create_offer,
        create_organisation,
    )
    from cases.models import LifeDomain, Offer  # noqa: PLC0415

    words = [f"koffiegroep{number}" for number in range(OFFERS)]
    if Offer.objects.count() >= OFFERS:
        return words
    by, today = membership.user, timezone.localdate()
    by.chosen_role = membership.role
    topics = list(LifeDomain.objects.in_use())
    told = OrganisationText("Buurthuis van de bench", "residents", "+31365550000")
    organisation = create_organisation(submission_key=uuid.uuid4(), text=told, by=by)
    facts = OFFER | {"organisation": organisation, "owner": by}
    facts |= {"review_by": today + timedelta(days=100)}
    for number, word in enumerate(words):
        topic = topics[number % len(topics)]
        text = OfferText(name=f"Koffie {word}", topics=[topic], **facts)
        create_offer(submission_key=uuid.uuid4(), text=text, by=by)
    return words
