"""Two people, or two clicks, on the sociale kaart at the same moment (SK-3, SK-4, SK-5)."""

import uuid
from dataclasses import replace
from functools import partial

import pytest

from audit.models import AuditEvent
from cases.community.services import (
    OrganisationText,
    change_offer,
    change_organisation,
    create_offer,
    create_organisation,
    stop_offer,
)
from cases.models import Offer, OfferTerm, Organisation
from clusters.models import User
from tests.cases.community.conftest import text
from tests.concurrency.conftest import done, refused, together
from tests.factories.community import OfferFactory, OrganisationFactory

__all__ = ["text"]

ROUNDS = range(5)
pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("monday")]


def me(person):
    """The same employee as another request would load them."""
    return User.objects.get(pk=person.pk)


def test_three_clicks_write_one_offer(cast, text):
    for _ in ROUNDS:
        act = partial(create_offer, submission_key=uuid.uuid4(), text=text)

        results = together(*(partial(act, by=me(cast.team_worker)) for _ in range(3)))

        assert len({offer.pk for offer in done(results)}) == 1
    assert Offer.objects.count() == len(ROUNDS)
    assert AuditEvent.objects.filter(code="offer.created").count() == len(ROUNDS)


def test_of_two_who_change_an_offer_one_is_told(cast, text):
    for _ in ROUNDS:
        offer = create_offer(submission_key=uuid.uuid4(), text=text, by=cast.team_worker)
        act = partial(change_offer, offer_id=offer.pk, version=1)

        results = together(
            *(
                partial(act, text=replace(text, name=f"Van {who}"), by=me(who))
                for who in (cast.team_worker, cast.help_desk)
            )
        )

        assert (len(done(results)), len(refused(results))) == (1, 1)
        kept = Offer.objects.get(pk=offer.pk)
        assert kept.name == f"Van {kept.changed_by}"


def test_of_two_who_stop_an_offer_one_is_told(cast):
    for _ in ROUNDS:
        offer = OfferFactory()

        results = together(
            *(
                partial(stop_offer, offer_id=offer.pk, reason=f"Door {who}", by=me(who))
                for who in (cast.team_worker, cast.help_desk)
            )
        )

        assert (len(done(results)), len(refused(results))) == (1, 1)


def test_of_two_who_write_one_organisation_one_is_told(cast):
    for number in ROUNDS:
        names = (f"Buurthuis {number}", f"BUURTHUIS {number}")

        results = together(
            *(
                partial(
                    create_organisation,
                    submission_key=uuid.uuid4(),
                    text=OrganisationText(name=name, kind="residents"),
                    by=me(cast.team_worker),
                )
                for name in names
            )
        )

        assert (len(done(results)), len(refused(results))) == (1, 1)
    assert Organisation.objects.count() == len(ROUNDS)


def test_an_offer_that_moves_while_its_organisation_gets_another_name(cast, text):
    for number in ROUNDS:
        offer = create_offer(submission_key=uuid.uuid4(), text=text, by=cast.team_worker)
        there = OrganisationFactory(name=f"Elders {number}")
        house = text.organisation
        house.refresh_from_db()
        renamed = OrganisationText(name=f"Zonnebloem {number}", kind=house.kind)

        results = together(
            partial(
                change_offer,
                offer_id=offer.pk,
                text=replace(text, organisation=there),
                version=1,
                by=me(cast.team_worker),
            ),
            partial(
                change_organisation,
                organisation_id=house.pk,
                text=renamed,
                version=house.version,
                by=me(cast.help_desk),
            ),
        )

        assert refused(results) == []
        words = set(OfferTerm.objects.filter(offer=offer).values_list("term", flat=True))
        assert "elder" in words
        assert "zonnebloem" not in words
