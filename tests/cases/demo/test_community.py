"""The sociale kaart of the demo city: enough to choose from, and plainly made up (KET-12)."""

import pytest
import time_machine
from django.core.cache import cache
from django.core.management import call_command

from cases.community.searching import search_offers
from cases.demo.cast import Cast
from cases.demo.community import MADE_UP, create_community
from cases.demo.people import create_people
from cases.models import LifeDomain, Offer, Organisation
from common.deadlines import local_day
from tests.cases.demo.conftest import NOW

pytestmark = pytest.mark.django_db

LOOKED_FOR = {
    "mantelzorg even weg": "Iemand neemt het even over",
    "eten": "Samen eten op dinsdag",
    "nederlands praten": "Taalcafé",
    "formulier": "Formulierenhulp",
    "wandlen": "Wandelen met de buurt",
    "maatje": "Maatje voor een jaar",
}


@pytest.fixture
def filled(db):
    with time_machine.travel(NOW, tick=True):
        cache.clear()
        call_command("load_reference_data", verbosity=0)
        create_people()
        create_community(cast=Cast(local_day(NOW)), now=NOW)
        yield


def test_there_is_something_for_most_topics_near_and_for_the_whole_city(filled):
    assert 20 <= Offer.objects.count() <= 25
    assert Offer.objects.filter(clusters=None).count() > 5
    codes = set(Offer.objects.values_list("topics__code", flat=True))
    assert set(LifeDomain.objects.values_list("code", flat=True)) - codes == {
        "justitie",
        "middelen",
    }


def test_nobody_takes_it_for_a_real_organisation(filled):
    rows = Organisation.objects.all()

    assert {row.note for row in rows} == {MADE_UP}
    assert {row.phone[:10] for row in rows if row.phone} == {"+313653999"}
    assert [row.website for row in rows if row.website and ".example" not in row.website] == []


def test_some_are_due_one_was_stopped_and_several_people_keep_them(filled):
    assert 1 < Offer.objects.due_on(local_day(NOW)).count() < 8
    assert Offer.objects.get(is_active=False).name == "Handwerkgroep"
    assert Offer.objects.values("owner").distinct().count() > 3


@pytest.mark.parametrize(("words", "name"), LOOKED_FOR.items())
def test_what_people_look_for_is_found_first(filled, words, name):
    assert search_offers(Offer.objects.current_on(local_day(NOW)), words).rows[0].name == name


def test_without_people_there_is_no_map(db):
    create_community(cast=Cast(local_day(NOW)), now=NOW)

    assert not Organisation.objects.exists()
