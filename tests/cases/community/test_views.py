"""The sociale kaart on the screen: find, read, write, look at it again, stop."""

from datetime import timedelta

import pytest
from django.urls import reverse

from cases.models import Offer, Organisation
from tests.cases.callbacks.pages import ODD, answers_in, errors_of, lost_from, text_of
from tests.factories import ClusterFactory, MembershipFactory, TeamFactory
from tests.factories.cases import MONDAY
from tests.factories.community import LifeDomainFactory, OfferFactory, OrganisationFactory

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


@pytest.fixture
def worker(cast, as_user):
    return as_user(cast.team_worker)


def at(name, row):
    return reverse(name, args=[row.pk])


def names_in(response):
    return [offer.name for offer in response.context["page"]]


def told(client, **own):
    """The answers of a good new offer."""
    topic, house = LifeDomainFactory(), OrganisationFactory(name="De Zeeslag")
    shown = answers_in(client.get(reverse("offer-new")))
    return {
        **shown,
        "name": "Samen eten",
        "organisation": str(house.pk),
        "description": "Elke dinsdag.",
        "kind": "informal",
        "topics": str(topic.pk),
        "cost": "free",
        **own,
    }


def test_the_list_shows_what_is_near_and_who_offers_it(worker, noord):
    OfferFactory(name="Koffie", clusters=[noord.cluster], cost="small", cost_note="€ 1")
    OfferFactory(name="Ver weg", clusters=[ClusterFactory(name="Elders")])

    page = text_of(worker.get(reverse("offer-list")))

    assert "Koffie" in page
    assert "Kleine bijdrage € 1" in page
    assert "Ver weg" not in page
    assert "Ver weg" in text_of(worker.get(reverse("offer-list"), {"cluster": ""}))


def test_the_list_has_pages_of_fifty_that_keep_the_filter(worker):
    for _ in range(51):
        OfferFactory(cost="paid")

    page = worker.get(reverse("offer-list"), {"kosten": "paid", "page": "2"})

    assert len(page.context["page"].object_list) == 1
    assert "kosten=paid" in page.content.decode()
    assert "51 keer aanbod" in text_of(page)


@pytest.mark.parametrize("page", ["0", "-1", "99", "abc", "9" * 40])
def test_a_page_that_is_not_there_is_no_error(worker, page):
    OfferFactory(name="Koffie")

    assert "Koffie" in text_of(worker.get(reverse("offer-list"), {"page": page}))


def test_a_search_in_vain_says_so(worker):
    assert "Niets gevonden" in text_of(worker.get(reverse("offer-list"), {"zoek": "xyzzy"}))


def test_readers_see_no_buttons(cast, as_user):
    offer = OfferFactory()
    desk = as_user(cast.contact_centre)

    pages = [text_of(desk.get(reverse("offer-list"))), text_of(desk.get(at("offer-detail", offer)))]

    words = ("Wijzigen", "Stoppen", "Klopt nog", "Aanbod toevoegen")
    assert [word for word in words if word in " ".join(pages)] == []


def test_text_is_never_run(worker):
    house = OrganisationFactory(name=ODD, note=ODD, address=ODD)
    offer = OfferFactory(
        name=ODD, organisation=house, description=ODD, sign_up=ODD, contact_role=ODD[:60]
    )

    for url in (at("offer-detail", offer), at("organisation-detail", house), reverse("offer-list")):
        page = worker.get(url, {"cluster": ""})
        assert "<script>alert" not in page.content.decode()
        assert "<script>alert('x')</script>" in text_of(page)


def test_a_double_click_writes_one_offer(worker):
    answers = told(worker)
    sent = [worker.post(reverse("offer-new"), answers) for _ in range(2)]

    assert [page.status_code for page in sent] == [302, 302]
    assert sent[0]["Location"] == sent[1]["Location"] == at("offer-detail", Offer.objects.get())
    assert Offer.objects.get().review_by == MONDAY.date() + 182 * DAY


