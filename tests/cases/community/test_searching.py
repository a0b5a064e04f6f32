"""Finding offers by words, also when they are typed wrong (SK-7)."""

import pytest

from cases.community.searching import search_offers
from cases.community.services import OrganisationText, change_organisation
from cases.knowledge.searching import CUT, ONLY_STOP_WORDS
from cases.models import Offer
from tests.factories.community import OfferFactory, OrganisationFactory

pytestmark = pytest.mark.django_db

TITLE = "Wandelen met de buurt"


def names(words):
    return [offer.name for offer in search_offers(Offer.objects.all(), words).rows]


@pytest.fixture
def walk(db):
    OfferFactory(name="Taalcafé")
    house = OrganisationFactory(name="Beweegclub Polder")
    return OfferFactory(name=TITLE, organisation=house, description="Een rustige route.")


@pytest.mark.parametrize(
    "words",
    [
        "wandelen",
        "WANDELEN",
        "wandlen",
        "wandel",
        "polder",
        "beweegclub wandelen",
        "routes",
        "  rustige ",
    ],
)
def test_an_offer_is_found_by(walk, words):
    assert names(words) == [TITLE]


def test_every_word_must_fit(walk):
    assert names("wandelen polder") == [TITLE]
    assert names("wandelen taalcafe") == []
    assert names("xyzzyqq") == []


@pytest.mark.parametrize(
    ("words", "note"),
    [("", ""), ("   ", ""), ("de het een", ONLY_STOP_WORDS), ("?!", ONLY_STOP_WORDS)],
)
def test_without_a_word_that_counts_the_list_stays_whole(walk, words, note):
    found = search_offers(Offer.objects.all(), words)

    assert (found.note, found.rows.count()) == (note, 2)


@pytest.mark.parametrize(
    "words", ["x" * 500, "wandelen " * 100, "'; DROP TABLE --", "\0nul", "%_%"]
)
def test_odd_words_are_never_an_error(walk, words):
    assert list(search_offers(Offer.objects.all(), words).rows) is not None


def test_too_many_words_are_cut_and_said(walk):
    found = search_offers(Offer.objects.all(), " ".join(f"woord{n}" for n in range(13)))

    assert found.note == CUT


def test_the_name_counts_more_than_the_description(db):
    OfferFactory(name="Anders", description="Ook koken.")
    OfferFactory(name="Zelf koken", description="Elke week.")

    assert names("koken") == ["Zelf koken", "Anders"]


def test_a_new_name_is_found_at_once(cast, walk, django_capture_on_commit_callbacks):
    assert names("zonnebloem") == []
    text = OrganisationText(name="Zonnebloem", kind="sport")

    with django_capture_on_commit_callbacks(execute=True):
        change_organisation(
            organisation_id=walk.organisation_id, text=text, version=1, by=cast.help_desk
        )

    assert names("zonnebloem") == [TITLE]
