"""The forms of the sociale kaart: what is typed wrong is said at its field."""

import pytest
from django.http import QueryDict

from cases.community.forms import OfferFilter, OfferForm, OrganisationForm
from cases.community.models import Offer
from tests.cases.callbacks.pages import TOO_LONG
from tests.factories import ClusterFactory
from tests.factories.cases import MONDAY
from tests.factories.community import LifeDomainFactory, OfferFactory, OrganisationFactory

pytestmark = pytest.mark.django_db

KEY = "7d1f3a52-8f4e-4d53-9d55-0a6f0c5b1a11"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("036 539 99 41", "+31365399941"),
        ("14 036", "14036"),
        ("0800 0432", "+318000432"),
        ("", ""),
    ],
)
def test_a_number_of_an_organisation_may_be_a_service_number(typed, kept):
    answers = {"name": "Kerk", "kind": "faith", "phone": typed, "submission_key": KEY}
    form = OrganisationForm(answers)

    assert form.is_valid(), form.errors
    assert form.cleaned_data["text"].phone == kept


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "x" * 161}, "name"),
        ({"kind": "club"}, "kind"),
        ({"phone": "ooit"}, "phone"),
        ({"phone": "036 12"}, "phone"),
        ({"email": "geen adres"}, "email"),
        ({"website": "javascript:alert(1)"}, "website"),
        ({"website": "ftp://zeeslag.example"}, "website"),
        ({"postcode": "13"}, "postcode"),
        ({"note": TOO_LONG}, "note"),
        ({"submission_key": ""}, "submission_key"),
        ({"version": "abc"}, "version"),
    ],
)
def test_a_wrong_organisation_is_said_at_its_field(wrong, field):
    answers = {"name": "Kerk", "kind": "faith", "submission_key": KEY} | wrong

    assert list(OrganisationForm(answers).errors) == [field]


@pytest.fixture
def answers(cast):
    return {
        "submission_key": KEY,
        "name": "Samen eten",
        "organisation": str(OrganisationFactory().pk),
        "description": "Elke week.",
        "kind": "informal",
        "topics": [str(LifeDomainFactory().pk)],
        "audience": "everybody",
        "cost": "free",
        "owner": str(cast.team_worker.pk),
        "review_by": "2027-05-01",
    }


def form_of(cast, answers):
    return OfferForm(answers, user=cast.team_worker)


def test_without_cluster_it_is_for_the_whole_city(cast, answers):
    form = form_of(cast, answers)

    assert form.is_valid(), form.errors
    assert list(form.cleaned_data["text"].clusters) == []


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": ""}, "name"),
        ({"description": TOO_LONG}, "description"),
        ({"organisation": "999999"}, "organisation"),
        ({"kind": ""}, "kind"),
        ({"topics": []}, "topics"),
        ({"topics": ["999999"]}, "topics"),
        ({"clusters": ["999999"]}, "clusters"),
        ({"audience": "x"}, "audience"),
        ({"cost": ""}, "cost"),
        ({"owner": "999999"}, "owner"),
        ({"review_by": "morgen"}, "review_by"),
        ({"review_by": "0202-01-01"}, "review_by"),
        ({"runs_from": "ooit"}, "runs_from"),
    ],
)
def test_a_wrong_offer_is_said_at_its_field(cast, answers, wrong, field):
    assert list(form_of(cast, answers | wrong).errors) == [field]


def owners(form):
    return {label for key, label in form.fields["owner"].choices if key}


def test_owners_are_who_keeps_the_map_in_my_team(cast):
    mine = {str(cast.team_worker), str(cast.team_manager), str(cast.handler)}

    assert owners(OfferForm(user=cast.team_worker)) == mine


def test_the_present_owner_stays_and_is_named_when_they_may_no_longer(cast):
    offer = OfferFactory(owner=cast.contact_centre)

    labels = owners(OfferForm(user=cast.team_worker, offer=offer))

    assert f"{cast.contact_centre} (mag de kaart niet meer bijwerken)" in labels


def test_what_was_chosen_and_is_no_longer_in_use_can_stay(cast):
    old, gone = LifeDomainFactory(code="oud", is_active=False), ClusterFactory(name="Opgeheven")
    type(gone).objects.filter(pk=gone.pk).update(valid_until=MONDAY.date().replace(year=2025))
    offer = OfferFactory(topics=["oud"], clusters=[gone])

    fields = OfferForm(user=cast.team_worker, offer=offer).fields
    fresh = OfferForm(user=cast.team_worker).fields

    assert (old in fields["topics"].queryset, gone in fields["clusters"].queryset) == (True, True)
    assert (old in fresh["topics"].queryset, gone in fresh["clusters"].queryset) == (False, False)


def filtered(user, address):
    filters = OfferFilter(QueryDict(address), user=user, day=MONDAY.date())
    return sorted(offer.name for offer in filters.apply(Offer.objects.all()).rows)


@pytest.fixture
def three(noord):
    OfferFactory(name="Bij ons", clusters=[noord.cluster], cost="small", topics=["geld"])
    OfferFactory(name="Elders", clusters=[ClusterFactory(code="elders")], kind="volunteer")
    OfferFactory(name="Overal")
    OfferFactory(name="Gestopt", stopped=True)


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("", ["Bij ons", "Overal"]),
        ("cluster=mijn", ["Bij ons", "Overal"]),
        ("cluster=", ["Bij ons", "Elders", "Overal"]),
        ("cluster=elders", ["Elders", "Overal"]),
        ("cluster=onzin", ["Bij ons", "Elders", "Overal"]),
        ("cluster=&kosten=small", ["Bij ons"]),
        ("cluster=&soort=volunteer", ["Elders"]),
        ("cluster=&leefgebied=geld", ["Bij ons"]),
        ("cluster=&leefgebied=onzin", ["Bij ons", "Elders", "Overal"]),
        ("cluster=&stand=voorbij", ["Gestopt"]),
        ("cluster=&stand=onzin", ["Bij ons", "Elders", "Overal"]),
        ("zoek=overal&kosten=free", ["Overal"]),
        ("zoek=elders", []),
    ],
)
def test_the_filters_of_somebody_in_noord(cast, three, address, names):
    assert filtered(cast.team_worker, address) == names


def test_who_works_for_the_whole_city_sees_all_of_it(cast, three):
    assert filtered(cast.contact_centre, "") == ["Bij ons", "Elders", "Overal"]
    assert filtered(cast.contact_centre, "cluster=mijn") == ["Bij ons", "Elders", "Overal"]
