"""The words by which offers are found, written again when what they stand for changed (SK-7)."""

from collections.abc import Iterable

from django.db import transaction

from cases.community.models import Offer, OfferTerm
from cases.community.searching import forget_words, terms_of


@transaction.atomic
def create_words(*, offers: Iterable[Offer]) -> None:
    """Make offers findable by the words they have now; whoever calls holds their organisation.

    Rules: SK-7 (found by name, organisation and description).
    Raises: nothing.
    Effects: the words of these offers; this process reads the words again after the commit.
    """
    rows = list(offers)
    OfferTerm.objects.filter(offer__in=rows).delete()
    OfferTerm.objects.bulk_create(
        OfferTerm(offer=offer, term=term, weight=weight)
        for offer in rows
        for term, weight in terms_of(offer.name, offer.organisation.name, offer.description).items()
    )
    transaction.on_commit(forget_words)