def test_a_new_offer_knows_the_organisation_one_came_from(worker):
    house = OrganisationFactory()

    page = worker.get(reverse("offer-new"), {"organisatie": str(house.pk)})

    assert answers_in(page)["organisation"] == str(house.pk)


@pytest.mark.parametrize("number", ["abc", "0", "9" * 18, "9" * 40, "-1", "²"])
def test_an_organisation_that_is_not_there_is_no_error(worker, number):
    assert worker.get(reverse("offer-new"), {"organisatie": number}).status_code == 200


@pytest.mark.parametrize(
    ("wrong", "field", "words"),
    [
        ({"review_by": "2026-11-23"}, "review_by", "nog komt"),
        ({"runs_from": "2027-01-02", "runs_until": "2027-01-01"}, "runs_until", "vóór de eerste"),
        ({"name": "x\0y"}, "name", "Null"),
        ({"kind": ""}, "kind", "wat voor aanbod"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_kept(worker, wrong, field, words):
    answers = told(worker, description=ODD, **wrong)

    page = worker.post(reverse("offer-new"), answers)

    assert list(errors_of(page)) == [field]
    assert words in errors_of(page)[field][0]
    assert set(lost_from(page, answers)) <= {"csrfmiddlewaretoken"}
    assert not Offer.objects.exists()


def test_who_comes_too_late_sees_both_texts_and_may_then_decide(cast, worker):
    offer = OfferFactory(owner=cast.team_worker)
    url = at("offer-change", offer)
    mine = answers_in(worker.get(url)) | {"description": "Mijn tekst."}
    worker.post(url, mine | {"description": "Hun tekst."})

    page = worker.post(url, mine)

    assert list(errors_of(page)) == ["version"]
    assert answers_in(page)["description"] == "Mijn tekst."
    assert "Hun tekst." in text_of(page)
    assert Offer.objects.get().description == "Hun tekst."
    assert worker.post(url, answers_in(page)).status_code == 302
    assert Offer.objects.get().description == "Mijn tekst."


@pytest.mark.parametrize("version", ["", "abc", "-1", "9" * 40])
def test_a_version_that_cannot_be_is_refused_and_nothing_is_lost(cast, worker, version):
    offer = OfferFactory(owner=cast.team_worker)
    url = at("offer-change", offer)
    answers = answers_in(worker.get(url)) | {"description": ODD, "version": version}

    page = worker.post(url, answers)

    assert page.status_code == 200
    assert answers_in(page)["description"] == ODD
    assert Offer.objects.get().version == 1


def test_the_owner_finds_what_is_due_and_says_that_it_is_right(cast, worker):
    today = MONDAY.date()
    mine = OfferFactory(name="Van mij", owner=cast.team_worker, review_by=today)
    OfferFactory(name="Van een ander", owner=cast.handler, review_by=today)
    OfferFactory(name="Later", owner=cast.team_worker, review_by=today + DAY)
    url = reverse("offer-due")
    page = text_of(worker.get(url))
    assert [name in page for name in ("Van mij", "Van een ander", "Later")] == [True, False, False]
    assert "Van een ander" in text_of(worker.get(url, {"van": "iedereen"}))

    sent = worker.post(at("offer-review", mine), {"verder": "lijst"})

    assert sent["Location"] == url
    assert "Alles is bij" in text_of(worker.get(url))
    mine.refresh_from_db()
    assert mine.review_by == today + 182 * DAY


@pytest.mark.parametrize(
    ("onward", "query"), [("", None), ("//elders", None), ("iedereen", "van=iedereen")]
)
def test_still_right_goes_back_to_where_one_was(worker, onward, query):
    offer = OfferFactory()
    sent = worker.post(at("offer-review", offer), {"verder": onward})

    there = f"{reverse('offer-due')}?{query}" if query else at("offer-detail", offer)
    assert sent["Location"] == there


def test_an_offer_stops_with_a_reason_and_comes_back(cast, as_user, worker):
    offer = OfferFactory(name="Handwerken")
    url = at("offer-stop", offer)
    assert list(errors_of(worker.post(url, {"reason": " "}))) == ["reason"]
    worker.post(url, {"reason": "Het buurthuis is dicht."})
    assert "Handwerken" not in names_in(worker.get(reverse("offer-list")))
    desk = as_user(cast.contact_centre)
    assert "Handwerken Gestopt" in text_of(desk.get(reverse("offer-list"), {"stand": "voorbij"}))
    assert "Het buurthuis is dicht." in text_of(desk.get(at("offer-detail", offer)))

    as_user(cast.team_worker).post(at("offer-restart", offer))

    assert "Handwerken" in names_in(worker.get(reverse("offer-list")))


def test_who_stops_second_keeps_the_reason_that_was_typed(cast, as_user):
    offer = OfferFactory()
    as_user(cast.help_desk).post(at("offer-stop", offer), {"reason": "Dicht."})

    page = as_user(cast.team_worker).post(at("offer-stop", offer), {"reason": "Verhuisd."})

    assert str(cast.help_desk) in errors_of(page)["reason"][0]
    assert answers_in(page)["reason"] == "Verhuisd."


def test_what_ended_by_itself_says_until_when_it_ran(worker):
    offer = OfferFactory(runs_until=MONDAY.date() - DAY)

    assert "Dit liep tot en met 22-11-2026." in text_of(worker.get(at("offer-detail", offer)))


def test_an_organisation_is_written_changed_and_read_back(worker):
    url = reverse("organisation-new")
    answers = answers_in(worker.get(url)) | {"name": "De Zeeslag", "kind": "residents"}
    for _ in range(2):
        assert worker.post(url, answers | {"phone": "036 539 99 41"}).status_code == 302
    house = Organisation.objects.get()
    change = at("organisation-change", house)
    opened = answers_in(worker.get(change))
    assert worker.post(change, opened | {"note": "Open op maandag."}).status_code == 302

    stale = worker.post(change, opened | {"note": "Te laat."})

    assert list(errors_of(stale)) == ["version"]
    assert answers_in(stale)["note"] == "Te laat."
    assert "Open op maandag." in text_of(stale)
    assert "036 539 9941" in text_of(worker.get(at("organisation-detail", house)))
    assert worker.post(change, answers_in(stale)).status_code == 302
    assert Organisation.objects.get().note == "Te laat."


def test_a_name_that_is_there_already_is_said_and_kept(worker):
    OrganisationFactory(name="De Zeeslag")
    url = reverse("organisation-new")
    answers = answers_in(worker.get(url)) | {"name": "de zeeslag", "kind": "residents"}

    page = worker.post(url, answers)

    assert "staat al op de kaart" in errors_of(page)["name"][0]
    assert answers_in(page)["name"] == "de zeeslag"


def test_organisations_are_found_by_name_and_kind(worker):
    OrganisationFactory(name="Kerk De Deur", kind="faith")
    OrganisationFactory(name="Sportclub", kind="sport")
    url = reverse("organisation-list")

    for query in ({"zoek": "deur"}, {"soort": "faith"}, {"zoek": "kerk", "soort": "faith"}):
        page = text_of(worker.get(url, query))
        assert ("Kerk De Deur" in page, "Sportclub" in page) == (True, False)
    assert "Geen organisatie gevonden" in text_of(worker.get(url, {"zoek": "xyzzy"}))
    assert "Sportclub" in text_of(worker.get(url, {"soort": "onzin"}))


def test_somebody_of_two_clusters_sees_both_first(cast, as_user, noord):
    other = TeamFactory(cluster=ClusterFactory(name="Elders"))
    MembershipFactory(user=cast.team_worker, role="team_worker", team=other)
    for cluster in (noord.cluster, other.cluster):
        OfferFactory(name=f"In {cluster}", clusters=[cluster])

    page = text_of(as_user(cast.team_worker).get(reverse("offer-list")))

    assert [f"In {name}" in page for name in (noord.cluster, other.cluster)] == [True, True]
