"""The forms of the register: what people type, and what is offered to them."""

import pytest
from django.http import QueryDict

from cases.mandates.forms import EndForm, EuroField, MandateFilter, MandateForm, mandate_initial
from cases.models import Mandate
from clusters.models import Role
from tests.factories import MembershipFactory, PartnerOrganisationFactory
from tests.factories.cases import MONDAY
from tests.factories.mandates import MandateFactory, ProductFactory

pytestmark = pytest.mark.django_db

KEY = "6a1a1f0e-2f43-4f0f-9f57-0b3f9f0e7f11"


@pytest.mark.parametrize(
    ("typed", "cents"),
    [
        ("5000", 500_000),
        ("5.000", 500_000),
        ("5.000,50", 500_050),
        ("€ 5.000,50", 500_050),
        (" € 12,5 ", 1_250),
        ("0,01", 1),
        ("1000000", 100_000_000),
        ("", None),
    ],
)
def test_an_amount_as_people_type_it(typed, cents):
    assert EuroField(most=100_000_000, required=False).clean(typed) == cents


@pytest.mark.parametrize(
    "typed", ["0", "-5", "1e9", "1000000,01", "veel", "NaN", "Infinity", "1,234", "€", "9" * 400]
)
def test_an_amount_that_cannot_be(typed):
    form = MandateForm({"yearly_cents": typed})

    if typed == "€":
        assert "yearly_cents" not in form.errors  # a sign without an amount is no limit
    else:
        assert form.errors["yearly_cents"]


def told(adviser, product, **own):
    return {
        "submission_key": KEY,
        "holder": str(adviser.pk),
        "products": [str(product.pk)],
        "since": "2026-11-23",
        "reference": "GM-2026/12",
        **own,
    }


def test_a_good_form_becomes_terms(adviser):
    product = ProductFactory()
    form = MandateForm(
        told(adviser, product, longest_months="12", yearly_cents="5.000", may_refuse="on")
    )

    assert form.is_valid(), form.errors
    terms = form.cleaned_data["terms"]
    assert (terms.holder, list(terms.products)) == (adviser, [product])
    assert (terms.longest_months, terms.yearly_cents) == (12, 500_000)
    assert (terms.may_refuse, terms.needs_second, terms.until) == (True, False, None)
    assert set(form.cleaned_data) == {"submission_key", "names_organisation", "terms"}


@pytest.mark.parametrize(
    ("own", "field"),
    [
        ({"products": []}, "products"),
        ({"holder": ""}, "holder"),
        ({"holder": "999999999"}, "holder"),
        ({"longest_months": "0"}, "longest_months"),
        ({"longest_months": "-3"}, "longest_months"),
        ({"longest_months": "1000000000"}, "longest_months"),
        ({"longest_months": "1,5"}, "longest_months"),
        ({"since": "0202-11-23"}, "since"),
        ({"since": "ooit"}, "since"),
        ({"until": "31-02-2026"}, "until"),
        ({"reference": " "}, "reference"),
        ({"reference": "x" * 61}, "reference"),
        ({"reference": "a\x00b"}, "reference"),
        ({"submission_key": ""}, "submission_key"),
    ],
)
def test_what_does_not_fit_is_said_at_its_field(adviser, own, field):
    form = MandateForm(told(adviser, ProductFactory(), **own))

    assert set(form.errors) == {field}


def test_only_people_who_decide_and_products_in_use_are_offered(adviser):
    home = PartnerOrganisationFactory(name="De Schoor")
    MembershipFactory(role=Role.CONTACT_CENTRE)
    MembershipFactory(user__is_active=False)
    MembershipFactory(
        user__first_name="Pim", user__last_name="Pot", organisation=home, user__job_title=""
    )
    ProductFactory(code="02A03", label="Begeleiding")
    ProductFactory(code="oud", is_active=False)
    form = MandateForm()

    people = [label for value, label in form.fields["holder"].choices if value]
    products = [label for _, label in form.fields["products"].choices]

    assert people == ["Mo Aynan (Medewerker, Gemeente Almere)", "Pim Pot (De Schoor)"]
    assert products == ["Begeleiding (02A03)"]


def test_a_mandate_like_another_begins_today_and_has_no_last_day():
    old = MandateFactory(yearly_cents=500_050, longest_months=6, until=MONDAY.date())

    shown = mandate_initial(old)

    assert (shown["since"], "until" in shown) == (MONDAY.date(), False)
    assert (str(shown["yearly_cents"]), shown["longest_months"]) == ("5000.5", 6)
    assert shown["products"] == list(old.products.all())


def test_what_is_shown_of_an_old_amount_can_be_sent_again(adviser):
    old = MandateFactory(holder=adviser, yearly_cents=123_456_7)
    field = MandateForm(initial=mandate_initial(old))["yearly_cents"]

    shown = field.field.widget.format_value(field.value())

    assert field.field.clean(shown) == 1_234_567


def filtered(query):
    return MandateFilter(QueryDict(query), day=MONDAY.date())


def test_the_filter_ignores_what_it_does_not_know():
    MandateFactory()

    for query in ("product=xyz", "stand=xyz", "zoek=%00", "product='; drop", "zoek=" + "x" * 500):
        assert filtered(query).apply(Mandate.objects.all()).count() == 1, query


def test_an_end_needs_a_day_and_a_reason():
    assert set(EndForm({}).errors) == {"ended_from", "reason"}
    assert set(EndForm({"ended_from": "2026-11-23", "reason": "x" * 201}).errors) == {"reason"}
