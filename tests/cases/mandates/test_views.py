"""Wie mag wat on the screen: read by person and product, give a mandate, end it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from cases.models import Mandate
from clusters.models import Notice
from tests.cases.callbacks.pages import ODD, TOO_LONG, answers_in, errors_of, text_of
from tests.factories import MembershipFactory
from tests.factories.cases import MONDAY
from tests.factories.mandates import MandateFactory, ProductFactory

pytestmark = pytest.mark.django_db

TODAY, DAY = MONDAY.date(), timedelta(days=1)
LIST, NEW = "mandate-list", "mandate-new"
BUTTONS = ("Mandaat vastleggen", "Beëindigen", "Nieuw mandaat zoals dit")


@pytest.fixture
def keeper(cast, as_user):
    return as_user(cast.application_manager)


@pytest.fixture
def worker(cast, as_user):
    return as_user(cast.team_worker)


def at(name, mandate):
    return reverse(name, args=[mandate.pk])


def told(client, adviser, **own):
    """The answers of a good new mandate."""
    shown = answers_in(client.get(reverse(NEW)))
    product = ProductFactory(code="01A03", label="Hulp bij het huishouden")
    return {
        **shown,
        "holder": str(adviser.pk),
        "products": [str(product.pk)],
        "longest_months": "12",
        "yearly_cents": "5.000,50",
        "reference": "GM-2026/12",
        **own,
    }


def test_the_list_says_who_may_decide_what_and_how_far(worker, adviser):
    product = ProductFactory(code="02A03", label="Begeleiding")
    MandateFactory(
        holder=adviser,
        products=[product],
        longest_months=1,
        yearly_cents=500_000,
        needs_second=True,
        until=TODAY + DAY,
        reference="GM-2026/12",
    )

    page = text_of(worker.get(reverse(LIST)))

    for words in (
        "Mo Aynan",
        "Wijkwerker, Team Noord · Gemeente Almere",
        "Begeleiding (02A03)",
        "Hoogstens 1 maand ",
        "€ 5.000,00 per jaar",
        "Mag niet weigeren",
        "Een tweede tekent mee",
        "Geldt nu",
        "01-01-2020 tot en met 24-11-2026",
        "GM-2026/12",
        "1 mandaat",
    ):
        assert words in page, words


def test_a_holder_who_no_longer_works_here_is_marked(worker, adviser):
    adviser.is_active = False
    adviser.save()
    mandate = MandateFactory(holder=adviser)

    for address in (reverse(LIST), at("mandate-detail", mandate)):
        assert "Werkt hier nu niet" in text_of(worker.get(address))


def test_what_is_over_is_one_choice_further(worker):
    MandateFactory(reference="Loopt")
    MandateFactory(reference="Later", since=TODAY + DAY)
    MandateFactory(reference="Gisteren", until=TODAY - DAY)
    MandateFactory(reference="Vandaag gestopt", ended=True)
    MandateFactory(reference="Nooit", since=TODAY + DAY, ended=True, ended_from=TODAY + DAY)

    now = text_of(worker.get(reverse(LIST)))
    everything = text_of(worker.get(reverse(LIST), {"stand": "alle"}))

    assert [word for word in ("Gisteren", "Vandaag gestopt", "Nooit") if word in now] == []
    assert "Begint later" in now
    assert "5 mandaten" in everything
    assert "Nooit gegolden" in everything


def test_the_filters_are_product_and_name(worker, adviser):
    product = ProductFactory(code="02A03")
    MandateFactory(holder=adviser, products=[product, ProductFactory()], reference="Een")
    MandateFactory(reference="Ander")

    for query in ({"product": "02A03"}, {"zoek": "mo ayn"}, {"product": "02A03", "zoek": "MO"}):
        page = worker.get(reverse(LIST), query)
        assert [row.reference for row in page.context["page"]] == ["Een"], query
    assert "Geen mandaat gevonden" in text_of(worker.get(reverse(LIST), {"zoek": "xyzzy"}))


@pytest.mark.parametrize("page", ["0", "-1", "99", "abc", "9" * 40])
def test_a_page_that_is_not_there_is_no_error(worker, page):
    MandateFactory(reference="Een")

    assert "Een" in text_of(worker.get(reverse(LIST), {"page": page}))


def test_pages_of_fifty_keep_the_filter(worker):
    product = ProductFactory(code="02A03")
    for _ in range(51):
        MandateFactory(products=[product])

    page = worker.get(reverse(LIST), {"product": "02A03", "page": "2"})

    assert len(page.context["page"].object_list) == 1
    assert "product=02A03" in page.content.decode()


def test_readers_see_no_buttons_and_the_keeper_does(cast, as_user):
    mandate = MandateFactory()
    addresses = (reverse(LIST), at("mandate-detail", mandate))

    reader = as_user(cast.team_worker)
    read = " ".join(text_of(reader.get(address)) for address in addresses)
    keeper = as_user(cast.application_manager)
    kept = " ".join(text_of(keeper.get(address)) for address in addresses)

    assert [word for word in BUTTONS if word in read] == []
    assert [word for word in BUTTONS if word not in kept] == []


def test_one_mandate_says_how_it_came_and_went(worker, cast):
    mandate = MandateFactory(
        ended=True, created_by=cast.application_manager, end_reason="Andere functie"
    )

    page = text_of(worker.get(at("mandate-detail", mandate)))

    assert "Voorbij" in page
    by = f"{cast.application_manager} schreef op 23-11-2026: Andere functie"
    assert f"Geldt niet meer vanaf 23-11-2026. {by}" in page


def test_what_is_over_has_no_button_to_end_it(keeper):
    for own in ({"until": TODAY - DAY}, {"ended": True, "ended_from": TODAY + DAY}):
        page = text_of(keeper.get(at("mandate-detail", MandateFactory(**own))))
        assert "Beëindigen" not in page


def test_text_is_never_run(keeper, adviser):
    mandate = MandateFactory(
        holder=adviser,
        reference=ODD[:60],
        products=[ProductFactory(code="x", label=ODD)],
        ended=True,
        ended_from=TODAY + DAY,
        end_reason=ODD,
    )

    for address in (reverse(LIST), at("mandate-detail", mandate), at("mandate-end", mandate)):
        page = keeper.get(address)
        assert "<script>alert" not in page.content.decode()
        assert "<script>alert('x')</script>" in text_of(page)


def test_a_double_click_gives_one_mandate_and_one_notice(keeper, adviser):
    answers = told(keeper, adviser)
    sent = [keeper.post(reverse(NEW), answers) for _ in range(2)]

    mandate = Mandate.objects.get()
    assert [page["Location"] for page in sent] == [at("mandate-detail", mandate)] * 2
    assert (mandate.yearly_cents, mandate.longest_months, mandate.since) == (500_050, 12, TODAY)
    assert Notice.objects.filter(person=adviser).count() == 1


def test_the_holder_can_open_the_notice(keeper, adviser, as_user):
    keeper.post(reverse(NEW), told(keeper, adviser))
    notice = Notice.objects.get()

    page = as_user(adviser).get(reverse("notice-open", args=[notice.pk]), follow=True)

    assert page.status_code == 200
    assert "Mandaat van Mo Aynan" in text_of(page)


def test_another_organisation_asks_for_the_words_of_the_decree(keeper, adviser):
    outsider = MembershipFactory().user
    answers = told(keeper, adviser, holder=str(outsider.pk))

    page = keeper.post(reverse(NEW), answers)
    assert "niet bij de gemeente" in errors_of(page)["names_organisation"][0]
    assert answers_in(page)["reference"] == "GM-2026/12"

    assert keeper.post(reverse(NEW), {**answers, "names_organisation": "on"}).status_code == 302


@pytest.mark.parametrize(
    ("own", "field"),
    [
        ({"until": "2026-11-22", "since": "2026-11-01"}, "until"),
        ({"until": "2026-11-24", "since": "2026-11-25"}, "until"),
        ({"yearly_cents": "0"}, "yearly_cents"),
        ({"yearly_cents": "-1"}, "yearly_cents"),
        ({"yearly_cents": "1000000000"}, "yearly_cents"),
        ({"longest_months": "0"}, "longest_months"),
        ({"longest_months": "1000000000"}, "longest_months"),
        ({"products": []}, "products"),
        ({"reference": TOO_LONG}, "reference"),
        ({"holder": "0"}, "holder"),
    ],
)
def test_a_mistake_is_said_and_nothing_typed_is_lost(keeper, adviser, own, field):
    answers = told(keeper, adviser, **own)
    page = keeper.post(reverse(NEW), answers)

    assert list(errors_of(page)) == [field]
    shown = answers_in(page)
    for name in ("longest_months", "yearly_cents", "reference", "since"):
        assert shown[name].strip() == answers[name].strip()
    assert not Mandate.objects.exists()


def test_a_holder_whose_account_ended_meanwhile_is_refused(keeper, adviser):
    answers = told(keeper, adviser)
    adviser.is_active = False
    adviser.save()

    assert list(errors_of(keeper.post(reverse(NEW), answers))) == ["holder"]


def test_a_new_mandate_can_begin_like_an_old_one(keeper, adviser):
    product = ProductFactory()
    old = MandateFactory(holder=adviser, products=[product], yearly_cents=123_456, ended=True)

    shown = answers_in(keeper.get(reverse(NEW), {"mandaat": str(old.pk)}))

    assert (shown["holder"], shown["products"]) == (str(adviser.pk), str(product.pk))
    assert (shown["yearly_cents"], shown["since"]) == ("1.234,56", "2026-11-23")
    assert keeper.post(reverse(NEW), shown).status_code == 302
    assert Mandate.objects.latest("pk").yearly_cents == 123_456


@pytest.mark.parametrize("number", ["", "x", "0", "-1", "9" * 30, "²"])
def test_an_example_that_is_not_there_is_none(keeper, number):
    assert keeper.get(reverse(NEW), {"mandaat": number}).status_code == 200


def test_ending_says_from_when_and_why(keeper):
    mandate = MandateFactory()
    address = at("mandate-end", mandate)
    answers = {"ended_from": "2026-11-25", "reason": "Andere functie"}

    sent = [keeper.post(address, answers) for _ in range(2)]

    assert [page.status_code for page in sent] == [302, 302]
    mandate.refresh_from_db()
    assert (mandate.ended_from, mandate.end_reason) == (TODAY + 2 * DAY, "Andere functie")
    late = keeper.post(address, {**answers, "reason": "Iets anders"})
    assert "al beëindigd" in text_of(late)
    assert answers_in(late)["reason"] == "Iets anders"


def test_an_end_in_the_past_stays_on_the_screen_with_its_reason(keeper):
    address = at("mandate-end", MandateFactory())

    page = keeper.post(address, {"ended_from": "2026-11-22", "reason": "Andere functie"})

    assert list(errors_of(page)) == ["ended_from"]
    assert answers_in(page)["reason"] == "Andere functie"


def test_what_is_not_there_is_not_found(keeper):
    for name in ("mandate-detail", "mandate-end"):
        assert keeper.get(reverse(name, args=[987654])).status_code == 404


def test_the_register_is_in_the_menu_of_who_may_read_it(cast, as_user):
    assert "Wie mag wat" in text_of(as_user(cast.team_worker).get("/"))
    assert "Wie mag wat" not in text_of(as_user(cast.contact_centre).get("/"))
